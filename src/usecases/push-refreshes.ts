import type { Env } from './env';

/** Under the 500 events a minute that Forge's queues take from one site. */
const A_MINUTE = 400;
/** The longest delay of an event is 900 s. */
const MINUTES = 16;

/** Queues many refreshes as fast as Forge's queues allow; what is beyond 6,400 waits for a sweep. */
export async function pushRefreshes(env: Env, issueIds: readonly string[]): Promise<void> {
  for (let minute = 0; minute * A_MINUTE < issueIds.length; minute += 1) {
    const ids = issueIds.slice(minute * A_MINUTE, (minute + 1) * A_MINUTE);
    if (minute >= MINUTES) {
      env.log.warn('refreshes left out', { issues: issueIds.length - minute * A_MINUTE });
      return;
    }
    await env.queue.pushRefresh(ids, Math.min(900, minute * 60));
  }
}
