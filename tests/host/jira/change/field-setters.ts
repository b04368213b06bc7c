import { adfText, demandAdf } from '../adf';
import { refuseField } from '../endpoint';
import type { Actor } from '../jira-types';
import { mayInProject, maySeeIssue, projectOf } from '../permissions';
import { optionBody } from '../render/names';
import { findIssue, type JiraState } from '../state/state';
import type { Field, HistoryItem, Issue, NamedThing } from '../state/types';
import { historyItem } from './record';

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
  duedate: (context, issue, value) => setDueDate(context, issue, value),
  assignee: (context, issue, value) => setAssignee(context, issue, accountIdOf(value)),
  reporter: (context, issue, value) => setReporter(context, issue, accountIdOf(value)),
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
  const before = adfText(issue.description);
  issue.description = value === null ? null : demandAdf('description', value);
  return textItem('description', before, adfText(issue.description));
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

/** Jira writes the day as `2012-01-23` and its text as `2012-01-23 00:00:00.0`. */
function dateItem(
  field: { name: string; id: string; type?: 'custom' },
  before: string | null,
  after: string | null,
): HistoryItem | null {
  if (before === after) return null;
  const end = (day: string | null) => ({
    id: day,
    text: day === null ? null : `${day} 00:00:00.0`,
  });
  return historyItem(field, end(before), end(after));
}

function dateOrNull(field: string, value: unknown): string | null {
  if (value === null) return null;
  const day = typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : undefined;
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value) return value;
  throw refuseField(field, `Error parsing date string: ${String(value)}`);
}

export function setAssignee(
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

function accountIdOf(value: unknown): string | null {
  if (value === null) return null;
  const { accountId, id } = (value ?? {}) as { accountId?: unknown; id?: unknown };
  const found = accountId ?? id ?? null;
  if (found === null || typeof found === 'string') return found;
  throw refuseField('assignee', 'expected Object containing a `accountId` property');
}

/** A change of parent shows as IssueParentAssociation without a field id, as Jira Cloud writes it. */
function setParent(
  { state, actor }: EditContext,
  issue: Issue,
  value: unknown,
): HistoryItem | null {
  const before = issue.parentId === null ? undefined : state.issues.get(issue.parentId);
  const next = value === null ? undefined : parentFrom(state, actor, issue, value);
  if (before?.id === next?.id) return null;
  issue.parentId = next?.id ?? null;
  return historyItem(
    { name: 'IssueParentAssociation' },
    { id: before?.id ?? null, text: before?.key ?? null },
    { id: next?.id ?? null, text: next?.key ?? null },
  );
}

function parentFrom(state: JiraState, actor: Actor, issue: Issue, value: unknown): Issue {
  const { key, id } = (value ?? {}) as { key?: unknown; id?: unknown };
  const parent = findIssue(state, String(key ?? id ?? ''));
  if (!parent || !maySeeIssue(state, actor, parent)) {
    throw refuseField('parent', 'Could not find issue by id or key.');
  }
  const level = (of: Issue): number => state.issueTypes.get(of.typeId)?.hierarchyLevel ?? 0;
  const sameProject = parent.projectId === issue.projectId;
  if (level(parent) !== level(issue) + 1 || (level(issue) === -1 && !sameProject)) {
    throw refuseField('parent', 'Given parent work item does not belong to appropriate hierarchy.');
  }
  return parent;
}

/** A custom field of the kinds that the site has: select and date. */
export function setCustomField(field: Field, issue: Issue, value: unknown): HistoryItem | null {
  const before = issue.otherFields[field.id] ?? null;
  const named = { name: field.name, id: field.id, type: 'custom' as const };
  if (field.type === 'date') {
    const day = dateOrNull(field.id, value);
    issue.otherFields[field.id] = day;
    return dateItem(named, before as string | null, day);
  }
  const option = chosen(field.id, field.options ?? [], value);
  const old = before as { id: string; value: string } | null;
  if (option?.id === old?.id) return null;
  issue.otherFields[field.id] = option ? optionBody(option) : null;
  return historyItem(named, { id: old?.id ?? null, text: old?.value ?? null }, ends(option));
}

/** The thing that {id}, {name} or {value} means. */
export function chosen(
  field: string,
  things: readonly NamedThing[],
  value: unknown,
): NamedThing | undefined {
  if (value === null) return undefined;
  const { id, name, value: text } = (value ?? {}) as Record<string, unknown>;
  const asked = name ?? text;
  const thing = things.find((candidate) =>
    id === undefined ? candidate.name === asked : candidate.id === String(id),
  );
  if (thing) return thing;
  throw refuseField(field, `Specify a valid value for ${field}`);
}

const ends = (thing: NamedThing | undefined) => ({
  id: thing?.id ?? null,
  text: thing?.name ?? null,
});

export function notOnScreen(field: string): Error {
  return refuseField(
    field,
    `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`,
  );
}
