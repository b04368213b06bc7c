import { go, onMove, replaceUrl } from '../lib/router';

type Location = { pathname: string; search: string; hash: string; state?: unknown };
type Listener = (location: Location, action: string) => void;
type Target = string | Partial<Location>;

function toHref(target: Target): string {
  if (typeof target === 'string') return target;
  return `${target.pathname ?? '/'}${target.search ?? ''}${target.hash ?? ''}`;
}

/** The page's own path, e.g. "/p/ACME" on "/apps/tam-workspace/p/ACME". */
function readLocation(basePath: string): Location {
  const { pathname, search, hash } = window.location;
  const own = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : '';
  return { pathname: own === '' ? '/' : own, search, hash };
}

function isInside(basePath: string): boolean {
  return `${window.location.pathname}/`.startsWith(`${basePath}/`);
}

/**
 * History of a page of the app, kept in the address bar below the page's own path. It hears of
 * every move inside of the page, also of Jira's own links there.
 */
export function createFrameHistory(basePath: string, whenGone: (cleanUp: () => void) => void) {
  const listeners = new Set<Listener>();
  const tell = (action: string) => {
    const location = readLocation(basePath);
    for (const listener of [...listeners]) listener(location, action);
  };
  let ownAction = 'PUSH';
  const hear = ({ type }: Event) => {
    if (isInside(basePath)) tell(type === 'popstate' ? 'POP' : ownAction);
  };
  whenGone(onMove(hear));
  const place = (target: Target) => `${basePath}${toHref(target).replace(/^(?=[^/?#])/, '/')}`;
  return {
    action: 'POP',
    location: readLocation(basePath),
    push: (target: Target) => {
      go(place(target));
    },
    replace: (target: Target) => {
      ownAction = 'REPLACE';
      replaceUrl(place(target));
      ownAction = 'PUSH';
    },
    go: (steps: number) => window.history.go(steps),
    goBack: () => window.history.back(),
    goForward: () => window.history.forward(),
    createHref: (target: Target) => place(target),
    listen: (listener: Listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
