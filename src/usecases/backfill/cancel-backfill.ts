import type { Answer } from '../../contract/answer';
import { cancelSteps } from '../cancel-steps';
import type { UserEnv } from '../env';
import { done, refuse, textsFor } from '../problem';
import { auditSetting } from '../settings/audit-setting';

/** Stops a backfill; what it has stored stays. Whoever calls has checked the rights. */
export async function cancelBackfill(env: UserEnv, backfillId: string): Promise<Answer<null>> {
  const outcome = await cancelSteps(
    env.now(),
    () => env.sla.findBackfill(backfillId),
    env.sla.saveBackfill,
  );
  if (outcome === 'gone') return refuse('notFound', textsFor(env).backfillGone);
  if (outcome === 'busy') return refuse('busy', textsFor(env).cancelBusy);
  if (outcome === 'cancelled') await auditSetting(env, 'cancelBackfill', { backfillId });
  return done(null);
}
