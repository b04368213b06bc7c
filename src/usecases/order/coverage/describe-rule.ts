import type { Answer } from '../../../contract/answer';
import type { RulePageView } from '../../../contract/blocking-order';
import { gatesOf } from '../../../core/order/rule/coverage';
import { gatesOn } from '../../../core/order/policy/gates-on';
import type { Gate } from '../../../core/order/judge/judgement';
import type { StatusMap } from '../../../core/order/policy/order-policy';
import { gatesOfText } from '../../../core/order/rule/rule-gates';
import type { Workflow, WorkflowTransition } from '../../../core/order/rule/workflow';
import type { UserEnv } from '../../env';
import { done, refuse, textsFor } from '../../problem';
import { type OrderSetup, readOrderSetup } from '../read/read-order-site';
import { withWorkflowRight } from './workflow-rights';

/** Where the page of a rule stands in the workflow editor, as Forge tells it. */
export type RulePlace = {
  readonly workflowId: string;
  readonly transition: {
    readonly id: string;
    readonly name: string;
    readonly fromRefs: readonly string[];
    readonly toRef: string;
  };
  /** As Jira keeps it; null when the rule is new. */
  readonly config: string | null;
};

/**
 * What a rule does on its transition. Jira itself says who may know: only those who may change a
 * workflow may read it. Three reads of Jira.
 */
export async function describeRule(env: UserEnv, place: RulePlace): Promise<Answer<RulePageView>> {
  return withWorkflowRight(env, async () => {
    const workflow = await env.asUser.findWorkflow(place.workflowId);
    if (workflow === null) return refuse('notFound', textsFor(env).coverage.workflowGone);
    const setup = await readOrderSetup(env);
    const transition = transitionOf(workflow, place);
    const nameOf = (ref: string) => workflow.statuses.find((one) => one.ref === ref)?.name ?? '';
    const { policies, onUncertain } = setup.rules;
    const anywhere = setup.site.handOvers.map((form) => ({ ...form, fromProjectKey: null }));
    return done({
      transition: {
        name: transition.name,
        from: transition.kind === 'directed' ? transition.fromRefs.map(nameOf) : null,
        to: nameOf(transition.toRef),
      },
      gates: await gatesPassed(env, workflow, transition, setup),
      policyGates: gatesOn(policies, anywhere, ''),
      onUncertain,
      chosen: place.config === null ? null : gatesOfText(place.config),
    });
  });
}

/** As it was saved; one that is only being drawn in the editor is as the editor says. */
function transitionOf(
  { transitions }: Workflow,
  { transition: shown }: RulePlace,
): WorkflowTransition {
  const saved = transitions.find(({ id }) => id === shown.id);
  if (saved !== undefined) return saved;
  const kind = shown.fromRefs.length === 0 ? 'global' : 'directed';
  return { ...shown, kind, isInPortal: false, rules: [] };
}

/** In any of the departments that use the workflow: each may see its statuses in its own way. */
async function gatesPassed(
  env: UserEnv,
  workflow: Workflow,
  transition: WorkflowTransition,
  { rules, departments }: OrderSetup,
): Promise<readonly Gate[]> {
  const users = await env.asUser.listProjectsUsing(workflow.id);
  const maps: readonly StatusMap[] = departments
    .filter(({ projectId }) => users.includes(projectId))
    .map(({ projectKey }) => rules.statusMaps[projectKey] ?? {});
  const gates = (maps.length === 0 ? [{}] : maps).flatMap((map) =>
    gatesOf(workflow, transition, map),
  );
  return [...new Set(gates)];
}
