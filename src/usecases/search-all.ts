import type { Env } from './env';
import type { IdPage } from './ports/jira-port';

/**
 * Ids of all issues that a JQL selects, in Jira's order, as the app sees them: for work that nobody
 * asked for, such as a sweep. The search may be seconds behind a change. One read per 5,000 ids.
 *
 * Example: `searchAll(env, 'updated >= -2d')` with 7,000 such issues makes two reads.
 */
export async function searchAll(env: Env, jql: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let page: string | null = null;
  do {
    const found: IdPage = await env.asApp.searchIds(jql, page);
    ids.push(...found.ids);
    page = found.next;
  } while (page !== null);
  return ids;
}
