import * as v from 'valibot';
import type { Issue } from '../core/issue';
import { type Jira, route } from './http';
import { ISSUE_FIELDS, WireIssue } from './wire/issue';

/** The first page, at most `max` and never more than 100. Lags behind writes by seconds. One read. */
export async function searchIssues(
  jira: Jira,
  jql: string,
  max: number,
): Promise<readonly Issue[]> {
  const { issues } = await jira({
    method: 'POST',
    url: route`/rest/api/3/search/jql`,
    endpoint: '/rest/api/3/search/jql',
    body: { jql, maxResults: Math.min(max, 100), fields: ISSUE_FIELDS },
    answer: v.object({ issues: v.array(WireIssue) }),
    send: 'again',
  });
  return issues;
}
