import { historyItem } from '../jira/change/record';
import { optionBody } from '../jira/render/names';
import { CLIENT_FIELD } from '../jira/state/defaults';
import { addIssue, type JiraState, must, nextId } from '../jira/state/state';
import type { HistoryItem, Issue, NamedThing, Project, User } from '../jira/state/types';
import { workflowFor } from '../jira/state/workflows';
import { issueType, resolution } from './catalogue';

export interface Start {
  project: Project;
  typeId: string;
  summary: string;
  reporter: User;
  createdAt: number;
  priorityId: string;
  client?: NamedThing;
  duedate?: string;
  parent?: Issue;
}

/** What happened to an issue at one instant. */
export type Deed =
  | { do: 'assign'; to: User }
  | { do: 'move'; statusId: string }
  | { do: 'comment'; text: string };

export interface Step {
  at: number;
  by: User;
  deeds: readonly Deed[];
}

/**
 * Writes an issue with its past into the state: histories as Jira would have written them, no events.
 * Steps after `now` have not happened yet and are left out.
 */
export function writeIssue(
  state: JiraState,
  start: Start,
  steps: readonly Step[],
  now: number,
): Issue {
  const issue = newIssue(state, start);
  addIssue(state, issue);
  for (const step of steps) if (step.at <= now) take(state, issue, step);
  return issue;
}

function newIssue(state: JiraState, start: Start): Issue {
  const { project, reporter, createdAt, client } = start;
  project.lastNumber += 1;
  return {
    id: nextId(state),
    key: `${project.key}-${project.lastNumber}`,
    formerKeys: [],
    projectId: project.id,
    typeId: start.typeId,
    statusId: workflowFor(state, project, start.typeId).initial.to,
    priorityId: start.priorityId,
    resolutionId: null,
    securityId: null,
    summary: start.summary,
    description: document(start.summary),
    assigneeId: null,
    reporterId: reporter.accountId,
    creatorId: reporter.accountId,
    labels: start.typeId === issueType.incident ? ['incident'] : [],
    duedate: start.duedate ?? null,
    parentId: start.parent?.id ?? null,
    created: createdAt,
    updated: createdAt,
    resolved: null,
    statusCategoryChanged: createdAt,
    archived: null,
    remoteLinks: [],
    otherFields: client ? { [CLIENT_FIELD]: optionBody(client) } : {},
    comments: [],
    histories: [],
    properties: new Map(),
  };
}

function take(state: JiraState, issue: Issue, { at, by, deeds }: Step): void {
  const items = deeds.flatMap((deed) => apply(state, issue, deed, { at, by }));
  issue.updated = at;
  if (items.length === 0) return;
  issue.histories.push({ id: nextId(state), authorId: by.accountId, created: at, items });
}

function apply(
  state: JiraState,
  issue: Issue,
  deed: Deed,
  when: { at: number; by: User },
): HistoryItem[] {
  switch (deed.do) {
    case 'comment':
      comment(state, issue, deed.text, when);
      return [];
    case 'assign':
      return [assign(state, issue, deed.to)];
    case 'move':
      return move(state, issue, deed.statusId, when.at);
  }
}

function comment(
  state: JiraState,
  issue: Issue,
  text: string,
  { at, by }: { at: number; by: User },
): void {
  const { accountId } = by;
  issue.comments.push({
    id: nextId(state),
    authorId: accountId,
    updateAuthorId: accountId,
    body: document(text),
    created: at,
    updated: at,
    jsdPublic: true,
  });
}

function assign(state: JiraState, issue: Issue, to: User): HistoryItem {
  const before = issue.assigneeId === null ? undefined : state.users.get(issue.assigneeId);
  issue.assigneeId = to.accountId;
  return historyItem(
    { name: 'assignee', id: 'assignee' },
    { id: before?.accountId ?? null, text: before?.displayName ?? null },
    { id: to.accountId, text: to.displayName },
  );
}

function move(state: JiraState, issue: Issue, statusId: string, at: number): HistoryItem[] {
  const before = must(state.statuses, issue.statusId);
  const after = must(state.statuses, statusId);
  issue.statusId = statusId;
  if (before.category !== after.category) issue.statusCategoryChanged = at;
  const moved = historyItem(
    { name: 'status', id: 'status' },
    { id: before.id, text: before.name },
    { id: after.id, text: after.name },
  );
  if ((after.category === 'done') === (issue.resolutionId !== null)) return [moved];
  const nothing = { id: null, text: null };
  const done = { id: resolution.done, text: 'Done' };
  const [from, to] = after.category === 'done' ? [nothing, done] : [done, nothing];
  issue.resolutionId = to.id;
  issue.resolved = to.id === null ? null : at;
  return [historyItem({ name: 'resolution', id: 'resolution' }, from, to), moved];
}

/** A document of one paragraph. */
export function document(text: string): unknown {
  return {
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  };
}
