import type { Answer } from '../../../contract/answer';
import type { RulePlan } from '../../../contract/coverage';
import { sha256 } from '../../../core/sha256';
import { checkRight } from '../../check-right';
import type { UserEnv } from '../../env';
import { done } from '../../problem';
import { withWorkflowRight } from './workflow-rights';

/**
 * Whom a change of these workflows would concern: every project that uses one, departments or not.
 * One read of Jira per hundred projects and one for each workflow.
 */
export async function planRules(
  env: UserEnv,
  workflowIds: readonly string[],
): Promise<Answer<readonly RulePlan[]>> {
  const problem = await checkRight(env, 'changeSettings', null);
  if (problem !== null) return { ok: false, problem };
  return withWorkflowRight(env, async () => {
    const [projects, departments] = await Promise.all([
      env.asUser.listProjects(),
      env.settings.listDepartments(),
    ]);
    const isDepartment = (id: string) => departments.some(({ projectId }) => projectId === id);
    const plans: RulePlan[] = [];
    for (const workflowId of workflowIds) {
      const ids = await env.asUser.listProjectsUsing(workflowId);
      const seen = projects.filter(({ id }) => ids.includes(id));
      plans.push({
        workflowId,
        projects: seen.map(({ id, key, name }) => ({
          ...{ id, key, name },
          isDepartment: isDepartment(id),
        })),
        hiddenProjects: ids.length - seen.length,
        confirmation: confirmationOf(ids),
      });
    }
    return done(plans);
  });
}

/** What stands for "these projects and no others". */
export function confirmationOf(projectIds: readonly string[]): string {
  return sha256([...new Set(projectIds)].sort().join(','));
}
