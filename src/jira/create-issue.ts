import * as v from 'valibot';
import type { NewIssue } from '../usecases/ports/jira-port';
import { type Jira, route } from './http';

/** Creates an issue; sent once, since a second call would make a second issue. One write. */
export function createIssue(
  jira: Jira,
  { projectId, issueTypeId, summary, dueDate }: NewIssue,
): Promise<{ readonly id: string; readonly key: string }> {
  return jira({
    method: 'POST',
    url: route`/rest/api/3/issue`,
    endpoint: '/rest/api/3/issue',
    body: {
      fields: {
        project: { id: projectId },
        issuetype: { id: issueTypeId },
        summary,
        ...(dueDate === null ? {} : { duedate: dueDate }),
      },
    },
    answer: v.object({ id: v.string(), key: v.string() }),
    send: 'once',
  });
}
