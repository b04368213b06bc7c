import type { Env } from '../../env';

/** More wait for the next five minutes. */
const AT_MOST = 200;

/**
 * Queues a look at the issues whose place in the order time has changed: a lag or a date is over, a
 * notice has settled. One statement, by the index; asked only when there are any.
 */
export async function lookAtDue(env: Env): Promise<void> {
  const due = await env.orderStates.listDueStates(env.now(), AT_MOST);
  if (due.length > 0) await env.queue.pushOrder(due, 0);
}
