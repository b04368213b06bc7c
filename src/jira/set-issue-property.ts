import { type Jira, nothing, route } from './http';

/** Replaces a property of an issue; everybody who may browse the issue can read it. One write. */
export async function setIssueProperty(
  jira: Jira,
  issueId: string,
  key: string,
  value: object,
): Promise<void> {
  await jira({
    method: 'PUT',
    url: route`/rest/api/3/issue/${issueId}/properties/${key}`,
    endpoint: '/rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}',
    body: value,
    answer: nothing,
    send: 'again',
  });
}
