import { inBatches } from '../core/in-batches';
import type { Env } from './env';
import type { QueuePort } from './ports/queue-port';

/** Under the 500 events a minute that Forge's queues take from one site. */
const A_MINUTE = 400;
/** The longest delay of an event is 900 s. */
const MINUTES = 16;

/** Queues many refreshes as fast as Forge's queues allow; what is beyond 6,400 waits for a sweep. */
export function pushRefreshes(env: Env, issueIds: readonly string[]): Promise<void> {
  return pushPaced(env, issueIds, env.queue.pushRefresh);
}

/** The same for looks at the order. */
export function pushOrders(env: Env, issueIds: readonly string[]): Promise<void> {
  return pushPaced(env, issueIds, env.queue.pushOrder);
}

async function pushPaced(
  env: Env,
  issueIds: readonly string[],
  push: QueuePort['pushRefresh'],
): Promise<void> {
  for (const [minute, ids] of inBatches(issueIds, A_MINUTE).entries()) {
    if (minute >= MINUTES) {
      env.log.warn('refreshes left out', { issues: issueIds.length - minute * A_MINUTE });
      return;
    }
    await push(ids, Math.min(900, minute * 60));
  }
}
