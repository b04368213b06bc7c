import type { Migration } from './migration';

/** Runs of the contract simulator. `active_key` is 1 while one is under way: one at a time. */
export const SIMULATION_MIGRATIONS: readonly Migration[] = [
  {
    name: '151-sla-simulation',
    statement: `CREATE TABLE IF NOT EXISTS sla_simulation (
      id VARCHAR(36) NOT NULL PRIMARY KEY,
      client_project_id VARCHAR(36) NOT NULL,
      active_key TINYINT NULL,
      months INT NOT NULL,
      policy_text MEDIUMTEXT NOT NULL,
      state VARCHAR(16) NOT NULL,
      page TEXT NULL,
      step INT NOT NULL,
      done INT NOT NULL,
      total INT NULL,
      result MEDIUMTEXT NOT NULL,
      skipped TEXT NOT NULL,
      error TEXT NULL,
      started_at BIGINT NOT NULL,
      finished_at BIGINT NULL,
      UNIQUE INDEX sla_simulation_active (active_key),
      INDEX sla_simulation_started (started_at)
    )`,
  },
];
