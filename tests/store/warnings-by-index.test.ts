import { ORDER_MIGRATIONS } from '../../src/store/migrations/order-migrations';
import { SLA_MIGRATIONS } from '../../src/store/migrations/sla-migrations';
import { WARNING_MIGRATIONS } from '../../src/store/migrations/warning-migrations';
import { slaStore } from '../../src/store/sla/sla-store';
import { warningStore } from '../../src/store/sla/warnings';
import type { PlannedWarning, WarningStorePort } from '../../src/usecases/ports/warning-ports';
import { runningRow } from '../builders/cycle-row';
import { moscow } from '../builders/incident';
import { openTestSql, type TestSql } from './open-test-sql';

let database: TestSql;
let store: WarningStorePort;

const TODAY = moscow('2026-11-23T13:00');
const LEASE = moscow('2026-11-23T13:09');
const TOMORROW = moscow('2026-11-24T13:00');
const YESTERDAY = moscow('2026-11-22T13:00');

const warnings = (count: number, name: string, dueAt = TODAY): PlannedWarning[] =>
  Array.from({ length: count }, (_, number) => ({
    ...{ id: `${name}-${number}`, issueId: String(number), clientProjectId: 'id-ACME' },
    ...{ clock: 'resolution', cycle: 1, goalKey: 'office 4h', threshold: '75%' },
    ...{ notify: ['tam'], dueAt, state: 'waiting' },
  }));

const notices = (count: number, name: string, at = TODAY) =>
  Array.from({ length: count }, (_, number) => ({
    ...{ id: `${name}-${number}`, accountId: 'anna', issueId: String(number), line: 'SUP-1: due' },
    ...{ state: 'held' as const, mail: null, at, tries: 0 },
  }));

// 20,000 warnings that came too late and 2,000 of tomorrow; three are due. 3,000 notices that were
// sent yesterday; two are held.
beforeAll(async () => {
  database = await openTestSql([...SLA_MIGRATIONS, ...WARNING_MIGRATIONS, ...ORDER_MIGRATIONS]);
  store = warningStore(database.sql);
  await store.planWarnings(
    warnings(20_000, 'missed').map((each) => ({ ...each, state: 'missed' })),
  );
  await store.planWarnings(warnings(2000, 'later', TOMORROW));
  await store.planWarnings(warnings(3, 'due'));
  for (let part = 0; part < 6; part += 1) {
    const sent = notices(500, `sent-${part}`, YESTERDAY);
    await store.addNotices(sent.map((each) => ({ ...each, state: 'sent' })));
  }
  await store.addNotices(notices(2, 'held'));
  const rows = Array.from({ length: 2000 }, (_, number) => ({
    ...runningRow(),
    issueId: String(number),
  }));
  const readAt = runningRow().computedAt;
  await slaStore(database.sql).saveCycles({ issueIds: [], clientProjectId: null, readAt }, rows);
  await database.sql.change(
    `INSERT INTO order_state (issue_id, issue_key, project_id, status_id, category, state, detail,
       look_again_at, is_published, read_at, version)
     SELECT issue_id, issue_id, '1', '1', 'todo', 'waiting', '{}', IF(issue_id < 3, ?, NULL), 1, 0, 1
     FROM sla_cycle`,
    [TODAY],
  );
  const tables = ['sla_warning', 'sla_notice', 'sla_cycle', 'order_state'];
  for (const table of tables) await database.analyze(table);
}, 60_000);

afterAll(() => database.stop());

describe('what the job of every five minutes asks of 22,003 warnings, 3,002 notices and 2,000 places in the order', () => {
  it('looks for what is due by its index', async () => {
    const plan = await database.explain(async () => {
      expect(await store.claimWarnings('claim', YESTERDAY, 100, LEASE)).toEqual([]);
    });
    expect(plan).toMatchObject([{ table: 'sla_warning', type: 'range', key: 'sla_warning_due' }]);
    expect(plan[0]?.rows).toBeLessThanOrEqual(10);
  });

  it('examines five rows, not the tables', async () => {
    const plan = await database.explain(() => store.findWork(TODAY));
    expect(plan.map(({ table, key }) => `${table} by ${key}`).sort()).toEqual([
      'c by PRIMARY',
      'order_state by order_state_due',
      'sla_notice by sla_notice_open',
      'w by sla_warning_due',
      'waiting_look by waiting_look_due',
    ]);
    for (const { type, rows } of plan) {
      expect(['range', 'ref', 'eq_ref']).toContain(type);
      expect(rows).toBeLessThanOrEqual(10);
    }
  });

  it('reads the two notices that are held by their index', async () => {
    const plan = await database.explain(() => store.listNotices(moscow('2026-11-23T12:00')));
    expect(plan).toMatchObject([{ table: 'sla_notice', type: 'range', key: 'sla_notice_open' }]);
    expect(plan[0]?.rows).toBeLessThanOrEqual(10);
  });
});
