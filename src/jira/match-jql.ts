import * as v from 'valibot';
import { type Jira, route } from './http';

/**
 * For each JQL, in order: which of these issues does it select, by the index of a few seconds ago?
 * A JQL that Jira cannot read selects nothing. One read, none without a JQL or an issue.
 */
export async function matchIssues(
  jira: Jira,
  issueIds: readonly string[],
  jqls: readonly string[],
): Promise<readonly ReadonlySet<string>[]> {
  if (jqls.length === 0 || issueIds.length === 0) return jqls.map(() => new Set());
  const { matches } = await jira({
    method: 'POST',
    url: route`/rest/api/3/jql/match`,
    endpoint: '/rest/api/3/jql/match',
    body: { issueIds: issueIds.map(Number), jqls },
    answer: v.object({ matches: v.array(v.object({ matchedIssues: v.array(v.number()) })) }),
    send: 'again',
  });
  return jqls.map((_, index) => new Set((matches[index]?.matchedIssues ?? []).map(String)));
}

/** The same for one issue. */
export async function matchJql(
  jira: Jira,
  issueId: string,
  jqls: readonly string[],
): Promise<readonly boolean[]> {
  return (await matchIssues(jira, [issueId], jqls)).map((ids) => ids.has(issueId));
}
