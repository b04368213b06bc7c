import { RECOUNT_MIGRATIONS } from '../../src/store/migrations/recount-migrations';
import { recountStore } from '../../src/store/sla/recounts';
import type { Recount } from '../../src/usecases/ports/recount-port';
import { moscow } from '../builders/incident';
import { openTestSql, type TestSql } from './open-test-sql';

let database: TestSql;

beforeAll(async () => {
  database = await openTestSql(RECOUNT_MIGRATIONS);
}, 60_000);

afterAll(() => database.stop());

const AT = moscow('2026-11-23T13:00');

const recount: Recount = {
  ...{ issueId: '10001', clientProjectId: 'id-ACME', clock: 'response', cycle: 1 },
  ...{ policyVersion: 2, state: 'breached', actorAccountId: 'tam', at: AT },
  because: 'act',
  differences: {
    fields: [{ name: 'state', frozen: 'met', recount: 'breached' }],
    changes: [
      {
        ...{ from: moscow('2026-11-23T10:00'), to: AT, old: null },
        new: { kind: 'queue', department: 'Сеть' },
      },
    ],
    moreChanges: 3,
  },
};

describe('recounts', () => {
  it('keep the latest recomputation of each cycle', async () => {
    const store = recountStore(database.sql);
    await store.saveRecounts([]);
    await store.saveRecounts([recount, { ...recount, clock: 'resolution' }]);
    const gone: Recount = { ...recount, state: null, at: moscow('2026-11-23T14:00') };
    await store.saveRecounts([gone]);
    expect(await store.listRecounts('10001')).toEqual([{ ...recount, clock: 'resolution' }, gone]);
    expect(await store.listRecounts('10002')).toEqual([]);
  });

  it('of before ledgers were kept say that there is none', async () => {
    await database.sql.change(
      `INSERT INTO sla_recount (issue_id, client_project_id, clock, cycle_no, policy_version, state,
         differences, actor_account_id, at)
       VALUES ('10003', 'id-ACME', 'response', 1, 2, 'breached', ?, 'tam', ?)`,
      [JSON.stringify({ fields: [], intervals: [{ from: 1, to: 2, label: 'queue' }] }), AT],
    );
    expect(await recountStore(database.sql).listRecounts('10003')).toMatchObject([
      { because: 'recompute', differences: { fields: [], changes: null, moreChanges: 0 } },
    ]);
  });
});
