import type { Env } from '../env';
import type { IdPage } from '../ports/jira-port';

export type PageReader = (jql: string, token: string | null) => Promise<IdPage>;

/** A page holds five batches, and each id that Jira returns costs a point: read it once. */
export function pageReader(env: Env): PageReader {
  let last: { readonly token: string | null; readonly page: IdPage } | null = null;
  return async (jql, token) => {
    if (last?.token === token) return last.page;
    last = { token, page: await env.asApp.searchIds(jql, token) };
    return last.page;
  };
}

/** Where a walk stands: the token of a page of Jira's search, and how many of it are done. */
export type Position = { readonly token: string | null; readonly offset: number };

/**
 * Reads what `positionAfter` wrote; null is the beginning.
 *
 * Example: `1000 abc` is page `abc`, of which 1,000 are done.
 */
export function readPosition(page: string | null): Position {
  if (page === null) return { token: null, offset: 0 };
  const at = page.indexOf(' ');
  return { offset: Number(page.slice(0, at)), token: page.slice(at + 1) || null };
}

function writePosition({ token, offset }: Position): string {
  return `${offset} ${token ?? ''}`;
}

/** Where the walk goes on after so many of a page; null when that was the last of all. */
export function positionAfter({ token, offset }: Position, taken: number, page: IdPage) {
  if (offset + taken < page.ids.length) return writePosition({ token, offset: offset + taken });
  return page.next === null ? null : writePosition({ token: page.next, offset: 0 });
}
