import type { SimulationList, SimulationRow } from '../../../src/contract/simulation';
import { resolver } from './resolver';
import { type RunList, useRunList } from './use-run-list';

const noRuns: SimulationList = { runs: [], open: null };
const ask = (open: string | undefined) => resolver.simulations(open === undefined ? {} : { open });

export type Simulations = RunList<SimulationList>;

export function isSimulating({ state }: Pick<SimulationRow, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** The last runs of the simulator, looked at again while one goes on and somebody sees the page. */
export function useSimulations(): Simulations {
  return useRunList(noRuns, ask);
}
