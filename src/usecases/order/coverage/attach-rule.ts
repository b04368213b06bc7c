import type { Answer } from '../../../contract/answer';
import type { DetachRequest, RuleRequest, RuleResult } from '../../../contract/coverage';
import { changesToAttach, changesToDetach, type RuleChange } from '../../../core/order/rule/rule-changes';
import type { Workflow } from '../../../core/order/rule/workflow';
import { auditSetting } from '../../settings/audit-setting';
import { checkRight } from '../../check-right';
import type { UserEnv } from '../../env';
import { done, refuse, textsFor } from '../../problem';
import { confirmationOf } from './plan-rules';
import { withWorkflowRight } from './workflow-rights';

/**
 * Puts the rule on transitions of one workflow, switches it on there, or lets it ask about one gate
 * more. Live at once: Jira's API has no drafts. Only if the projects that use the workflow are the
 * ones that were shown and confirmed. Three calls of Jira.
 */
export async function attachRule(env: UserEnv, request: RuleRequest): Promise<Answer<RuleResult>> {
  const problem = await checkRight(env, 'changeSettings', null);
  if (problem !== null) return { ok: false, problem };
  const { workflowId, transitions, confirmation } = request;
  const wanted = transitions.map(({ id, gates }) => ({ transitionId: id, gates }));
  return withWorkflowRight(env, async () => {
    const ids = await env.asUser.listProjectsUsing(workflowId);
    if (confirmationOf(ids) !== confirmation) {
      return refuse('conflict', textsFor(env).coverage.usedByOthers);
    }
    return change(env, 'order.attachRule', workflowId, (workflow) =>
      changesToAttach(workflow, wanted),
    );
  });
}

/** Takes the rule off transitions of one workflow, or off all of them. Two calls of Jira. */
export async function detachRule(
  env: UserEnv,
  { workflowId, transitionIds }: DetachRequest,
): Promise<Answer<RuleResult>> {
  const problem = await checkRight(env, 'changeSettings', null);
  if (problem !== null) return { ok: false, problem };
  return withWorkflowRight(env, () =>
    change(env, 'order.detachRule', workflowId, (workflow) =>
      changesToDetach(workflow, transitionIds),
    ),
  );
}

async function change(
  env: UserEnv,
  act: string,
  workflowId: string,
  decide: (workflow: Workflow) => readonly RuleChange[],
): Promise<Answer<RuleResult>> {
  const texts = textsFor(env).coverage;
  const rewritten = await env.asUser.rewriteRules(workflowId, decide);
  if (rewritten.kind === 'gone') return refuse('notFound', texts.workflowGone);
  if (rewritten.kind === 'conflict') return refuse('conflict', texts.conflict);
  const { changes } = rewritten;
  if (changes.length > 0) {
    const transitions = changes.map(({ kind, transitionId }) => `${kind} ${transitionId}`);
    await auditSetting(env, act, { workflowId, transitions: transitions.join(', ') });
  }
  return done({ workflowId, changed: changes.length });
}
