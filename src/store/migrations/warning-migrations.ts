import type { Migration } from './migration';

/**
 * Warnings and the notices that they become. What each index is for: `due` what the job of every
 * five minutes claims, `claim` what it claimed, `open` notices still to be sent and those of the
 * last hour. `tries` is how often somebody has taken one on without coming to an end.
 */
export const WARNING_MIGRATIONS: readonly Migration[] = [
  {
    // id is the hash of issue, client project, clock, cycle, goal and threshold: each warns once.
    name: '201-sla-warning',
    statement: `CREATE TABLE IF NOT EXISTS sla_warning (
      id VARCHAR(64) NOT NULL PRIMARY KEY,
      issue_id VARCHAR(32) NOT NULL,
      client_project_id VARCHAR(36) NOT NULL,
      clock VARCHAR(16) NOT NULL,
      cycle_no INT NOT NULL,
      goal_key VARCHAR(255) NOT NULL,
      threshold VARCHAR(32) NOT NULL,
      notify TEXT NOT NULL,
      state VARCHAR(16) NOT NULL,
      due_at BIGINT NULL,
      claim VARCHAR(36) NULL,
      tries INT NOT NULL DEFAULT 0,
      INDEX sla_warning_due (state, due_at),
      INDEX sla_warning_claim (claim)
    )`,
  },
  {
    name: '202-sla-notice',
    statement: `CREATE TABLE IF NOT EXISTS sla_notice (
      id VARCHAR(36) NOT NULL PRIMARY KEY,
      account_id VARCHAR(128) NOT NULL,
      issue_id VARCHAR(32) NOT NULL,
      line TEXT NOT NULL,
      state VARCHAR(16) NOT NULL,
      mail VARCHAR(36) NULL,
      at BIGINT NOT NULL,
      tries INT NOT NULL DEFAULT 0,
      INDEX sla_notice_open (state, at)
    )`,
  },
];
