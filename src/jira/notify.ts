import type { IssueMail } from '../usecases/ports/jira-port';
import { type Jira, nothing, route } from './http';

/** Code points: a subject is one line of a list of mails; the text says everything. */
const LONGEST_SUBJECT = 200;

/**
 * Has Jira send a mail about an issue to people who may see it (Jira docs, "Send notification for
 * issue"). Throws JiraError 400 when nobody of them is left. One write.
 */
export async function notify(jira: Jira, issueId: string, mail: IssueMail): Promise<void> {
  await jira({
    method: 'POST',
    url: route`/rest/api/3/issue/${issueId}/notify`,
    endpoint: '/rest/api/3/issue/{issueIdOrKey}/notify',
    body: {
      subject: cut(mail.subject),
      textBody: mail.text,
      to: { users: mail.accountIds.map((accountId) => ({ accountId })) },
    },
    answer: nothing,
    send: 'once',
  });
}

function cut(subject: string): string {
  const points = [...subject];
  return points.length <= LONGEST_SUBJECT
    ? subject
    : `${points.slice(0, LONGEST_SUBJECT - 1).join('')}…`;
}
