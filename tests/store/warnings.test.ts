import { SLA_MIGRATIONS } from '../../src/store/sla-migrations';
import { slaStore } from '../../src/store/sla-store';
import { WARNING_MIGRATIONS } from '../../src/store/warning-migrations';
import { warningStore } from '../../src/store/warnings';
import type { SlaStorePort } from '../../src/usecases/ports/store-ports';
import type {
  Notice,
  PlannedWarning,
  WarningStorePort,
} from '../../src/usecases/ports/warning-ports';
import { runningRow } from '../builders/cycle-row';
import { moscow } from '../builders/incident';
import { openTestSql, type TestSql } from './open-test-sql';

let database: TestSql;
let store: WarningStorePort;
let cycles: SlaStorePort;

beforeAll(async () => {
  database = await openTestSql([...SLA_MIGRATIONS, ...WARNING_MIGRATIONS]);
  store = warningStore(database.sql);
  cycles = slaStore(database.sql);
}, 60_000);

afterAll(() => database.stop());

beforeEach(async () => {
  for (const table of ['sla_cycle', 'sla_warning', 'sla_notice']) {
    await database.sql.change(`DELETE FROM ${table}`);
  }
  database.statements.length = 0;
});

const AT = moscow('2026-11-23T13:00');
const LATER = moscow('2026-11-23T14:00');

function warning(changes: Partial<PlannedWarning> = {}): PlannedWarning {
  return {
    id: 'w1',
    issueId: '10001',
    clientProjectId: 'id-ACME',
    clock: 'resolution',
    cycle: 1,
    goalKey: 'office 4h',
    threshold: '75%',
    notify: ['assignee', 'tam'],
    dueAt: AT,
    state: 'waiting',
    ...changes,
  };
}

describe('warnings', () => {
  it('are claimed when due, by one worker, with the cycle as it is now', async () => {
    const row = runningRow();
    const scope = { issueIds: ['10001'], clientProjectId: null, readAt: row.computedAt };
    await cycles.saveCycles(scope, [row]);
    await store.planWarnings([warning(), warning({ id: 'w2', dueAt: LATER })]);
    const [claimed, ...others] = await store.claimWarnings('claim-1', AT, 10);
    expect(others).toEqual([]);
    expect(claimed).toEqual({
      id: 'w1',
      issueId: '10001',
      clientProjectId: 'id-ACME',
      clock: 'resolution',
      cycle: 1,
      goalKey: 'office 4h',
      threshold: '75%',
      notify: ['assignee', 'tam'],
      cycleNow: {
        state: 'running',
        goalKey: 'office 4h',
        dueAt: moscow('2026-11-23T14:00'),
        calendarKey: 'office',
        policyVersion: 1,
        isStopped: false,
      },
    });
    expect(await store.claimWarnings('claim-2', AT, 10)).toEqual([]);
  });

  it('of a cycle that is gone say so', async () => {
    await store.planWarnings([warning()]);
    expect(await store.claimWarnings('claim-1', AT, 10)).toMatchObject([{ cycleNow: null }]);
  });

  it('move while they wait, and never come again once they were told', async () => {
    await store.planWarnings([warning()]);
    await store.planWarnings([warning({ dueAt: LATER })]);
    expect(await store.claimWarnings('claim-1', AT, 10)).toEqual([]);
    await store.claimWarnings('claim-2', LATER, 10);
    await store.settleWarnings(['w1'], 'done');
    await store.planWarnings([warning()]);
    expect(await store.claimWarnings('claim-3', LATER, 10)).toEqual([]);
  });

  it('wait again when they are put off, without a time till they are planned anew', async () => {
    await store.planWarnings([warning()]);
    await store.claimWarnings('claim-1', AT, 10);
    await store.postponeWarnings(['w1'], null);
    expect(await store.claimWarnings('claim-2', LATER, 10)).toEqual([]);
    await store.planWarnings([warning({ dueAt: LATER })]);
    expect(await store.claimWarnings('claim-3', LATER, 10)).toHaveLength(1);
    await store.postponeWarnings(['w1'], LATER);
    expect(await store.claimWarnings('claim-4', LATER, 10)).toHaveLength(1);
  });

  it('cost one statement while none is due', async () => {
    await store.planWarnings([warning({ dueAt: LATER })]);
    database.statements.length = 0;
    await store.claimWarnings('claim-1', AT, 10);
    expect(database.statements).toHaveLength(1);
  });
});

describe('notices', () => {
  const notice = (changes: Partial<Notice> = {}): Notice => ({
    ...{ id: 'n1', accountId: 'anna', issueId: '10001', line: 'SUP-1: due', state: 'held' },
    ...{ mail: null, at: AT, ...changes },
  });

  it('are taken once and can be given back', async () => {
    await store.addNotices([notice(), notice({ id: 'n2' })]);
    expect(await store.takeNotices(['n1', 'n2'], 'mail-1', LATER)).toBe(2);
    expect(await store.takeNotices(['n1'], 'mail-2', LATER)).toBe(0);
    await store.giveBackNotices('mail-1');
    expect(await store.takeNotices(['n1'], 'mail-3', LATER)).toBe(1);
  });

  it('are listed while held and for an hour after', async () => {
    await store.addNotices([notice(), notice({ id: 'n2' }), notice({ id: 'n3' })]);
    await store.takeNotices(['n2'], 'mail-1', moscow('2026-11-23T12:00'));
    await store.takeNotices(['n3'], 'mail-2', LATER);
    expect((await store.listNotices(AT)).map(({ id, mail }) => [id, mail])).toEqual([
      ['n1', null],
      ['n3', 'mail-2'],
    ]);
    await store.tidyWarnings(AT);
    expect(await store.listNotices(moscow('2026-11-23T10:00'))).toHaveLength(2);
  });
});
