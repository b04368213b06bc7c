import { tellDueWarnings } from './clocks/tell-due-warnings';
import type { Env } from './env';
import { lookAtDue } from './order/follow/look-at-due';

/**
 * What the schedule of every five minutes does: places in the order that time has changed, and what
 * found no place in the queue, are looked at, clocks that come near their end are told of. One SQL
 * statement while there is nothing to do.
 */
export async function doWhatIsDue(env: Env): Promise<void> {
  const { toTell, toLookAt } = await env.warnings.findWork(env.now());
  if (toLookAt) {
    await env.queue.pushWaiting();
    await lookAtDue(env);
  }
  if (toTell) await tellDueWarnings(env);
}
