import type { Migration } from './migration';

/** Passes, confirmations and what was last seen. Instants are milliseconds; lists of ids are JSON. */
export const ORDER_MIGRATIONS: readonly Migration[] = [
  {
    name: '401-order-pass',
    statement: `CREATE TABLE IF NOT EXISTS order_pass (
      id VARCHAR(36) NOT NULL PRIMARY KEY,
      issue_id VARCHAR(32) NOT NULL,
      gate VARCHAR(8) NOT NULL,
      tokens TEXT NOT NULL,
      client_project_id VARCHAR(36) NULL,
      issued_by VARCHAR(128) NOT NULL,
      reason TEXT NOT NULL,
      issued_at BIGINT NOT NULL,
      expires_at BIGINT NOT NULL,
      used_at BIGINT NULL,
      revoked_at BIGINT NULL,
      revoked_by VARCHAR(128) NULL,
      INDEX order_pass_issue (issue_id, issued_at),
      INDEX order_pass_project (client_project_id, issued_at)
    )`,
  },
  {
    name: '402-order-confirmation',
    statement: `CREATE TABLE IF NOT EXISTS order_confirmation (
      successor_id VARCHAR(32) NOT NULL,
      blocker_id VARCHAR(32) NOT NULL,
      closed_as_id VARCHAR(32) NOT NULL,
      confirmed_by VARCHAR(128) NOT NULL,
      confirmed_at BIGINT NOT NULL,
      PRIMARY KEY (successor_id, blocker_id, closed_as_id)
    )`,
  },
  {
    // `due`: what time changes; `state`: suspects for the reports.
    name: '403-order-state',
    statement: `CREATE TABLE IF NOT EXISTS order_state (
      issue_id VARCHAR(32) NOT NULL PRIMARY KEY,
      issue_key VARCHAR(255) NOT NULL,
      project_id VARCHAR(32) NOT NULL,
      client_project_id VARCHAR(36) NULL,
      status_id VARCHAR(32) NOT NULL,
      category VARCHAR(16) NOT NULL,
      state VARCHAR(16) NOT NULL,
      detail MEDIUMTEXT NOT NULL,
      look_again_at BIGINT NULL,
      is_published TINYINT NOT NULL,
      read_at BIGINT NOT NULL,
      version INT NOT NULL,
      INDEX order_state_due (look_again_at),
      INDEX order_state_state (state, read_at)
    )`,
  },
  {
    // Looks that found no place in the queue; `is_mixed`: the last of several different changes.
    name: '404-waiting-look',
    statement: `CREATE TABLE IF NOT EXISTS waiting_look (
      issue_id VARCHAR(32) NOT NULL,
      kind VARCHAR(8) NOT NULL,
      body TEXT NOT NULL,
      is_mixed TINYINT NOT NULL,
      due_at BIGINT NOT NULL,
      PRIMARY KEY (issue_id, kind),
      INDEX waiting_look_due (due_at)
    )`,
  },
  {
    name: '410-order-hand-over',
    statement: `CREATE TABLE IF NOT EXISTS order_hand_over (
      blocker_id VARCHAR(32) NOT NULL,
      successor_id VARCHAR(32) NOT NULL,
      blocker_key VARCHAR(255) NOT NULL,
      successor_key VARCHAR(255) NOT NULL,
      state VARCHAR(16) NOT NULL,
      facts MEDIUMTEXT NOT NULL,
      history MEDIUMTEXT NOT NULL,
      version INT NOT NULL,
      PRIMARY KEY (blocker_id, successor_id),
      INDEX order_hand_over_successor (successor_id)
    )`,
  },
];
