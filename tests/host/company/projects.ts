import { projectPermissions } from '../jira/permissions';
import { JIRA_ADMINISTRATORS } from '../jira/state/defaults';
import type { JiraState } from '../jira/state/state';
import type { Board, Holder, Project } from '../jira/state/types';
import { issueType, status, teamStatus } from './catalogue';
import { type Department, departments } from './departments';
import { people, staffByDepartment } from './people';
import { workflowId } from './workflows';

/** The one department that administers its project itself, workflow included. */
export const TEAM_MANAGED = 'DESIGN';

const group = (name: string): Holder => ({ kind: 'group', name });
const groups = {
  admins: group(JIRA_ADMINISTRATORS),
  staff: group('staff'),
  contractors: group('contractors'),
  tams: group('technical-account-managers'),
  managers: group('managers'),
  clients: group('clients'),
};

/** People and their groups. */
export function addPeople(state: JiraState): void {
  const everybody = [...staffByDepartment.values()].flatMap((staff) => [
    staff.lead,
    ...staff.engineers,
  ]);
  for (const user of [...Object.values(people), ...everybody])
    state.users.set(user.accountId, user);
  const ids = (users: ReadonlyArray<{ accountId: string }>) =>
    new Set(users.map((user) => user.accountId));
  const { tam, deputy, outsider, manager, client, betaClient, gammaClient } = people;
  const staff = [...everybody.filter((user) => user !== outsider), tam, deputy];
  state.groups.set('staff', ids(staff));
  state.groups.set('contractors', ids([outsider]));
  state.groups.set('technical-account-managers', ids([tam, deputy]));
  state.groups.set('managers', ids([manager]));
  state.groups.set('clients', ids([client, betaClient, gammaClient]));
  for (const [key, { lead, engineers }] of staffByDepartment) {
    state.groups.set(departmentGroup(key), ids([lead, ...engineers]));
  }
}

const departmentGroup = (key: string): string => `department-${key.toLowerCase()}`;

/** A project and a board for every department. */
export function addProjects(state: JiraState): void {
  departments.forEach((department, i) => {
    const project = projectFor(department, projectIdOf(department.key));
    state.projects.set(project.id, project);
    const board = boardFor(department, project.id, i + 1);
    state.boards.set(board.id, board);
  });
}

const ownWorkflows: Readonly<Record<string, string>> = {
  DEV: workflowId.development,
  MON: workflowId.monitoring,
  DC: workflowId.readOnly,
  [TEAM_MANAGED]: workflowId.design,
};

function workflowOf({ key, takesIncidents }: Department): string {
  return ownWorkflows[key] ?? (takesIncidents ? workflowId.incident : workflowId.department);
}

export function projectIdOf(key: string): string {
  return String(10_000 + departments.findIndex((department) => department.key === key));
}

function projectFor(department: Department, id: string): Project {
  const { lead } = staffByDepartment.get(department.key) ?? {};
  const { epic, task, incident, subtask } = issueType;
  return {
    id,
    key: department.key,
    formerKeys: [],
    name: department.name,
    leadAccountId: lead?.accountId ?? null,
    typeKey: 'software',
    issueTypeIds: department.takesIncidents
      ? [incident, task, epic, subtask]
      : [epic, task, subtask],
    workflowId: workflowOf(department),
    workflowByType: new Map(),
    isTeamManaged: department.key === TEAM_MANAGED,
    grants: grantsFor(department),
    closedToApp: false,
    properties: new Map(),
    lastNumber: 0,
  };
}

/** Its own people and the TAMs work in a project, colleagues look on; contractors never see Backup. */
function grantsFor({ key }: Department): Map<string, Holder[]> {
  const own = group(departmentGroup(key));
  const workers = [own, groups.tams, groups.admins];
  const clients = key === 'SUP' ? [groups.clients] : [];
  const contractors = key === 'BACKUP' ? [] : [groups.contractors];
  const lead: Holder[] = [leadOf(key), groups.admins];
  const lookers = [groups.staff, ...contractors, groups.managers, groups.admins, ...clients];
  const grants = new Map<string, Holder[]>(
    Object.keys(projectPermissions).map((permission) => [permission, workers]),
  );
  grants.set('BROWSE_PROJECTS', lookers);
  grants.set('CREATE_ISSUES', [groups.staff, ...contractors, groups.admins, ...clients]);
  grants.set('ADD_COMMENTS', [groups.staff, ...contractors, groups.admins, ...clients]);
  grants.set('ASSIGNABLE_USER', [own, groups.tams]);
  for (const permission of [
    'ADMINISTER_PROJECTS',
    'DELETE_ISSUES',
    'DELETE_ALL_COMMENTS',
    'EDIT_ALL_COMMENTS',
  ]) {
    grants.set(permission, lead);
  }
  return grants;
}

function leadOf(key: string): Holder {
  const accountId = staffByDepartment.get(key)?.lead.accountId ?? '';
  return { kind: 'user', accountId };
}

/** Team-managed departments have statuses of their own. */
export const statusesOf = (
  key: string,
): Pick<typeof status | typeof teamStatus, keyof typeof teamStatus> =>
  key === TEAM_MANAGED ? teamStatus : status;

function boardFor({ key, name, takesIncidents }: Department, projectId: string, id: number): Board {
  const { toDo, inProgress, done } = statusesOf(key);
  const column = (title: string, ...statusIds: string[]) => ({ name: title, statusIds });
  return {
    id,
    name: `${name} board`,
    type: 'kanban',
    projectId,
    filterId: String(20_000 + id),
    columns: [
      column('To Do', toDo),
      column('In Progress', inProgress),
      ...(takesIncidents ? [column('Waiting for client', status.waiting)] : []),
      column('Done', done),
    ],
  };
}
