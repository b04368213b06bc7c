import { type Instant, instant } from '../../src/core/time';
import { ORDER_MIGRATIONS } from '../../src/store/migrations/order-migrations';
import { SLA_MIGRATIONS } from '../../src/store/migrations/sla-migrations';
import { WARNING_MIGRATIONS } from '../../src/store/migrations/warning-migrations';
import { slaStore } from '../../src/store/sla/sla-store';
import { warningStore } from '../../src/store/sla/warnings';
import type { SlaStorePort } from '../../src/usecases/ports/sla-store-port';
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
  database = await openTestSql([...SLA_MIGRATIONS, ...WARNING_MIGRATIONS, ...ORDER_MIGRATIONS]);
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
const UNTIL = moscow('2026-11-23T14:09');

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

function notice(changes: Partial<Notice> = {}): Notice {
  return {
    ...{ id: 'n1', accountId: 'anna', issueId: '10001', line: 'SUP-1: due', state: 'held' },
    ...{ mail: null, at: AT, tries: 0, ...changes },
  };
}

describe('warnings', () => {
  it('are claimed when due, by one worker, with the cycle as it is now', async () => {
    const row = runningRow();
    const scope = { issueIds: ['10001'], clientProjectId: null, readAt: row.computedAt };
    await cycles.saveCycles(scope, [row]);
    await store.planWarnings([warning(), warning({ id: 'w2', dueAt: LATER })]);
    const [claimed, ...others] = await store.claimWarnings('claim-1', AT, 10, LATER);
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
      tries: 1,
      cycleNow: {
        state: 'running',
        goalKey: 'office 4h',
        dueAt: moscow('2026-11-23T14:00'),
        calendarKey: 'office',
        pausedBecause: null,
        department: null,
        policyVersion: 1,
        isStopped: false,
      },
    });
    expect(await store.claimWarnings('claim-2', AT, 10, LATER)).toEqual([]);
  });

  it('of a cycle that is gone say so', async () => {
    await store.planWarnings([warning()]);
    expect(await store.claimWarnings('claim-1', AT, 10, LATER)).toMatchObject([{ cycleNow: null }]);
  });

  it('move while they wait, and never come again once they were told', async () => {
    await store.planWarnings([warning()]);
    await store.planWarnings([warning({ dueAt: LATER })]);
    expect(await store.claimWarnings('claim-1', AT, 10, LATER)).toEqual([]);
    await store.claimWarnings('claim-2', LATER, 10, UNTIL);
    await store.settleWarnings(['w1'], 'done');
    await store.planWarnings([warning()]);
    expect(await store.claimWarnings('claim-3', LATER, 10, UNTIL)).toEqual([]);
  });

  it('wait again when they are put off, without a time till they are planned anew', async () => {
    await store.planWarnings([warning()]);
    await store.claimWarnings('claim-1', AT, 10, LATER);
    await store.postponeWarnings(['w1'], null);
    expect(await store.claimWarnings('claim-2', LATER, 10, UNTIL)).toEqual([]);
    await store.planWarnings([warning({ dueAt: LATER })]);
    expect(await store.claimWarnings('claim-3', LATER, 10, UNTIL)).toHaveLength(1);
    await store.postponeWarnings(['w1'], LATER);
    expect(await store.claimWarnings('claim-4', LATER, 10, UNTIL)).toHaveLength(1);
  });

  it('are no work once their cycle has stopped, and are dropped by night', async () => {
    const row = runningRow();
    const scope = { issueIds: ['10001'], clientProjectId: null, readAt: row.computedAt };
    await cycles.saveCycles(scope, [row]);
    await store.planWarnings([warning(), warning({ id: 'gone', cycle: 2 })]);
    expect(await store.findWork(AT)).toEqual({ toTell: true, toLookAt: false });
    await store.tidyWarnings(AT, AT);
    const later = { ...row, stoppedAt: LATER, computedAt: instant(row.computedAt + 1) };
    await cycles.saveCycles({ ...scope, readAt: later.computedAt }, [later]);
    expect(await store.findWork(LATER)).toEqual({ toTell: false, toLookAt: false });
    await store.tidyWarnings(AT, LATER);
    expect(await store.claimWarnings('claim-1', LATER, 10, UNTIL)).toEqual([]);
  });

  it('are asked for together with places in the order that are due', async () => {
    await database.sql.change(
      `INSERT INTO order_state (issue_id, issue_key, project_id, status_id, category, state, detail,
         look_again_at, is_published, read_at, version)
       VALUES ('7', 'VIRT-7', '1', '1', 'todo', 'waiting', '{}', ?, 1, 0, 1)`,
      [LATER],
    );
    database.statements.length = 0;
    expect(await store.findWork(AT)).toEqual({ toTell: false, toLookAt: false });
    expect(await store.findWork(LATER)).toEqual({ toTell: false, toLookAt: true });
    expect(database.statements).toHaveLength(2);
    await database.sql.change('DELETE FROM order_state', []);
  });

  it('cost one statement while none is due', async () => {
    await store.planWarnings([warning({ dueAt: LATER })]);
    database.statements.length = 0;
    await store.claimWarnings('claim-1', AT, 10, LATER);
    expect(database.statements).toHaveLength(1);
  });

  it('come again to whoever asks after the time of one who was stopped', async () => {
    await store.planWarnings([warning()]);
    await store.claimWarnings('claim-1', AT, 10, moscow('2026-11-23T13:09'));
    expect(await store.claimWarnings('claim-2', moscow('2026-11-23T13:05'), 10, LATER)).toEqual([]);
    const [again] = await store.claimWarnings('claim-3', moscow('2026-11-23T13:10'), 10, LATER);
    expect(again).toMatchObject({ id: 'w1', tries: 2 });
    await store.settleWarnings(['w1'], 'done');
    expect(await store.claimWarnings('claim-4', UNTIL, 10, UNTIL)).toEqual([]);
  });
});

describe('notices', () => {
  it('are taken once, and come again where sending them failed', async () => {
    await store.addNotices([notice(), notice({ id: 'n2' })]);
    expect(await store.takeNotices(['n1', 'n2'], 'mail-1', LATER, AT)).toBe(2);
    expect(await store.takeNotices(['n1'], 'mail-2', LATER, AT)).toBe(0);
    await store.settleNotices('mail-1', 'held');
    expect((await store.listNotices(AT)).map(({ tries }) => tries)).toEqual([1, 1]);
    expect(await store.takeNotices(['n1'], 'mail-3', LATER, AT)).toBe(1);
    await store.giveBackNotices('mail-3');
    expect((await store.listNotices(AT)).map(({ tries }) => tries)).toEqual([1, 1]);
  });

  it('come again where whoever sent them was stopped', async () => {
    await store.addNotices([notice()]);
    await store.takeNotices(['n1'], 'mail-1', AT, AT);
    expect(await store.findWork(AT)).toEqual({ toTell: true, toLookAt: false });
    expect(await store.takeNotices(['n1'], 'mail-2', LATER, AT)).toBe(0);
    expect(await store.takeNotices(['n1'], 'mail-3', LATER, LATER)).toBe(1);
  });

  it('are the same when they are written down again', async () => {
    await store.addNotices([notice()]);
    await store.takeNotices(['n1'], 'mail-1', AT, AT);
    await store.settleNotices('mail-1', 'sent');
    await store.addNotices([notice({ line: 'again' }), notice({ id: 'n2' })]);
    const listed = await store.listNotices(moscow('2026-11-23T12:00'));
    expect(listed.map(({ id, state, line }) => [id, state, line])).toEqual([
      ['n1', 'sent', 'SUP-1: due'],
      ['n2', 'held', 'SUP-1: due'],
    ]);
  });

  it('are listed until they are sent, and for an hour after', async () => {
    await store.addNotices(['n1', 'n2', 'n3', 'n4'].map((id) => notice({ id })));
    const send = async (id: string, at: Instant, state: 'sent' | 'refused') => {
      await store.takeNotices([id], `mail-${id}`, at, AT);
      await store.settleNotices(`mail-${id}`, state);
    };
    await send('n2', moscow('2026-11-23T12:00'), 'sent');
    await send('n3', LATER, 'sent');
    await send('n4', LATER, 'refused');
    expect((await store.listNotices(AT)).map(({ id, mail }) => [id, mail])).toEqual([
      ['n1', null],
      ['n3', 'mail-n3'],
    ]);
    await store.tidyWarnings(AT, AT);
    expect(await store.listNotices(moscow('2026-11-23T10:00'))).toHaveLength(2);
  });
});
