import * as v from 'valibot';
import type { Workflow } from '../core/order/rule/workflow';
import { JiraError } from '../usecases/ports/jira-error';
import type { ProjectWorkflows, WorkflowProblem } from '../usecases/ports/workflow-port';
import { type Jira, route } from './http';
import { inChunks } from './in-chunks';
import { readByName, readRaw } from './read-workflows';

/** Jira docs, "Get workflow scheme project associations": at most a hundred projects. */
const PROJECTS_PER_READ = 100;

const Schemes = v.object({
  values: v.array(
    v.object({
      projectIds: v.array(v.string()),
      workflowScheme: v.object({
        defaultWorkflow: v.nullish(v.string()),
        issueTypeMappings: v.nullish(v.record(v.string(), v.string()), {}),
      }),
    }),
  ),
});

/**
 * The workflows of projects. Schemes tell those of company-managed projects, also for types that a
 * project does not have; team-managed projects have none, so there each type is asked for.
 */
export async function listProjectWorkflows(
  jira: Jira,
  projectIds: readonly string[],
  ruleKey: string,
): Promise<readonly ProjectWorkflows[]> {
  const names = await namesByProject(jira, projectIds);
  const known = await readByName(jira, [...names.values()].flat(), ruleKey);
  const found: ProjectWorkflows[] = [];
  for (const projectId of projectIds) {
    const own = names.get(projectId);
    found.push(
      own === undefined
        ? await teamManaged(jira, projectId, ruleKey)
        : companyManaged(projectId, own, known),
    );
  }
  return found;
}

async function namesByProject(
  jira: Jira,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const pages = await inChunks(projectIds, PROJECTS_PER_READ, (ids) => {
    const query = new URLSearchParams(ids.map((id): [string, string] => ['projectId', id]));
    return jira({
      method: 'GET',
      url: route`/rest/api/3/workflowscheme/project?${query}`,
      endpoint: '/rest/api/3/workflowscheme/project',
      answer: Schemes,
      send: 'again',
    });
  });
  const names = new Map<string, readonly string[]>();
  for (const { projectIds: ids, workflowScheme } of pages.flatMap(({ values }) => values)) {
    const { defaultWorkflow, issueTypeMappings } = workflowScheme;
    const used = new Set([defaultWorkflow ?? [], ...Object.values(issueTypeMappings)].flat());
    for (const id of ids) names.set(id, [...used]);
  }
  return names;
}

function companyManaged(
  projectId: string,
  names: readonly string[],
  known: readonly Workflow[],
): ProjectWorkflows {
  // Several may have one name: a team-managed project's own is not what a scheme means.
  const workflows = known.filter((one) => one.projectId === null && names.includes(one.name));
  const problem = workflows.length < names.length ? 'failed' : null;
  return { projectId, isTeamManaged: false, workflows, problem };
}

const Types = v.array(v.object({ id: v.string() }));

async function teamManaged(
  jira: Jira,
  projectId: string,
  ruleKey: string,
): Promise<ProjectWorkflows> {
  const told = { projectId, isTeamManaged: true };
  try {
    const types = await jira({
      method: 'GET',
      url: route`/rest/api/3/project/${projectId}/statuses`,
      endpoint: '/rest/api/3/project/{projectIdOrKey}/statuses',
      answer: Types,
      send: 'again',
    });
    if (types.length === 0) return { ...told, workflows: [], problem: null };
    const projectAndIssueTypes = types.map(({ id }) => ({ projectId, issueTypeId: id }));
    const { workflows } = await readRaw(jira, { projectAndIssueTypes }, ruleKey);
    return { ...told, workflows, problem: workflows.length === 0 ? 'noRight' : null };
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    return { ...told, workflows: [], problem: problemOf(error) };
  }
}

function problemOf({ status }: JiraError): WorkflowProblem {
  if (status === 401 || status === 403) return 'noRight';
  return status === 404 ? 'gone' : 'failed';
}
