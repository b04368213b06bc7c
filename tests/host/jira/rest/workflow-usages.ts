import { queryList, queryNumber } from '../call-values';
import { type Call, type Endpoint, refuse } from '../endpoint';
import { self } from '../render/names';
import { findProject, must } from '../state/state';
import type { Project } from '../state/types';
import type { Workflow } from '../state/workflow-types';
import { projectsUsing, typesUsing } from '../state/workflows';
import { administersJira, maySeeWorkflow, noWorkflowRight } from '../workflow-rights';

const one = '/rest/api/3/workflow/{workflowId}';

/** Who follows a workflow, and which workflows a project follows. */
export const workflowUsageEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: `${one}/projectUsages`,
    query: ['nextPageToken', 'maxResults'],
    answer: (call) => {
      const { id } = workflowOfCall(call);
      const ids = projectsUsing(call.site.state, id).map((project) => project.id);
      return { status: 200, body: { workflowId: id, projects: usagePage(call, ids) } };
    },
  },
  {
    method: 'GET',
    path: `${one}/project/{projectId}/issueTypeUsages`,
    query: ['nextPageToken', 'maxResults'],
    answer: (call) => {
      const { id } = workflowOfCall(call);
      const project = findProject(call.site.state, call.path.projectId ?? '');
      if (!project) throw refuse(404, 'The project does not exist.');
      const issueTypes = usagePage(call, typesUsing(project, id));
      return { status: 200, body: { workflowId: id, projectId: project.id, issueTypes } };
    },
  },
  {
    method: 'GET',
    path: '/rest/api/3/workflowscheme/project',
    query: ['projectId'],
    answer: projectSchemes,
  },
];

function workflowOfCall({ site, actor, path }: Call): Workflow {
  const workflow = site.state.workflows.get(path.workflowId ?? '');
  if (!workflow) throw refuse(404, 'The workflow does not exist.');
  if (!maySeeWorkflow(site, actor, workflow)) throw noWorkflowRight(site);
  return workflow;
}

function usagePage(call: Call, ids: readonly string[]): Record<string, unknown> {
  const maxResults = queryNumber(call, 'maxResults', 50);
  if (maxResults < 1 || maxResults > 200) throw refuse(400, 'maxResults must be 1 to 200.');
  const start = Number(call.query.get('nextPageToken') ?? 0);
  const values = ids.slice(start, start + maxResults).map((id) => ({ id }));
  const next = start + values.length;
  return { values, ...(next < ids.length ? { nextPageToken: String(next) } : {}) };
}

/** One scheme for each set of workflows; team-managed and unknown projects are passed over. */
function projectSchemes(call: Call) {
  const { site, actor } = call;
  if (!administersJira(site, actor)) {
    throw refuse(403, 'Only Jira administrators can see workflow schemes.');
  }
  const ids = queryList(call, 'projectId');
  if (ids.length === 0 || ids.length > 100) throw refuse(400, 'Name 1 to 100 projects.');
  const schemes = new Map<string, { project: Project; projectIds: string[] }>();
  for (const id of ids) {
    const project = site.state.projects.get(id);
    if (!project || project.isTeamManaged) continue;
    const key = schemeKey(project);
    const scheme = schemes.get(key) ?? { project, projectIds: [] };
    scheme.projectIds.push(id);
    schemes.set(key, scheme);
  }
  const values = [...schemes.values()].map(({ project, projectIds }) => ({
    projectIds,
    workflowScheme: schemeBody(call, project),
  }));
  return { status: 200, body: { values } };
}

const schemeKey = ({ workflowId, workflowByType }: Project): string =>
  JSON.stringify([workflowId, [...workflowByType].sort()]);

/** The default scheme, which is Jira's own workflow for everything, has no id. */
function schemeBody({ site }: Call, project: Project): Record<string, unknown> {
  const { state } = site;
  const name = (id: string): string => must(state.workflows, id).name;
  const { workflowId, workflowByType } = project;
  const defaultWorkflow = name(workflowId);
  const mappings = [...workflowByType].map(([typeId, id]) => [typeId, name(id)] as const);
  const facts = {
    name: `${defaultWorkflow} scheme`,
    description: '',
    defaultWorkflow,
    issueTypeMappings: Object.fromEntries(mappings),
  };
  if (defaultWorkflow === 'jira' && mappings.length === 0) return facts;
  const keys = [...new Set([...state.projects.values()].map(schemeKey))];
  const id = 10_100 + keys.indexOf(schemeKey(project));
  return { id, ...facts, self: self(`workflowscheme/${id}`) };
}
