import { go, replaceUrl } from '../lib/router';

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

/** History of a page of the app, kept in the address bar below the page's own path. */
export function createFrameHistory(basePath: string, whenGone: (cleanUp: () => void) => void) {
  const listeners = new Set<Listener>();
  const tell = (action: string) => {
    const location = readLocation(basePath);
    for (const listener of [...listeners]) listener(location, action);
  };
  const onPop = () => tell('POP');
  window.addEventListener('popstate', onPop);
  whenGone(() => window.removeEventListener('popstate', onPop));
  const place = (target: Target) => `${basePath}${toHref(target).replace(/^(?=[^/?#])/, '/')}`;
  return {
    action: 'POP',
    location: readLocation(basePath),
    push: (target: Target) => {
      go(place(target));
      tell('PUSH');
    },
    replace: (target: Target) => {
      replaceUrl(place(target));
      tell('REPLACE');
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
