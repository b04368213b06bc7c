import type { Answer } from '../../contract/answer';
import type { UserEnv } from '../env';
import { done } from '../problem';

/** Forgets a run and what it found; one under way stops. Whoever calls has checked the rights. */
export async function deleteSimulation(env: UserEnv, id: string): Promise<Answer<null>> {
  await env.simulations.deleteRun(id);
  return done(null);
}
