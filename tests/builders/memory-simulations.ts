import type { SimulationPort, SimulationRun } from '../../src/usecases/ports/simulation-port';

/** Runs of the simulator in memory, as their port says they are kept. */
export class MemorySimulations implements SimulationPort {
  runs: readonly SimulationRun[] = [];

  addRun: SimulationPort['addRun'] = async (run) => {
    if (this.runs.some(({ finishedAt }) => finishedAt === null)) return false;
    this.runs = [run];
    return true;
  };

  findRun: SimulationPort['findRun'] = async (id) => this.runs.find((run) => run.id === id) ?? null;

  findLatestRun: SimulationPort['findLatestRun'] = async () => this.runs.at(-1) ?? null;

  saveRun: SimulationPort['saveRun'] = async (run, shownStep) => {
    if ((await this.findRun(run.id))?.step !== shownStep) return false;
    this.runs = this.runs.map((stored) => (stored.id === run.id ? run : stored));
    return true;
  };
}
