import { view } from '@forge/bridge';

/** The part of the address that belongs to a page of the app: "/" or "/projects/7". */
export type PagePath = {
  readonly current: () => string;
  readonly go: (path: string) => void;
  readonly listen: (changed: (path: string) => void) => () => void;
};

/**
 * Ties a page to the browser's address. Null where the product offers no address of its own, e.g.
 * in a panel.
 */
export async function openPagePath(): Promise<PagePath | null> {
  try {
    const history = await view.createHistory();
    return {
      current: () => history.location.pathname,
      go: (path) => history.push(path),
      listen: (changed) => history.listen((location) => changed(location.pathname)),
    };
  } catch {
    return null;
  }
}
