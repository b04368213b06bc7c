import type { Migration } from './migration';

/** Second verdicts beside frozen ones; the latest recomputation of each cycle. */
export const RECOUNT_MIGRATIONS: readonly Migration[] = [
  {
    name: '401-sla-recount',
    statement: `CREATE TABLE IF NOT EXISTS sla_recount (
      issue_id VARCHAR(32) NOT NULL,
      client_project_id VARCHAR(36) NOT NULL,
      clock VARCHAR(16) NOT NULL,
      cycle_no INT NOT NULL,
      policy_version INT NOT NULL,
      state VARCHAR(16) NULL,
      differences TEXT NOT NULL,
      actor_account_id VARCHAR(128) NOT NULL,
      at BIGINT NOT NULL,
      PRIMARY KEY (issue_id, client_project_id, clock, cycle_no)
    )`,
  },
];
