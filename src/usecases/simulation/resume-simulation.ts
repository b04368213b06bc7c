import type { Answer } from '../../contract/answer';
import type { UserEnv } from '../env';
import { done, refuse, textsFor } from '../problem';
import { isUnderWay } from '../queued-runs';

/**
 * Queues the next step of a run whose job was lost. One that is still queued loses by
 * compare-and-set. Whoever calls has checked the rights.
 */
export async function resumeSimulation(env: UserEnv, id: string): Promise<Answer<null>> {
  const run = await env.simulations.findRun(id);
  if (run === null) return refuse('notFound', textsFor(env).simulationGone);
  if (!isUnderWay(run)) return done(null);
  await env.simulations.saveRun({ ...run, touchedAt: env.now(), step: run.step + 1 }, run.step);
  await env.queue.pushSimulation(id, 0);
  return done(null);
}
