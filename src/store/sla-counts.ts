import * as v from 'valibot';
import type { Instant } from '../core/time';
import { type Sql, wholeNumber } from './sql';

/**
 * A breach that happened counts as one, whatever goal came later (SLA semantics C4.4): an open
 * clock has been decided only if it was breached. The index `decided` answers this without a row.
 */
export const DECIDED_STATE = `CASE WHEN state IN ('running', 'paused') THEN 'breached' ELSE state END`;

/** A running clock is breached from its due on, whether or not anything has looked at it since. */
export const OPEN_STATE = `CASE WHEN state = 'running' AND due_at < ? THEN 'breached' ELSE state END`;

/** What a client is promised. */
const OF_CLIENT = `clock IN ('response', 'resolution')`;

const openRow = v.object({ client_project_id: v.string(), number: wholeNumber });

/** Issues, not clocks: one issue late in both clocks is one breach to look at. */
export async function countOpenBreaches(
  sql: Sql,
  now: Instant,
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.rows(
    openRow,
    `SELECT client_project_id, COUNT(DISTINCT issue_id) AS number FROM sla_cycle
     WHERE stopped_at IS NULL AND ${OF_CLIENT} AND (state = 'breached' OR (state = 'running' AND due_at < ?)
       OR (state IN ('running', 'paused') AND breached_at IS NOT NULL))
     GROUP BY client_project_id`,
    [now],
  );
  return new Map(rows.map((row) => [row.client_project_id, row.number]));
}
