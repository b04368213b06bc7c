import type { SimulationList } from '../../../../src/contract/simulation';
import { resolver } from '../resolver';
import { type RunList, useRunList } from '../runs/use-run-list';

const noRuns: SimulationList = { runs: [], open: null };
const ask = (open: string | undefined) => resolver.simulations(open === undefined ? {} : { open });

export type Simulations = RunList<SimulationList>;

/** The last runs of the simulator, looked at again while one goes on and somebody sees the page. */
export function useSimulations(): Simulations {
  return useRunList(noRuns, ask);
}
