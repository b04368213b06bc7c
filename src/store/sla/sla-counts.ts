import * as v from 'valibot';
import type { Instant } from '../../core/time';
import type { OpenBreach } from '../../usecases/ports/sla-store-port';
import type { Sql } from '../sql';

/**
 * A breach that happened counts as one, whatever goal came later (SLA semantics C4.4): an open
 * clock has been decided only if it was breached. The index `decided` answers this without a row.
 */
export const DECIDED_STATE = `CASE WHEN state IN ('running', 'paused') THEN 'breached' ELSE state END`;

/** A running clock is breached from its due on, whether or not anything has looked at it since. */
export const OPEN_STATE = `CASE WHEN state = 'running' AND due_at < ? THEN 'breached' ELSE state END`;

/** What a client is promised. */
const OF_CLIENT = `clock IN ('response', 'resolution')`;

const openRow = v.object({ client_project_id: v.string(), issue_id: v.string() });

/** Issues, not clocks: one issue late in both clocks is one breach to look at. One statement. */
export async function listOpenBreaches(
  sql: Sql,
  now: Instant,
  max: number,
): Promise<readonly OpenBreach[]> {
  const rows = await sql.rows(
    openRow,
    `SELECT client_project_id, issue_id FROM sla_cycle
     WHERE stopped_at IS NULL AND ${OF_CLIENT} AND (state = 'breached' OR (state = 'running' AND due_at < ?)
       OR (state IN ('running', 'paused') AND breached_at IS NOT NULL))
     GROUP BY client_project_id, issue_id
     ORDER BY client_project_id, issue_id LIMIT ${Math.trunc(max)}`,
    [now],
  );
  return rows.map((row) => ({ clientProjectId: row.client_project_id, issueId: row.issue_id }));
}
