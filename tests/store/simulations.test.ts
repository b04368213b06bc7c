import { addSimulations, NOTHING_SIMULATED } from '../../src/core/sla/simulate';
import { instant, millis } from '../../src/core/time';
import { SIMULATION_MIGRATIONS } from '../../src/store/simulation-migrations';
import { simulationStore } from '../../src/store/simulations';
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
  await database.sql.change('DELETE FROM sla_simulation');
});

const STARTED = moscow('2026-11-23T10:00');

function run(changes: Partial<SimulationRun> = {}): SimulationRun {
  return {
    ...{ id: 'run-1', clientProjectId: 'id-ACME', months: 3, policyText: '{"name": "«Золото»"}' },
    ...{ state: 'waiting', page: null, step: 0, done: 0, total: null },
    ...{ result: NOTHING_SIMULATED, skipped: [], error: null },
    ...{ startedAt: STARTED, finishedAt: null },
    ...changes,
  };
}

const side = {
  ...{ state: 'met' as const, dueAt: STARTED, calendarKey: 'office', targetMs: null },
  ...{ elapsedMs: millis(5), pausedMs: millis(0) },
};

const result = addSimulations(NOTHING_SIMULATED, {
  ...NOTHING_SIMULATED,
  incidents: 1,
  flipCount: 1,
  flips: [
    {
      ...{ issueId: '1', issueKey: 'SUP-1', clock: 'response', cycle: 1, intervalCount: 0 },
      ...{ present: side, other: null, because: ['targetMs'], intervals: [] },
    },
  ],
});

describe('runs of the simulator', () => {
  it('come back as they were saved', async () => {
    await store.addRun(run());
    const later = run({
      ...{ state: 'running', page: '1000 token', step: 1, done: 1000, total: 2500, result },
      skipped: [{ issueKey: 'SUP-9', why: 'unreadable' }],
    });
    expect(await store.saveRun(later, 0)).toBe(true);
    expect(await store.findRun('run-1')).toEqual(later);
    expect(await store.findLatestRun()).toEqual(later);
  });

  it('take a step once, however often it is delivered', async () => {
    await store.addRun(run());
    expect(await store.saveRun(run({ step: 1, done: 10 }), 0)).toBe(true);
    expect(await store.saveRun(run({ step: 1, done: 20 }), 0)).toBe(false);
    expect((await store.findRun('run-1'))?.done).toBe(10);
  });

  it('are under way one at a time', async () => {
    expect(await store.addRun(run())).toBe(true);
    expect(await store.addRun(run({ id: 'run-2' }))).toBe(false);
    expect(await store.findRun('run-2')).toBeNull();
  });

  it('make room for the next one when they are over', async () => {
    await store.addRun(run());
    await store.saveRun(run({ state: 'cancelled', step: 1, finishedAt: STARTED }), 0);
    const next = run({ id: 'run-2', startedAt: instant(STARTED + 1000) });
    expect(await store.addRun(next)).toBe(true);
    expect(await store.findLatestRun()).toEqual(next);
    expect(await store.findRun('run-1')).toBeNull();
  });
});
