import { CLIENT_FIELD } from '../jira/state/defaults';
import { type JiraState, must } from '../jira/state/state';
import type { CategoryKey, NamedThing } from '../jira/state/types';

export const status = {
  toDo: '10000',
  inProgress: '3',
  waiting: '10002',
  done: '10001',
} as const;

/** A team-managed project has statuses of its own, called like everybody else's. */
export const teamStatus = { toDo: '10110', inProgress: '10111', done: '10112' } as const;

export const issueType = {
  epic: '10000',
  task: '10001',
  incident: '10002',
  subtask: '10003',
} as const;
export const priority = { P1: '1', P2: '2', P3: '3', P4: '4' } as const;
export type PriorityName = keyof typeof priority;
export const resolution = { done: '10000', wontDo: '10001', duplicate: '10002' } as const;
export const client = {
  acme: { id: '10101', name: 'ACME' },
  beta: { id: '10102', name: 'BETA' },
  gamma: { id: '10103', name: 'GAMMA' },
} as const satisfies Record<string, NamedThing>;
export const clients: readonly NamedThing[] = Object.values(client);

/** Statuses, types, priorities, resolutions, link types and the clients of the demo company. */
export function fillCatalogue(state: JiraState, teamProjectId: string): void {
  addStatus(state, status.toDo, 'To Do', 'new');
  addStatus(state, status.inProgress, 'In Progress', 'indeterminate');
  addStatus(state, status.waiting, 'Waiting for client', 'indeterminate');
  addStatus(state, status.done, 'Done', 'done');
  addStatus(state, teamStatus.toDo, 'To Do', 'new', teamProjectId);
  addStatus(state, teamStatus.inProgress, 'In Progress', 'indeterminate', teamProjectId);
  addStatus(state, teamStatus.done, 'Done', 'done', teamProjectId);
  addType(state, issueType.epic, 'Epic', 1);
  addType(state, issueType.task, 'Task', 0);
  addType(state, issueType.incident, 'Incident', 0);
  addType(state, issueType.subtask, 'Sub-task', -1);
  state.priorities = Object.entries(priority).map(([name, id]) => ({ id, name }));
  state.resolutions = [
    { id: resolution.done, name: 'Done' },
    { id: resolution.wontDo, name: "Won't Do" },
    { id: resolution.duplicate, name: 'Duplicate' },
  ];
  addLinkType(state, '10000', 'Blocks', 'is blocked by', 'blocks');
  addLinkType(state, '10001', 'Relates', 'relates to', 'relates to');
  addLinkType(state, '10002', 'Duplicate', 'is duplicated by', 'duplicates');
  addLinkType(state, '10003', 'Cloners', 'is cloned by', 'clones');
  must(state.fields, CLIENT_FIELD).options = [...clients];
}

function addStatus(
  state: JiraState,
  id: string,
  name: string,
  category: CategoryKey,
  projectId?: string,
): void {
  state.statuses.set(id, { id, name, category, ...(projectId ? { projectId } : {}) });
}

function addType(state: JiraState, id: string, name: string, hierarchyLevel: -1 | 0 | 1): void {
  state.issueTypes.set(id, { id, name, hierarchyLevel, subtask: hierarchyLevel === -1 });
}

function addLinkType(
  state: JiraState,
  id: string,
  name: string,
  inward: string,
  outward: string,
): void {
  state.linkTypes.set(id, { id, name, inward, outward });
}
