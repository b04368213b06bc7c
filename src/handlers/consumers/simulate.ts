import * as v from 'valibot';
import { simulateContract } from '../../usecases/simulate-contract';
import { inBackground } from '../edge-background';

const SimulationJob = v.object({ body: v.object({ simulationId: v.string() }) });

/** consumer "simulate": takes the next steps of a run of the contract simulator. */
export const handler = inBackground('simulate', SimulationJob, ({ env }, { body }) =>
  simulateContract(env, body.simulationId),
);
