import type { CycleRow } from '../../src/core/sla/verdict/cycle-row';
import type { Instant } from '../../src/core/time';
import { LEDGER_MIGRATIONS } from '../../src/store/migrations/ledger-migrations';
import { RECOUNT_MIGRATIONS } from '../../src/store/migrations/recount-migrations';
import { SLA_MIGRATIONS } from '../../src/store/migrations/sla-migrations';
import { slaStore } from '../../src/store/sla/sla-store';
import type { GroupQuery, Period } from '../../src/usecases/ports/report-queries';
import type { SlaStorePort } from '../../src/usecases/ports/sla-store-port';
import { moscow } from '../builders/incident';
import { openTestSql, type TestSql } from './open-test-sql';

export const READ_AT = moscow('2026-11-23T15:00');

export type SlaStoreUnderTest = {
  readonly database: TestSql;
  readonly store: SlaStorePort;
};

/** The SLA store on a real server, for the tests of one file; empty before each of them. */
export function slaStoreUnderTest(): SlaStoreUnderTest {
  let database: TestSql;
  let store: SlaStorePort;
  beforeAll(async () => {
    database = await openTestSql([...SLA_MIGRATIONS, ...LEDGER_MIGRATIONS, ...RECOUNT_MIGRATIONS]);
    store = slaStore(database.sql);
  }, 60_000);
  afterAll(() => database.stop());
  beforeEach(async () => {
    await database.sql.change('DELETE FROM sla_cycle');
    await database.sql.change('DELETE FROM sla_ledger');
    await database.sql.change('DELETE FROM sla_backfill');
    database.statements.length = 0;
  });
  return {
    get database() {
      return database;
    },
    get store() {
      return store;
    },
  };
}

/** A report's query with nothing but its period. */
export const queryOf = (period: Period, now: Instant): GroupQuery => ({
  ...{ period, now, by: 'decided', priority: 'decided' },
  ...{ trend: [], previous: null, only: null, dueBefore: now },
});

/** Saves rows as read at one moment, replacing all cycles of their issues. */
export function saverOf(sla: SlaStoreUnderTest) {
  return (rows: readonly CycleRow[], readAt = READ_AT, issueIds?: readonly string[]) =>
    sla.store.saveCycles(
      {
        issueIds: issueIds ?? [...new Set(rows.map((row) => row.issueId))],
        clientProjectId: null,
        readAt,
      },
      rows.map((row) => ({ ...row, computedAt: readAt })),
    );
}
