import type { Answer } from '../../contract/answer';
import { cancelSteps } from '../cancel-steps';
import type { UserEnv } from '../env';
import { done, refuse, textsFor } from '../problem';

/** Stops a simulation; what it has found so far stays. Whoever calls has checked the rights. */
export async function cancelSimulation(env: UserEnv, id: string): Promise<Answer<null>> {
  const outcome = await cancelSteps(
    env.now(),
    () => env.simulations.findRun(id),
    env.simulations.saveRun,
  );
  if (outcome === 'gone') return refuse('notFound', textsFor(env).simulationGone);
  if (outcome === 'busy') return refuse('busy', textsFor(env).cancelBusy);
  return done(null);
}
