import type { Migration } from './migration';

/** Tables of client projects, their epics and the audit. Instants are epoch milliseconds (UTC). */
export const PROJECT_MIGRATIONS: readonly Migration[] = [
  {
    name: '001-client-project',
    statement: `CREATE TABLE IF NOT EXISTS client_project (
      id VARCHAR(36) NOT NULL PRIMARY KEY,
      project_key VARCHAR(10) NOT NULL,
      name VARCHAR(255) NOT NULL,
      client VARCHAR(255) NOT NULL,
      tam_account_id VARCHAR(128) NOT NULL,
      deputy_account_ids TEXT NOT NULL,
      viewer_account_ids TEXT NOT NULL,
      policy_key VARCHAR(255) NULL,
      incidents_jql TEXT NOT NULL,
      version BIGINT NOT NULL,
      created_at BIGINT NOT NULL,
      UNIQUE INDEX client_project_key (project_key)
    )`,
  },
  {
    name: '002-linked-epic',
    statement: `CREATE TABLE IF NOT EXISTS linked_epic (
      issue_id VARCHAR(32) NOT NULL PRIMARY KEY,
      client_project_id VARCHAR(36) NOT NULL,
      linked_by VARCHAR(128) NOT NULL,
      linked_at BIGINT NOT NULL,
      INDEX linked_epic_project (client_project_id)
    )`,
  },
  {
    name: '003-audit-entry',
    statement: `CREATE TABLE IF NOT EXISTS audit_entry (
      id VARCHAR(36) NOT NULL PRIMARY KEY,
      at BIGINT NOT NULL,
      actor_account_id VARCHAR(128) NULL,
      act VARCHAR(64) NOT NULL,
      client_project_id VARCHAR(36) NULL,
      issue_id VARCHAR(32) NULL,
      detail TEXT NOT NULL,
      INDEX audit_entry_project (client_project_id, at)
    )`,
  },
  {
    // A migration is not atomic and may run twice (Forge docs, "SQL: migrations").
    name: '004-counts-hidden',
    statement: `ALTER TABLE client_project
      ADD COLUMN IF NOT EXISTS counts_hidden TINYINT NOT NULL DEFAULT 0`,
  },
];
