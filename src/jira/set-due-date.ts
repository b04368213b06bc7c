import { type Jira, nothing, route } from './http';

/**
 * Sets an issue's due date, `YYYY-MM-DD`; needs Edit Issues and Schedule Issues in its project, and
 * the field on its edit screen. One write.
 */
export async function setDueDate(jira: Jira, issueId: string, date: string): Promise<void> {
  await jira({
    method: 'PUT',
    url: route`/rest/api/3/issue/${issueId}`,
    endpoint: '/rest/api/3/issue/{issueIdOrKey}',
    body: { fields: { duedate: date } },
    answer: nothing,
    send: 'again',
  });
}
