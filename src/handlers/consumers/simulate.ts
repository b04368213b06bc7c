import * as v from 'valibot';
import { runDryRun } from '../../usecases/order/dry-run/run-dry-run';
import { sweepOrder } from '../../usecases/order/follow/sweep-order';
import { simulateContract } from '../../usecases/simulation/simulate-contract';
import { inBackground } from '../edge-background';

const LongJob = v.object({
  body: v.union([
    v.object({ simulationId: v.string() }),
    v.object({ dryRunId: v.string() }),
    v.object({ sweep: v.literal('order') }),
  ]),
});

/**
 * consumer "simulate": the next steps of a run of the contract simulator or of a dry run of the
 * order, or a look over the whole order.
 */
export const handler = inBackground('simulate', LongJob, ({ env }, { body }) => {
  if ('simulationId' in body) return simulateContract(env, body.simulationId);
  return 'dryRunId' in body ? runDryRun(env, body.dryRunId) : sweepOrder(env);
});
