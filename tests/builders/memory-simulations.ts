import {
  RUNS_KEPT,
  type SimulationPort,
  type SimulationRun,
} from '../../src/usecases/ports/simulation-port';

/** Runs of the simulator in memory, as their port says they are kept. Latest first. */
export class MemorySimulations implements SimulationPort {
  runs: readonly SimulationRun[] = [];

  addRun: SimulationPort['addRun'] = async (run) => {
    const kept = this.runs.filter(
      ({ finishedAt }, place) => finishedAt === null || place < RUNS_KEPT - 1,
    );
    this.runs = [run, ...kept];
  };

  findRun: SimulationPort['findRun'] = async (id) => this.runs.find((run) => run.id === id) ?? null;

  listRuns: SimulationPort['listRuns'] = async () =>
    this.runs.map((run) => ({ ...run, flipCount: run.result.flipCount }));

  saveRun: SimulationPort['saveRun'] = async (run, shownStep) => {
    if ((await this.findRun(run.id))?.step !== shownStep) return false;
    this.runs = this.runs.map((stored) => (stored.id === run.id ? run : stored));
    return true;
  };

  deleteRun: SimulationPort['deleteRun'] = async (id) => {
    this.runs = this.runs.filter((run) => run.id !== id);
  };
}
