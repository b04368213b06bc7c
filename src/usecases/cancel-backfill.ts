import type { Answer } from '../contract/answer';
import { auditSetting } from './audit-setting';
import type { UserEnv } from './env';
import { done, refuse, textsFor } from './problem';

/** Steps that may end between our look and our write. */
const TRIES = 5;

/** Stops a backfill; what it has stored stays. Whoever calls has checked the rights. */
export async function cancelBackfill(env: UserEnv, backfillId: string): Promise<Answer<null>> {
  const texts = textsFor(env);
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const shown = await env.sla.findBackfill(backfillId);
    if (shown === null) return refuse('notFound', texts.backfillGone);
    if (shown.state !== 'waiting' && shown.state !== 'running') return done(null);
    const cancelled = {
      ...shown,
      state: 'cancelled' as const,
      step: shown.step + 1,
      finishedAt: env.now(),
    };
    if (await env.sla.saveBackfill(cancelled, shown.step)) {
      await auditSetting(env, 'cancelBackfill', { backfillId });
      return done(null);
    }
  }
  return refuse('busy', texts.backfillBusy);
}
