import type { Answer } from '../../../contract/answer';
import type { RuledWorkflows } from '../../../contract/coverage';
import { checkRight } from '../../check-right';
import type { UserEnv } from '../../env';
import { done } from '../../problem';
import { withWorkflowRight } from './workflow-rights';

/**
 * One page of the site's workflows, departments' or not: those that carry the rule. Before the app
 * is uninstalled it has to be taken off each: Jira refuses every transition whose rule has lost its
 * app (order semantics D32). One read of Jira per page.
 */
export async function listRuledWorkflows(
  env: UserEnv,
  from: number,
): Promise<Answer<RuledWorkflows>> {
  const problem = await checkRight(env, 'changeSettings', null);
  if (problem !== null) return { ok: false, problem };
  return withWorkflowRight(env, async () => {
    const { workflows, total, next } = await env.asUser.listWorkflows(from);
    const ruled = workflows
      .map(({ id, name, isEditable, transitions }) => ({
        ...{ id, name, isEditable },
        rules: transitions.flatMap(({ rules }) => rules).length,
      }))
      .filter(({ rules }) => rules > 0);
    return done({ workflows: ruled, seen: from + workflows.length, total, next });
  });
}
