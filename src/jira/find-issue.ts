import type { Issue } from '../core/issue';
import { JiraError } from '../usecases/ports/jira-error';
import { type Jira, route } from './http';
import { ISSUE_FIELDS, WireIssue } from './wire/issue';

/**
 * The issue, or null when it does not exist or may not be browsed: Jira answers 404 to both. Always
 * up to date, unlike search. One read.
 */
export async function findIssue(jira: Jira, idOrKey: string): Promise<Issue | null> {
  try {
    return await jira({
      method: 'GET',
      url: route`/rest/api/3/issue/${idOrKey}?fields=${ISSUE_FIELDS.join(',')}`,
      endpoint: '/rest/api/3/issue/{issueIdOrKey}',
      answer: WireIssue,
      send: 'again',
    });
  } catch (error) {
    if (error instanceof JiraError && error.status === 404) return null;
    throw error;
  }
}
