import type { Issue } from '../../../core/issue';
import { type OrderGraph, orderGraphOf } from '../../../core/order/graph/order-graph';
import type { Gate } from '../../../core/order/judge/judgement';
import { openOrder } from '../../../core/order/judge/open-order';
import type { Env } from '../../env';
import { readAround } from './read-around';
import { readDates, readReleases } from './read-order-facts';
import type { OrderSetup } from './read-order-site';

/**
 * The order around one issue as the rule would judge it this moment: read as the app, since what
 * somebody may not see holds the work back all the same. Null when the app cannot read the issue.
 * Reads of Jira as `readAround` and `giveBackPasses`; three SQL statements.
 */
export async function judgeNow(
  env: Env,
  { id, key }: Pick<Issue, 'id' | 'key'>,
  gate: Gate,
  setup: OrderSetup,
): Promise<OrderGraph | null> {
  const nearIds = await env.order.findNearIds(key);
  const around = await readAround(env, { idOrKey: id, at: gate, nearIds }, setup.rules);
  if (around === null) return null;
  const dates = await readDates(env, around, setup);
  const facts = await readReleases(env, around, dates, setup);
  return orderGraphOf(openOrder(around.graph, setup.rules, facts), env.now());
}
