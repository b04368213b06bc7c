import type { Answer } from '../../../contract/answer';
import type { UserEnv } from '../../env';
import { done, refuse, textsFor } from '../../problem';
import { isUnderWay } from '../../queued-runs';

/** Stops a dry run. Whoever calls has checked the rights, here and below. */
export async function cancelDryRun(env: UserEnv, id: string): Promise<Answer<null>> {
  const run = await env.dryRuns.findRun(id);
  if (run === null) return refuse('notFound', textsFor(env).orderSettings.dryRunGone);
  if (isUnderWay(run)) await env.dryRuns.stopRun(id, env.now());
  return done(null);
}

/** Queues the next step of a run whose job was lost; steps of one run never overlap. */
export async function resumeDryRun(env: UserEnv, id: string): Promise<Answer<null>> {
  const run = await env.dryRuns.findRun(id);
  if (run === null) return refuse('notFound', textsFor(env).orderSettings.dryRunGone);
  if (!isUnderWay(run)) return done(null);
  await env.dryRuns.saveRun({ ...run, touchedAt: env.now() });
  await env.queue.pushDryRun(id, 0);
  return done(null);
}

/** Forgets a run and what it found; one under way stops. */
export async function deleteDryRun(env: UserEnv, id: string): Promise<Answer<null>> {
  await env.dryRuns.deleteRun(id);
  return done(null);
}
