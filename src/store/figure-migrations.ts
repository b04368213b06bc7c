import type { Migration } from './migration';

/**
 * What reports count. Migrations are not atomic and may run twice (Forge docs, "SQL: migrations"), so
 * a column is added only where it is missing.
 */
export const FIGURE_MIGRATIONS: readonly Migration[] = [
  {
    name: '601-counts-hidden',
    statement: `ALTER TABLE client_project
      ADD COLUMN IF NOT EXISTS counts_hidden TINYINT NOT NULL DEFAULT 0`,
  },
];
