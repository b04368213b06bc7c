import type { Instant } from '../../src/core/time';
import type { DryRunPort, DryRunRun, PastStep } from '../../src/usecases/ports/dry-run-port';

/** Dry runs in memory, latest first; a page holds what one step has kept. */
export class MemoryDryRuns implements DryRunPort {
  runs: DryRunRun[] = [];
  readonly pages = new Map<string, readonly PastStep[]>();

  addRun = async (run: DryRunRun) => void this.runs.unshift(run);
  findRun = async (id: string) => this.runs.find((run) => run.id === id) ?? null;
  listRuns = async () => this.runs;
  saveRun = async (run: DryRunRun) => {
    const at = this.runs.findIndex(({ id }) => id === run.id);
    if (at < 0 || this.runs[at]?.state === 'cancelled') return false;
    this.runs[at] = run;
    return true;
  };
  stopRun = async (id: string, at: Instant) => {
    this.runs = this.runs.map((run) =>
      run.id === id ? { ...run, state: 'cancelled', finishedAt: at } : run,
    );
  };
  deleteRun = async (id: string) => {
    this.runs = this.runs.filter((run) => run.id !== id);
  };
  keepPasts = async (id: string, pages: number, pasts: readonly PastStep[]) => {
    this.pages.set(`${id} ${pages}`, pasts);
    return pages + 1;
  };
  listPasts = async (id: string, pages: number) =>
    Array.from({ length: pages }, (_, page) => this.pages.get(`${id} ${page}`) ?? []).flat();
  dropPasts = async (id: string, pages: number) => {
    for (let page = 0; page < pages; page += 1) this.pages.delete(`${id} ${page}`);
  };
}
