import { addSimulations, NOTHING_SIMULATED } from '../../src/core/sla/simulation/simulation';
import { instant, millis } from '../../src/core/time';
import { SIMULATION_MIGRATIONS } from '../../src/store/migrations/simulation-migrations';
import { simulationStore } from '../../src/store/sla/simulations';
import type { SimulationPort, SimulationRun } from '../../src/usecases/ports/simulation-port';
import { moscow } from '../builders/incident';
import { openTestSql, type TestSql } from './open-test-sql';

let database: TestSql;
let store: SimulationPort;

beforeAll(async () => {
  database = await openTestSql(SIMULATION_MIGRATIONS);
  store = simulationStore(database.sql);
}, 60_000);

afterAll(() => database.stop());

beforeEach(async () => {
  await database.sql.change('DELETE FROM sla_simulation_run');
});

const STARTED = moscow('2026-11-23T10:00');

function run(changes: Partial<SimulationRun> = {}): SimulationRun {
  return {
    ...{ id: 'run-1', clientProjectId: 'id-ACME', months: 3, policyText: '{"name": "«Золото»"}' },
    ...{ state: 'waiting', page: null, step: 0, done: 0, total: null },
    ...{ result: NOTHING_SIMULATED, skipped: [], error: null },
    ...{ presentName: 'Gold v1', otherName: 'Strict v3', startedBy: 'admin' },
    ...{ startedAt: STARTED, touchedAt: STARTED, finishedAt: null },
    ...changes,
  };
}

const side = {
  ...{ state: 'met' as const, dueAt: STARTED, calendarKey: 'office', targetMs: null },
  ...{
    elapsedMs: millis(5),
    carriedMs: millis(0),
    pausedMs: millis(0),
    startedAt: STARTED,
    stoppedAt: STARTED,
  },
};

const result = addSimulations(NOTHING_SIMULATED, {
  ...NOTHING_SIMULATED,
  incidents: 1,
  flipCount: 1,
  flips: [
    {
      ...{ issueId: '1', issueKey: 'SUP-1', clock: 'response', cycle: 1, intervalCount: 0 },
      department: null,
      ...{ present: side, other: null, because: ['targetMs'], intervals: [] },
      ...{ selectedBy: 'both' as const, shifts: [] },
    },
  ],
});

describe('runs of the simulator', () => {
  it('of before they compared messages and departments come back with nothing of these', async () => {
    await store.addRun(run());
    const counts = NOTHING_SIMULATED.present.response;
    const two = { response: { ...counts, met: 2 }, resolution: counts };
    const flips = result.flips.map(({ department, ...flip }) => flip);
    const before = { ...result, present: two, other: two, flips };
    await store.saveRun(run({ step: 1, result: before as unknown as SimulationRun['result'] }), 0);
    expect((await store.findRun('run-1'))?.result).toEqual({
      ...result,
      present: { ...two, nextResponse: counts, ownership: counts },
      other: { ...two, nextResponse: counts, ownership: counts },
    });
  });

  it('come back as they were saved', async () => {
    await store.addRun(run());
    const later = run({
      ...{ state: 'running', page: '1000 token', step: 1, done: 1000, total: 2500, result },
      skipped: [{ issueKey: 'SUP-9', why: 'unreadable' }],
    });
    expect(await store.saveRun(later, 0)).toBe(true);
    expect(await store.findRun('run-1')).toEqual(later);
    expect(await store.listRuns()).toMatchObject([
      {
        ...{ id: 'run-1', state: 'running', done: 1000, total: 2500, flipCount: 1 },
        ...{ presentName: 'Gold v1', otherName: 'Strict v3', startedBy: 'admin' },
        touchedAt: STARTED,
      },
    ]);
  });

  it('take a step once, however often it is delivered', async () => {
    await store.addRun(run());
    expect(await store.saveRun(run({ step: 1, done: 10 }), 0)).toBe(true);
    expect(await store.saveRun(run({ step: 1, done: 20 }), 0)).toBe(false);
    expect((await store.findRun('run-1'))?.done).toBe(10);
  });

  it('are kept until there are ten, the latest first; what is under way is never dropped', async () => {
    const started = (number: number) => ({
      ...{ id: `run-${number}`, startedAt: instant(STARTED + number * 1000) },
    });
    await store.addRun(run(started(0)));
    for (let number = 1; number <= 11; number += 1) {
      await store.addRun(run({ ...started(number), state: 'done', finishedAt: STARTED }));
    }
    const ids = (await store.listRuns()).map(({ id }) => id);
    expect(ids).toEqual([
      ...['run-11', 'run-10', 'run-9', 'run-8', 'run-7', 'run-6', 'run-5', 'run-4', 'run-3'],
      ...['run-2', 'run-0'],
    ]);
  });

  it('are forgotten when somebody deletes them, and take no step then', async () => {
    await store.addRun(run());
    await store.deleteRun('run-1');
    expect(await store.listRuns()).toEqual([]);
    expect(await store.saveRun(run({ step: 1 }), 0)).toBe(false);
  });
});
