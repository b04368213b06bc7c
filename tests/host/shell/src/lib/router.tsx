import { type MouseEvent, type ReactNode, useSyncExternalStore } from 'react';

const MOVED = 'shell:moved';

/** Hears of every change of the address: "popstate" by the browser's buttons, anything else by `go`. */
export function onMove(listener: (event: Event) => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

/** Path and query of the page, e.g. "/browse/NET-12" and "?tab=history". */
export function useUrl(): URL {
  const href = useSyncExternalStore(onMove, () => window.location.href);
  return new URL(href);
}

export function go(href: string): void {
  window.history.pushState({}, '', href);
  window.dispatchEvent(new Event(MOVED));
}

export function replaceUrl(href: string): void {
  window.history.replaceState({}, '', href);
  window.dispatchEvent(new Event(MOVED));
}

function opensElsewhere(event: MouseEvent): boolean {
  return event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
}

type LinkProps = {
  href: string;
  children: ReactNode;
  className?: string;
  title?: string;
  current?: 'page' | undefined;
  label?: string;
};

export function Link({ href, children, className, title, current, label }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (opensElsewhere(event)) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a
      href={href}
      className={className}
      title={title}
      aria-current={current}
      aria-label={label}
      onClick={follow}
    >
      {children}
    </a>
  );
}
