import { textOf } from '../../../../src/cli/jql/text';
import { demandAdf } from '../adf';
import { refuseField } from '../endpoint';
import type { Actor } from '../jira-types';
import { mayInProject, projectOf } from '../permissions';
import type { JiraState } from '../state/state';
import type { HistoryItem, Issue } from '../state/types';
import { chosen, dateItem, dateOrNull, ends, notOnScreen } from './field-values';
import { historyItem } from './record';
import { setParent } from './set-parent';

export interface EditContext {
  state: JiraState;
  actor: Actor;
}

/** Sets one field and says what the history shows; null when the value was the same. */
type Setter = (context: EditContext, issue: Issue, value: unknown) => HistoryItem | null;

export const systemSetters: Readonly<Record<string, Setter>> = {
  summary: setSummary,
  description: setDescription,
  priority: setPriority,
  labels: setLabels,
  duedate: setDueDate,
  assignee: (context, issue, value) => setAssignee(context, issue, accountIdOf('assignee', value)),
  reporter: (context, issue, value) => setReporter(context, issue, accountIdOf('reporter', value)),
  parent: setParent,
};

function setSummary(_: EditContext, issue: Issue, value: unknown): HistoryItem | null {
  if (typeof value !== 'string' || value.trim() === '') {
    throw refuseField('summary', 'You must specify a summary of the issue.');
  }
  if (/[\r\n]/.test(value)) {
    throw refuseField('summary', 'The summary is invalid because it contains newline characters.');
  }
  if (value.length > 255) {
    throw refuseField('summary', 'Summary must be less than 255 characters.');
  }
  const before = issue.summary;
  issue.summary = value;
  return textItem('summary', before, value);
}

function setDescription(_: EditContext, issue: Issue, value: unknown): HistoryItem | null {
  const before = textOf(issue.description);
  issue.description = value === null ? null : demandAdf('description', value);
  return textItem('description', before, textOf(issue.description));
}

function textItem(field: string, before: string, after: string): HistoryItem | null {
  if (before === after) return null;
  return historyItem(
    { name: field, id: field },
    { id: null, text: before },
    { id: null, text: after },
  );
}

function setPriority({ state }: EditContext, issue: Issue, value: unknown): HistoryItem | null {
  const next = chosen('priority', state.priorities, value);
  const before = state.priorities.find((priority) => priority.id === issue.priorityId);
  if (next?.id === before?.id) return null;
  issue.priorityId = next?.id ?? null;
  return historyItem({ name: 'priority', id: 'priority' }, ends(before), ends(next));
}

function setLabels(_: EditContext, issue: Issue, value: unknown): HistoryItem | null {
  if (!Array.isArray(value) || value.some((label) => typeof label !== 'string')) {
    throw refuseField('labels', 'data was not an array');
  }
  const spaced = value.find((label) => /\s/.test(label));
  if (spaced)
    throw refuseField('labels', `The label '${spaced}' contains spaces which is invalid.`);
  const before = issue.labels.join(' ');
  issue.labels = [...new Set<string>(value)];
  return textItem('labels', before, issue.labels.join(' '));
}

function setDueDate(context: EditContext, issue: Issue, value: unknown): HistoryItem | null {
  if (
    !mayInProject(context.state, context.actor, 'SCHEDULE_ISSUES', projectOf(context.state, issue))
  ) {
    throw notOnScreen('duedate');
  }
  const before = issue.duedate;
  issue.duedate = dateOrNull('duedate', value);
  return dateItem({ name: 'duedate', id: 'duedate' }, before, issue.duedate);
}

function setAssignee(
  context: EditContext,
  issue: Issue,
  accountId: string | null,
): HistoryItem | null {
  const { state, actor } = context;
  const project = projectOf(state, issue);
  if (!mayInProject(state, actor, 'ASSIGN_ISSUES', project)) throw notOnScreen('assignee');
  // "-1" asks for the project's default, which is: unassigned.
  const next = accountId === '-1' ? null : accountId;
  if (
    next !== null &&
    !mayInProject(state, { kind: 'user', accountId: next }, 'ASSIGNABLE_USER', project)
  ) {
    throw refuseField('assignee', `User '${next}' cannot be assigned issues.`);
  }
  const before = issue.assigneeId;
  issue.assigneeId = next;
  return userItem(state, 'assignee', before, next);
}

function setReporter(
  { state }: EditContext,
  issue: Issue,
  next: string | null,
): HistoryItem | null {
  if (next !== null && !state.users.has(next)) {
    throw refuseField('reporter', 'The reporter specified is not a user.');
  }
  const before = issue.reporterId;
  issue.reporterId = next;
  return userItem(state, 'reporter', before, next);
}

function userItem(
  state: JiraState,
  field: string,
  before: string | null,
  after: string | null,
): HistoryItem | null {
  if (before === after) return null;
  const end = (id: string | null) => ({
    id,
    text: id === null ? null : (state.users.get(id)?.displayName ?? null),
  });
  return historyItem({ name: field, id: field }, end(before), end(after));
}

function accountIdOf(field: string, value: unknown): string | null {
  if (value === null) return null;
  const { accountId, id } = (value ?? {}) as { accountId?: unknown; id?: unknown };
  const found = accountId ?? id ?? null;
  if (found === null || typeof found === 'string') return found;
  throw refuseField(field, 'expected Object containing a `accountId` property');
}
