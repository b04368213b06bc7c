import * as v from 'valibot';
import { sweepOrder } from '../../usecases/order/sweep-order';
import { sweepIncidents } from '../../usecases/sweep-incidents';
import { inBackground } from '../edge-background';

/** scheduledTrigger "nightly-sweep": finds what no event told. */
export const handler = inBackground('nightly-sweep', v.unknown(), async ({ env }) => {
  await sweepIncidents(env);
  await sweepOrder(env);
});
