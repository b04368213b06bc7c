import { handOverFormOf } from '../../../core/order/policy/order-site';
import type { Env } from '../../env';
import { readOrderSite } from '../read/read-order-site';

/**
 * Does a hand-over wait for whoever works on this issue: one to be accepted or returned, or one that
 * came back? Two reads of KVS at most.
 */
export async function hasToAnswer(env: Env, issueId: string): Promise<boolean> {
  const site = await readOrderSite(env);
  if (site.handOvers.length === 0) return false;
  const { toAnswer } = await env.order.findHandOverHint(issueId);
  return toAnswer.some(
    ({ fromProjectKey, toProjectKey }) =>
      handOverFormOf(site, fromProjectKey, toProjectKey) !== null,
  );
}
