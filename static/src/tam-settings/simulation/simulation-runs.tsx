import type { SimulationList, SimulationRow } from '../../../../src/contract/simulation';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import { isUnderWay } from '../runs/run';
import type { RunKind } from '../runs/run-kind';
import { RunTable } from '../runs/run-table';
import type { Simulations } from './use-simulations';

const calls: RunKind<SimulationRow, SimulationList>['calls'] = {
  resume: (simulationId) => resolver.resumeSimulation({ simulationId }),
  cancel: (simulationId) => resolver.cancelSimulation({ simulationId }),
  remove: (simulationId) => resolver.deleteSimulation({ simulationId }),
};

/** The last simulations, with the contracts that they compare. */
export function SimulationRuns(props: Pick<Simulations, 'list' | 'accept' | 'show'>) {
  const { simulation } = useTexts();
  const { what, contracts, flips } = simulation.runColumns;
  const kind: RunKind<SimulationRow, SimulationList> = {
    title: simulation.runs,
    columns: { what, count: flips },
    about: (run) => simulation.about(run.clientProjectKey, run.months),
    bar: simulation.bar,
    countOf: (run) => (isUnderWay(run) ? null : run.flipCount),
    detail: { title: contracts, of: (run) => <Contracts run={run} /> },
    calls,
  };
  return (
    <>
      <h3>{simulation.runs}</h3>
      <RunTable {...props} kind={kind} />
    </>
  );
}

function Contracts({ run }: { run: SimulationRow }) {
  const { simulation } = useTexts();
  return (
    <>
      <bdi>{run.other}</bdi>
      <div className="small subtle">
        {simulation.insteadOf} <bdi>{run.present}</bdi>
      </div>
    </>
  );
}
