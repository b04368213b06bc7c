import { millis } from '../../src/core/time';
import { ACT_MIGRATIONS } from '../../src/store/migrations/act-migrations';
import { SLA_MIGRATIONS } from '../../src/store/migrations/sla-migrations';
import { actStore } from '../../src/store/sla/acts';
import { slaStore } from '../../src/store/sla/sla-store';
import type { SlaAct } from '../../src/usecases/ports/act-port';
import { cycleRow } from '../builders/cycle-row';
import { moscow } from '../builders/incident';
import { openTestSql, type TestSql } from './open-test-sql';

let database: TestSql;

beforeAll(async () => {
  database = await openTestSql([...SLA_MIGRATIONS, ...ACT_MIGRATIONS]);
}, 60_000);

afterAll(() => database.stop());

const AT = moscow('2026-11-23T13:00');

const extension: SlaAct = {
  id: 'a1',
  issueId: '10001',
  clientProjectId: 'id-ACME',
  cycle: 1,
  act: {
    ...{ kind: 'extend', clock: 'resolution', from: 'now', ms: millis(3_600_000) },
    ...{ reason: 'Договорились «устно»', by: 'tam', at: AT },
  },
  original: { state: 'running', dueAt: AT, targetMs: millis(1), breachedAt: null, stoppedAt: null },
};

describe('acts by hand', () => {
  it('come back as they were added, in order', async () => {
    const store = actStore(database.sql);
    const act = { kind: 'reset', clock: 'response', reason: 'Wrong start', by: 'tam' } as const;
    const reset: SlaAct = {
      ...extension,
      id: 'a0',
      act: { ...act, at: moscow('2026-11-23T14:00') },
    };
    await store.addAct(reset);
    await store.addAct(extension);
    await store.addAct({ ...extension, id: 'a2', issueId: '10002' });
    expect(await store.listActs(['10001'])).toEqual([extension, reset]);
    expect(await store.listActs([])).toEqual([]);
  });

  it('take a frozen cycle out of the count, and no other', async () => {
    const cycles = slaStore(database.sql);
    const frozen = cycleRow({ frozenAt: AT });
    const open = cycleRow({ issueId: '10002' });
    const scope = { issueIds: [], clientProjectId: null, readAt: AT };
    await cycles.saveCycles(scope, [frozen, open]);
    await actStore(database.sql).excludeFrozen(frozen, 'excluded by hand: agreed');
    await actStore(database.sql).excludeFrozen(open, 'excluded by hand: agreed');
    expect(await cycles.listCycles(['10001', '10002'])).toEqual([
      { ...frozen, state: 'excluded', reason: 'excluded by hand: agreed', isPublished: false },
      open,
    ]);
  });
});
