import * as v from 'valibot';
import { type Jira, route } from './http';

/** How many issues a JQL selects, by Jira's index of a few seconds ago. One read. */
export async function countIssues(jira: Jira, jql: string): Promise<number> {
  const { count } = await jira({
    method: 'POST',
    url: route`/rest/api/3/search/approximate-count`,
    endpoint: '/rest/api/3/search/approximate-count',
    body: { jql },
    answer: v.object({ count: v.number() }),
    send: 'again',
  });
  return count;
}
