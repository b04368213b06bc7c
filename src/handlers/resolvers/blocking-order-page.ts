import { makeResolver } from '@forge/resolver';
import * as v from 'valibot';
import type { BlockingOrderApi } from '../../contract/blocking-order';
import { describeRule, type RulePlace } from '../../usecases/order/coverage/describe-rule';
import { Nothing, surface } from '../edge';

const Ref = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((ref) => String(ref)),
);

/**
 * Forge docs, "Jira workflow validator": the context of its pages. What a transition's has inside is
 * not written there, so nothing but its id is insisted on.
 */
const Place = v.pipe(
  v.object({
    workflowId: v.string(),
    entryPoint: v.optional(v.string()),
    transitionContext: v.object({
      id: Ref,
      name: v.nullish(v.string(), ''),
      from: v.fallback(v.nullish(v.array(Ref), []), []),
      to: v.fallback(v.nullish(Ref, ''), ''),
    }),
    validatorConfig: v.nullish(v.string(), ''),
  }),
  v.transform(
    ({ workflowId, entryPoint, transitionContext, validatorConfig }): RulePlace => ({
      workflowId,
      transition: {
        ...{ id: transitionContext.id, name: transitionContext.name },
        ...{ fromRefs: transitionContext.from, toRef: transitionContext.to },
      },
      config: entryPoint === 'create' ? null : validatorConfig,
    }),
  ),
);

const on = surface('blocking-order', Place);

/** The pages of jira:workflowValidator "blocking-order" in the workflow editor. */
export const handler = makeResolver<BlockingOrderApi>({
  describe: on('describe', Nothing, (env, _, place) => describeRule(env, place)),
});
