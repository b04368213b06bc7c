import { type Call, type Endpoint, refuse } from '../endpoint';
import { findProject } from '../state/state';
import type { Workflow } from '../state/workflow-types';
import { FORGE_VALIDATOR, projectsUsing, workflowFor } from '../state/workflows';
import { maySeeWorkflow, noWorkflowRight } from '../workflow-rights';

/** Which rules a workflow may carry. */
export const workflowCapabilityEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/rest/api/3/workflows/capabilities',
    query: ['workflowId', 'projectId', 'issueTypeId'],
    answer: (call) => {
      const workflow = askedWorkflow(call);
      if (!maySeeWorkflow(call.site, call.actor, workflow)) throw noWorkflowRight(call.site);
      const projects = projectsUsing(call.site.state, workflow.id);
      const body = {
        editorScope: workflow.projectId === null ? 'GLOBAL' : 'PROJECT',
        projectTypes: [...new Set(projects.map(({ typeKey }) => typeKey))],
        systemRules,
        forgeRules: forgeRulesFor(call, workflow),
        connectRules: [],
        triggerRules: [],
      };
      return { status: 200, body };
    },
  },
];

const systemRules = [
  {
    ruleKey: 'system:check-permission-validator',
    name: 'Permission validator',
    description: 'Checks that the person has a permission.',
    incompatibleRuleKeys: [],
    isAvailableForInitialTransition: true,
    isVisible: true,
    ruleType: 'Validator',
  },
  {
    ruleKey: 'system:update-field',
    name: 'Update a field',
    description: 'Sets a field when the transition is done.',
    incompatibleRuleKeys: [],
    isAvailableForInitialTransition: true,
    isVisible: true,
    ruleType: 'Function',
  },
];

function askedWorkflow({ site, query }: Call): Workflow {
  const [workflowId, projectId, typeId] = ['workflowId', 'projectId', 'issueTypeId'].map((name) =>
    query.get(name),
  );
  const project = findProject(site.state, projectId ?? '');
  const workflow =
    workflowId != null
      ? site.state.workflows.get(workflowId)
      : project && typeId != null && project.issueTypeIds.includes(typeId)
        ? workflowFor(site.state, project, typeId)
        : undefined;
  if (workflow) return workflow;
  throw refuse(400, 'Name a workflow, or a project and one of its issue types.');
}

function forgeRulesFor({ site }: Call, { projectId }: Workflow): unknown[] {
  const kind = projectId === null ? 'company-managed' : 'team-managed';
  return [...site.state.forgeRules.values()]
    .filter(({ projectTypes }) => projectTypes.includes(kind))
    .map(({ id, name, description }) => ({
      id,
      name,
      description,
      ruleKey: FORGE_VALIDATOR,
      ruleType: 'Validator',
    }));
}
