import type { Migration } from './migration';

/** Runs of the contract simulator, with what a list of them says. */
export const SIMULATION_MIGRATIONS: readonly Migration[] = [
  {
    name: '152-sla-simulation-run',
    statement: `CREATE TABLE IF NOT EXISTS sla_simulation_run (
      id VARCHAR(36) NOT NULL PRIMARY KEY,
      client_project_id VARCHAR(36) NOT NULL,
      months INT NOT NULL,
      present_name VARCHAR(300) NOT NULL,
      other_name VARCHAR(300) NOT NULL,
      started_by VARCHAR(128) NOT NULL,
      policy_text MEDIUMTEXT NOT NULL,
      state VARCHAR(16) NOT NULL,
      page TEXT NULL,
      step INT NOT NULL,
      done INT NOT NULL,
      total INT NULL,
      flip_count INT NOT NULL,
      result MEDIUMTEXT NOT NULL,
      skipped TEXT NOT NULL,
      error TEXT NULL,
      started_at BIGINT NOT NULL,
      touched_at BIGINT NOT NULL,
      finished_at BIGINT NULL,
      INDEX sla_simulation_run_started (started_at)
    )`,
  },
];
