import type { Answer } from '../../../contract/answer';
import type { UserEnv } from '../../env';
import { done, refuse, textsFor } from '../../problem';
import { isUnderWay } from '../../queued-runs';
import { readOrderInput } from '../settings/order-input';

/** They run one after the other. */
const UNDER_WAY_AT_MOST = 3;

/**
 * Begins to judge the last days by these rules, saved or not, through the queue; answers the run's
 * id. Changes nothing of the order. Whoever calls has checked the rights.
 */
export async function startDryRun(
  env: UserEnv,
  input: unknown,
  days: number,
): Promise<Answer<string>> {
  const read = await readOrderInput(env, input);
  if (!read.ok) return read;
  const waiting = (await env.dryRuns.listRuns()).filter(isUnderWay);
  if (waiting.length >= UNDER_WAY_AT_MOST) {
    return refuse('conflict', textsFor(env).orderSettings.dryRunsUnderWay(UNDER_WAY_AT_MOST));
  }
  const { rules, site } = read.value;
  const id = env.newId();
  const now = env.now();
  await env.dryRuns.addRun({
    ...{ id, days, rules, calendars: site.calendars },
    startedBy: env.viewer.accountId,
    ...{ state: 'waiting', page: null, pages: 0, done: 0, total: null, unreadable: 0 },
    ...{ error: null, startedAt: now, finishedAt: null, touchedAt: now, found: null },
  });
  await env.queue.pushDryRun(id, 0);
  return done(id);
}
