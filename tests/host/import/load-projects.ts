import { projectPermissions } from '../jira/permissions';
import { type JiraState, must } from '../jira/state/state';
import type { CategoryKey, Project } from '../jira/state/types';
import type { Workflow } from '../jira/state/workflow-types';
import { newTransition, newWorkflow, setsResolution } from '../jira/state/workflows';
import type { ExportedIssue } from './exported';

/** A project, a workflow and a board for each project of the export. Everybody may do everything. */
export function loadProjects(state: JiraState, issues: readonly ExportedIssue[]): void {
  const byProject = new Map<string, ExportedIssue[]>();
  for (const issue of issues) {
    const id = String(issue.fields.project.id);
    const list = byProject.get(id) ?? [];
    list.push(issue);
    byProject.set(id, list);
  }
  for (const [id, own] of byProject) addProject(state, id, own);
}

function addProject(state: JiraState, id: string, issues: readonly ExportedIssue[]): void {
  const statusIds = statusesOf(state, issues);
  const workflow = workflowOf(state, id, statusIds);
  const { name = '', key = '' } = issues[0]?.fields.project ?? {};
  const projectKey = key === '' ? (issues[0]?.key.split('-')[0] ?? '') : key;
  const project: Project = {
    id,
    key: projectKey,
    formerKeys: [],
    name,
    leadAccountId: null,
    typeKey: 'software',
    issueTypeIds: [...new Set(issues.map(({ fields }) => String(fields.issuetype.id)))],
    workflowId: workflow.id,
    workflowByType: new Map(),
    isTeamManaged: false,
    grants: new Map(Object.keys(projectPermissions).map((one) => [one, [{ kind: 'anyone' }]])),
    closedToApp: false,
    properties: new Map(),
    lastNumber: Math.max(...issues.map((issue) => Number(issue.key.split('-')[1]) || 0)),
  };
  state.workflows.set(workflow.id, workflow);
  state.projects.set(id, project);
  addBoard(state, project, statusIds);
}

/** The statuses that its issues have or had, those before done first. */
function statusesOf(state: JiraState, issues: readonly ExportedIssue[]): string[] {
  const seen = new Set(issues.map(({ fields }) => String(fields.status.id)));
  for (const { changelog } of issues) {
    for (const { items = [] } of changelog?.histories ?? []) {
      for (const { field, from, to } of items) {
        if (field === 'status') for (const id of [from, to]) if (id) seen.add(id);
      }
    }
  }
  const order: CategoryKey[] = ['new', 'indeterminate', 'done'];
  const rank = (id: string): number => order.indexOf(must(state.statuses, id).category);
  return [...seen].filter((id) => state.statuses.has(id)).sort((a, b) => rank(a) - rank(b));
}

/** An export does not tell its workflows: any status may follow any other. */
function workflowOf(state: JiraState, projectId: string, statusIds: readonly string[]): Workflow {
  const done = state.resolutions.find(({ name }) => name === 'Done' || name === 'Fixed');
  const isDone = (id: string): boolean => must(state.statuses, id).category === 'done';
  return newWorkflow({
    id: `10000000-0000-4000-8000-${projectId.padStart(12, '0')}`,
    name: `Imported workflow ${projectId}`,
    statusIds,
    transitions: statusIds.map((to) =>
      newTransition({
        id: to,
        name: must(state.statuses, to).name,
        from: [],
        to,
        actions: done && isDone(to) ? [setsResolution(`${projectId}-${to}`, done.id)] : [],
      }),
    ),
  });
}

function addBoard(state: JiraState, project: Project, statusIds: readonly string[]): void {
  const column = (name: string, category: CategoryKey) => ({
    name,
    statusIds: statusIds.filter((id) => must(state.statuses, id).category === category),
  });
  const id = state.boards.size + 1;
  state.boards.set(id, {
    id,
    name: `${project.name} board`,
    type: 'kanban',
    projectId: project.id,
    filterId: String(20_000 + id),
    columns: [
      column('To Do', 'new'),
      column('In Progress', 'indeterminate'),
      column('Done', 'done'),
    ],
  });
}
