import { sql as forgeSql, migrationRunner } from '@forge/sql';
import { ACT_MIGRATIONS } from './act-migrations';
import { LEDGER_MIGRATIONS } from './ledger-migrations';
import type { Migration } from './migration';
import { ORDER_MIGRATIONS } from './order-migrations';
import { PROJECT_MIGRATIONS } from './project-migrations';
import { RECOUNT_MIGRATIONS } from './recount-migrations';
import { SIGHTING_MIGRATIONS } from './sighting-migrations';
import { SIMULATION_MIGRATIONS } from './simulation-migrations';
import { SLA_MIGRATIONS } from './sla-migrations';
import { WARNING_MIGRATIONS } from './warning-migrations';

/** In the order in which they run. */
export const MIGRATIONS: readonly Migration[] = [
  ...PROJECT_MIGRATIONS,
  ...SLA_MIGRATIONS,
  ...SIMULATION_MIGRATIONS,
  ...WARNING_MIGRATIONS,
  ...ACT_MIGRATIONS,
  ...RECOUNT_MIGRATIONS,
  ...ORDER_MIGRATIONS,
  ...SIGHTING_MIGRATIONS,
  ...LEDGER_MIGRATIONS,
];

/** Makes the tables that are missing and answers the names of what it ran. */
export async function migrate(): Promise<readonly string[]> {
  const applied = await listApplied();
  if (MIGRATIONS.every(({ name }) => applied.has(name))) return [];
  for (const { name, statement } of MIGRATIONS) migrationRunner.enqueue(name, statement);
  return migrationRunner.run();
}

/** One SELECT: the runner itself spends two of the 25 DDL requests that Forge allows a minute. */
async function listApplied(): Promise<ReadonlySet<string>> {
  try {
    const { rows } = await forgeSql
      .prepare<{ name: string }>('SELECT name FROM __migrations')
      .execute();
    return new Set(rows.map(({ name }) => name));
  } catch {
    // The table of migrations is not there before the first run; the runner tells real faults.
    return new Set();
  }
}
