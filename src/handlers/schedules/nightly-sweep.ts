import * as v from 'valibot';
import { sweepIncidents } from '../../usecases/clocks/sweep-incidents';
import { sweepOrder } from '../../usecases/order/follow/sweep-order';
import { inBackground } from '../edge-background';

/** scheduledTrigger "nightly-sweep": finds what no event told. */
export const handler = inBackground('nightly-sweep', v.unknown(), async ({ env }) => {
  await sweepIncidents(env);
  await sweepOrder(env);
});
