import * as v from 'valibot';
import { type Jira, route } from './http';

/** Adds a comment of plain text, one paragraph a line. One write, sent once. */
export async function addComment(jira: Jira, issueId: string, text: string): Promise<void> {
  await jira({
    method: 'POST',
    url: route`/rest/api/3/issue/${issueId}/comment`,
    endpoint: '/rest/api/3/issue/{issueIdOrKey}/comment',
    body: { body: asDocument(text) },
    answer: v.unknown(),
    send: 'once',
  });
}

/** Atlassian Document Format; a text node must not be empty (Atlassian docs, "ADF: text"). */
function asDocument(text: string): object {
  const lines = text.split('\n').filter((line) => line !== '');
  const content = lines.map((line) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: line }],
  }));
  return { type: 'doc', version: 1, content };
}
