import type {
  DepartmentCoverage,
  TransitionCoverage,
  WorkflowCoverage,
} from '../../../contract/coverage';
import {
  type Covered,
  type CoveredProject,
  coverWorkflow,
  weakestOf,
} from '../../../core/order/rule/coverage';
import type { Workflow, WorkflowStatus } from '../../../core/order/rule/workflow';
import type { Department } from '../../../core/project/client-project';
import type { ProjectWorkflows } from '../../ports/workflow-port';

/** What the page shows of one department. No gate on anywhere in it: advisory, nothing can hold. */
export function departmentCoverage(
  { projectId, projectKey, name }: Department,
  { isTeamManaged, workflows, problem }: ProjectWorkflows,
  project: CoveredProject,
  unoffered: ReadonlySet<string>,
): DepartmentCoverage {
  const shown = workflows.map((workflow) => workflowCoverage(workflow, project, unoffered));
  const gated = shown.flatMap(({ transitions }) =>
    transitions.filter(({ gates }) => gates.length > 0),
  );
  const states = gated.map(({ state }) => state);
  if (problem !== null) states.push('unknown');
  if (project.gates.length === 0) states.push('advisory');
  return {
    ...{ projectId, projectKey, name, isTeamManaged, unreadable: problem },
    state: weakestOf(states),
    workflows: shown,
  };
}

function workflowCoverage(
  workflow: Workflow,
  project: CoveredProject,
  unoffered: ReadonlySet<string>,
): WorkflowCoverage {
  const { id, name, isEditable, statuses } = workflow;
  const offer = unoffered.has(id) ? 'notOffered' : 'offered';
  const covered = coverWorkflow(workflow, project, offer);
  return {
    ...{ id, name, isEditable },
    transitions: covered.map((one) => transitionCoverage(one, statuses)),
  };
}

function transitionCoverage(
  { transition, gates, state, gaps, isMissing }: Covered,
  statuses: readonly WorkflowStatus[],
): TransitionCoverage {
  const nameOf = (ref: string) => statuses.find((status) => status.ref === ref)?.name ?? '';
  return {
    ...{ id: transition.id, name: transition.name, gates, state, gaps, isMissing },
    from: transition.kind === 'directed' ? transition.fromRefs.map(nameOf) : null,
    to: nameOf(transition.toRef),
    hasRule: transition.rules.length > 0,
  };
}
