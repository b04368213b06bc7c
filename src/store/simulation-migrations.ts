import type { Migration } from './migration';

/**
 * Runs of the contract simulator. 151 held one run, by a unique `active_key`; 152 holds several,
 * with what a list of them says. What 151 held can be run again: it changed nothing.
 */
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
  { name: '153-sla-simulation-gone', statement: 'DROP TABLE IF EXISTS sla_simulation' },
];
