import * as v from 'valibot';
import { type Jira, nothing, route } from './http';
import { WireStatus } from './wire/issue';

const Transitions = v.object({
  transitions: v.array(v.object({ id: v.string(), to: WireStatus })),
});

/**
 * Takes an issue back to a status, or where no transition leads there to another one of category To
 * Do; false when no transition does. Two calls of Jira, one of them a write.
 */
export async function moveBack(jira: Jira, issueId: string, statusId: string): Promise<boolean> {
  const { transitions } = await jira({
    method: 'GET',
    url: route`/rest/api/3/issue/${issueId}/transitions`,
    endpoint: '/rest/api/3/issue/{issueIdOrKey}/transitions',
    answer: Transitions,
    send: 'again',
  });
  const back =
    transitions.find(({ to }) => to.id === statusId) ??
    transitions.find(({ to }) => to.category === 'todo');
  if (back === undefined) return false;
  await jira({
    method: 'POST',
    url: route`/rest/api/3/issue/${issueId}/transitions`,
    endpoint: '/rest/api/3/issue/{issueIdOrKey}/transitions',
    body: { transition: { id: back.id } },
    answer: nothing,
    send: 'once',
  });
  return true;
}
