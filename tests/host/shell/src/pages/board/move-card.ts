import { closeFlag, showFlag } from '../../lib/flags';
import { http, textOf } from '../../lib/http';
import type { BoardColumn, Issue, Transition } from '../../lib/jira-types';
import { tell } from '../../lib/stream';

export async function readTransitions(issueKey: string): Promise<Transition[]> {
  const path = `/rest/api/3/issue/${issueKey}/transitions`;
  return (await http.get<{ transitions: Transition[] }>(path)).transitions;
}

export async function doTransition(issueKey: string, transitionId: string): Promise<void> {
  const body = { transition: { id: transitionId } };
  await http.post(`/rest/api/3/issue/${issueKey}/transitions`, body);
  closeFlag(`refused-${issueKey}`);
  tell({ type: 'issue', issueKey });
}

/** Says why Jira left the issue where it was. */
export function showRefusal(issueKey: string, problem: unknown): void {
  showFlag({
    id: `refused-${issueKey}`,
    title: `${issueKey} wasn't moved`,
    description: textOf(problem),
    tone: 'warning',
    goesByItself: true,
  });
}

function goesTo(column: BoardColumn, transition: Transition): boolean {
  return column.statuses.some((status) => status.id === transition.to.id);
}

/**
 * Moves a card to a column by the first transition that leads to one of its statuses.
 * `place` shows the card there at once, and where it was when Jira refuses.
 */
export async function moveCard(
  issue: Issue,
  column: BoardColumn,
  place: (issue: Issue) => void,
): Promise<void> {
  try {
    const fitting = (await readTransitions(issue.key)).find((one) => goesTo(column, one));
    if (!fitting) {
      throw new Error(
        `The workflow has no way from ${issue.fields.status.name} to ${column.name}.`,
      );
    }
    place({ ...issue, fields: { ...issue.fields, status: fitting.to } });
    await doTransition(issue.key, fitting.id);
  } catch (problem) {
    place(issue);
    showRefusal(issue.key, problem);
  }
}
