import * as v from 'valibot';
import { attachRule, detachRule } from '../usecases/order/coverage/attach-rule';
import { loadCoverage } from '../usecases/order/coverage/load-coverage';
import { planRules } from '../usecases/order/coverage/plan-rules';
import { listRuledWorkflows } from '../usecases/order/coverage/prepare-uninstall';
import { Anywhere, surface } from './edge';

const Id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(64));
const From = v.object({ from: v.pipe(v.number(), v.integer(), v.minValue(0)) });
const Gates = v.pipe(v.array(v.picklist(['start', 'finish'])), v.minLength(1), v.maxLength(2));
const Transitions = v.pipe(
  v.array(v.object({ id: Id, gates: Gates })),
  v.minLength(1),
  v.maxLength(500),
);

const on = surface('tam-settings', Anywhere);

/** The tab "Coverage" of the admin page, as part of its resolver. */
export const coverageFunctions = {
  coverage: on('coverage', From, (env, { from }) => loadCoverage(env, from)),
  planRules: on(
    'planRules',
    v.object({ workflowIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(25)) }),
    (env, { workflowIds }) => planRules(env, workflowIds),
  ),
  attachRule: on(
    'attachRule',
    v.object({ workflowId: Id, transitions: Transitions, confirmation: Id }),
    attachRule,
  ),
  detachRule: on(
    'detachRule',
    v.object({
      workflowId: Id,
      transitionIds: v.nullable(v.pipe(v.array(Id), v.minLength(1), v.maxLength(500))),
    }),
    detachRule,
  ),
  ruledWorkflows: on('ruledWorkflows', From, (env, { from }) => listRuledWorkflows(env, from)),
};
