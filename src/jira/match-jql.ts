import * as v from 'valibot';
import { type Jira, route } from './http';

/**
 * For each JQL, in order: does it select this issue, by the index of a few seconds ago? A JQL that
 * Jira cannot read selects nothing. One read, none without a JQL.
 */
export async function matchJql(
  jira: Jira,
  issueId: string,
  jqls: readonly string[],
): Promise<readonly boolean[]> {
  if (jqls.length === 0) return [];
  const id = Number(issueId);
  const { matches } = await jira({
    method: 'POST',
    url: route`/rest/api/3/jql/match`,
    endpoint: '/rest/api/3/jql/match',
    body: { issueIds: [id], jqls },
    answer: v.object({ matches: v.array(v.object({ matchedIssues: v.array(v.number()) })) }),
    send: 'again',
  });
  return jqls.map((_, index) => matches[index]?.matchedIssues.includes(id) ?? false);
}
