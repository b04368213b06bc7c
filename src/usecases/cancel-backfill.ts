import type { Answer } from '../contract/answer';
import type { Env } from './env';

/** Steps that may end between our look and our write. */
const TRIES = 5;

/** Stops a backfill; what it has stored stays. Whoever calls has checked the rights. */
export async function cancelBackfill(env: Env, backfillId: string): Promise<Answer<null>> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const shown = await env.sla.findBackfill(backfillId);
    if (shown === null) {
      return { ok: false, problem: { code: 'notFound', text: 'This backfill does not exist.' } };
    }
    if (shown.state !== 'waiting' && shown.state !== 'running') return { ok: true, value: null };
    const cancelled = {
      ...shown,
      state: 'cancelled' as const,
      step: shown.step + 1,
      finishedAt: env.now(),
    };
    if (await env.sla.saveBackfill(cancelled, shown.step)) return { ok: true, value: null };
  }
  const text = 'The backfill is too busy to be cancelled now. Try again.';
  return { ok: false, problem: { code: 'busy', text } };
}
