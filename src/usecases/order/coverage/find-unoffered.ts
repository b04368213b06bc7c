import type { Workflow } from '../../../core/order/rule/workflow';
import type { UserEnv } from '../../env';
import { JiraError } from '../../ports/jira-error';
import type { ProjectWorkflows } from '../../ports/workflow-port';

/**
 * Ids of workflows for which Jira does not offer the rule (order semantics D20). Asked only where
 * there is somewhere to put it: what Jira says of one company-managed workflow holds for them all,
 * a team-managed one is asked for itself. What cannot be asked counts as offered: attaching says no.
 */
export async function findUnoffered(
  env: UserEnv,
  read: readonly ProjectWorkflows[],
): Promise<ReadonlySet<string>> {
  const workflows = read.flatMap((one) => one.workflows).filter(hasRoom);
  const shared = workflows.filter(({ projectId }) => projectId === null);
  const own = workflows.filter(({ projectId }) => projectId !== null);
  const unoffered = new Set<string>();
  const [sample] = shared;
  if (sample !== undefined && !(await isOffered(env, sample))) {
    for (const { id } of shared) unoffered.add(id);
  }
  for (const workflow of own) {
    if (!(await isOffered(env, workflow))) unoffered.add(workflow.id);
  }
  return unoffered;
}

function hasRoom({ isEditable, transitions }: Workflow): boolean {
  return isEditable && transitions.some(({ rules }) => rules.length === 0);
}

async function isOffered(env: UserEnv, { id }: Workflow): Promise<boolean> {
  try {
    return await env.asUser.offersOrderRule(id);
  } catch (error) {
    if (error instanceof JiraError) return true;
    throw error;
  }
}
