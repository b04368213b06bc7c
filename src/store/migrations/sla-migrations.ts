import type { Migration } from './migration';

/**
 * Tables of cycles and backfills. Instants and durations are milliseconds. What each index is for:
 * `decided` a report's counts (decided in a period; decided_at NULL = open), `started` the same by
 * the instant at which a cycle began, `breaches` a report's list, `computed` what a backfill has
 * not reached, `open` clocks that are due and breaches still open.
 */
export const SLA_MIGRATIONS: readonly Migration[] = [
  {
    name: '101-sla-cycle',
    statement: `CREATE TABLE IF NOT EXISTS sla_cycle (
      issue_id VARCHAR(32) NOT NULL,
      clock VARCHAR(16) NOT NULL,
      cycle_no INT NOT NULL,
      client_project_id VARCHAR(36) NOT NULL,
      project_id VARCHAR(32) NOT NULL,
      priority_id VARCHAR(32) NULL,
      priority_name VARCHAR(255) NULL,
      policy_key VARCHAR(255) NOT NULL,
      policy_version INT NOT NULL,
      calendar_key VARCHAR(255) NULL,
      state VARCHAR(16) NOT NULL,
      started_at BIGINT NOT NULL,
      stopped_at BIGINT NULL,
      due_at BIGINT NULL,
      breached_at BIGINT NULL,
      decided_at BIGINT NULL,
      elapsed_ms BIGINT NOT NULL,
      carried_ms BIGINT NOT NULL,
      paused_ms BIGINT NOT NULL,
      target_ms BIGINT NULL,
      paused_because VARCHAR(16) NULL,
      stopped_how VARCHAR(32) NULL,
      stopped_by VARCHAR(128) NULL,
      reason TEXT NULL,
      input_hash VARCHAR(64) NOT NULL,
      is_published TINYINT NOT NULL,
      computed_at BIGINT NOT NULL,
      calendar_hash VARCHAR(64) NULL,
      selection_hash VARCHAR(64) NOT NULL DEFAULT '',
      frozen_at BIGINT NULL,
      source VARCHAR(16) NOT NULL DEFAULT 'computed',
      goal_key VARCHAR(255) NULL,
      extended_ms BIGINT NOT NULL DEFAULT 0,
      department VARCHAR(255) NULL,
      first_priority_name VARCHAR(255) NULL,
      goal_changed_late TINYINT NOT NULL DEFAULT 0,
      PRIMARY KEY (issue_id, client_project_id, clock, cycle_no),
      INDEX sla_cycle_decided (client_project_id, decided_at, clock, state),
      INDEX sla_cycle_started (client_project_id, started_at, clock, state),
      INDEX sla_cycle_breaches (client_project_id, state, decided_at),
      INDEX sla_cycle_computed (client_project_id, computed_at),
      INDEX sla_cycle_open (stopped_at, state, due_at)
    )`,
  },
  {
    // active_key is the client project while a backfill is under way, else NULL: one at a time.
    name: '102-sla-backfill',
    statement: `CREATE TABLE IF NOT EXISTS sla_backfill (
      id VARCHAR(36) NOT NULL PRIMARY KEY,
      client_project_id VARCHAR(36) NOT NULL,
      active_key VARCHAR(36) NULL,
      state VARCHAR(16) NOT NULL,
      page TEXT NULL,
      step INT NOT NULL,
      done INT NOT NULL,
      total INT NULL,
      skipped TEXT NOT NULL,
      error TEXT NULL,
      started_at BIGINT NOT NULL,
      finished_at BIGINT NULL,
      UNIQUE INDEX sla_backfill_active (active_key),
      INDEX sla_backfill_started (started_at)
    )`,
  },
  {
    // Rows of before have 0 until their issue is read again; see keepFrozen for those that are frozen.
    name: '103-before-change',
    statement: `ALTER TABLE sla_cycle
      ADD COLUMN IF NOT EXISTS before_change_ms BIGINT NOT NULL DEFAULT 0`,
  },
];
