import type { Migration } from './migration';

/**
 * What the time of each frozen cycle went to. `frozen_at` is part of the key: it is the same in
 * sla_cycle for the freezing that won, and a row that no cycle points to is never read.
 */
export const LEDGER_MIGRATIONS: readonly Migration[] = [
  {
    name: '451-sla-ledger',
    statement: `CREATE TABLE IF NOT EXISTS sla_ledger (
      issue_id VARCHAR(32) NOT NULL,
      client_project_id VARCHAR(36) NOT NULL,
      clock VARCHAR(16) NOT NULL,
      cycle_no INT NOT NULL,
      frozen_at BIGINT NOT NULL,
      intervals MEDIUMTEXT NOT NULL,
      PRIMARY KEY (issue_id, client_project_id, clock, cycle_no, frozen_at)
    )`,
  },
];
