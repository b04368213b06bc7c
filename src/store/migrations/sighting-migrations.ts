import type { Migration } from './migration';

/** Few comments are ever hidden, so this stays small; read by issue only. */
export const SIGHTING_MIGRATIONS: readonly Migration[] = [
  {
    name: '501-sla-comment',
    statement: `CREATE TABLE IF NOT EXISTS sla_comment (
      issue_id VARCHAR(32) NOT NULL,
      record VARCHAR(64) NOT NULL,
      hidden_at BIGINT NOT NULL,
      published_at BIGINT NULL,
      PRIMARY KEY (issue_id, record)
    )`,
  },
];
