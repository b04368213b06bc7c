import * as v from 'valibot';
import type { IdPage } from '../usecases/ports/jira-port';
import { type Jira, route } from './http';

/** Jira docs, "Search for issues using JQL": up to 5,000 a page when only ids are asked for. */
const PER_PAGE = 5000;

/** One page of ids; a token must be given with the same JQL that it came from. One read. */
export async function searchIds(jira: Jira, jql: string, page: string | null): Promise<IdPage> {
  const { issues, nextPageToken } = await jira({
    method: 'POST',
    url: route`/rest/api/3/search/jql`,
    endpoint: '/rest/api/3/search/jql',
    body: {
      jql,
      maxResults: PER_PAGE,
      fields: ['id'],
      ...(page === null ? {} : { nextPageToken: page }),
    },
    answer: v.object({
      issues: v.array(v.object({ id: v.string() })),
      nextPageToken: v.nullish(v.string(), null),
    }),
    send: 'again',
  });
  return { ids: issues.map(({ id }) => id), next: nextPageToken };
}
