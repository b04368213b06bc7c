import type { Answer } from '../contract/answer';
import type { UserEnv } from './env';
import { done, refuse, textsFor } from './problem';

/** Steps that may end between our look and our write. */
const TRIES = 5;

/** Stops a simulation; what it has found so far stays. Whoever calls has checked the rights. */
export async function cancelSimulation(env: UserEnv, id: string): Promise<Answer<null>> {
  const texts = textsFor(env);
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const shown = await env.simulations.findRun(id);
    if (shown === null) return refuse('notFound', texts.simulationGone);
    if (shown.state !== 'waiting' && shown.state !== 'running') return done(null);
    const cancelled = {
      ...shown,
      state: 'cancelled' as const,
      step: shown.step + 1,
      finishedAt: env.now(),
    };
    if (await env.simulations.saveRun(cancelled, shown.step)) return done(null);
  }
  return refuse('busy', texts.backfillBusy);
}
