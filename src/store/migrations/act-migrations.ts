import type { Migration } from './migration';

/** What people decided on clocks by hand; entries are only ever added. */
export const ACT_MIGRATIONS: readonly Migration[] = [
  {
    name: '301-sla-act',
    statement: `CREATE TABLE IF NOT EXISTS sla_act (
      id VARCHAR(36) NOT NULL PRIMARY KEY,
      issue_id VARCHAR(32) NOT NULL,
      client_project_id VARCHAR(36) NOT NULL,
      clock VARCHAR(16) NOT NULL,
      cycle_no INT NOT NULL,
      kind VARCHAR(16) NOT NULL,
      counted_from VARCHAR(16) NULL,
      by_ms BIGINT NULL,
      reason TEXT NOT NULL,
      actor_account_id VARCHAR(128) NOT NULL,
      at BIGINT NOT NULL,
      original TEXT NOT NULL,
      INDEX sla_act_issue (issue_id, at),
      INDEX sla_act_project (client_project_id, at)
    )`,
  },
];
