import * as v from 'valibot';
import type { BreachRecord } from '../../core/sla/verdict/cycle-row';
import type { BreachQuery } from '../../usecases/ports/report-queries';
import { placeholders } from '../placeholders';
import { type Sql, wholeNumber } from '../sql';
import type { Part } from './sla-period-cycles';
import { storedClock, storedInstant, storedMillis, storedPauseReason } from './sla-row';

/** One breach, as the statements of this file answer it. */
export const breachRow = v.pipe(
  v.object({
    issue_id: v.string(),
    clock: storedClock,
    cycle_no: wholeNumber,
    department: v.nullable(v.string()),
    project_id: v.string(),
    priority_name: v.nullable(v.string()),
    policy_version: wholeNumber,
    calendar_key: v.nullable(v.string()),
    stopped_at: v.nullable(storedInstant),
    elapsed_ms: storedMillis,
    carried_ms: storedMillis,
    paused_because: storedPauseReason,
    computed_at: storedInstant,
    target_ms: storedMillis,
    since: storedInstant,
  }),
  v.transform(
    (row): BreachRecord => ({
      issueId: row.issue_id,
      clock: row.clock,
      cycle: row.cycle_no,
      department: row.department,
      projectId: row.project_id,
      priorityName: row.priority_name,
      policyVersion: row.policy_version,
      calendarKey: row.calendar_key,
      stoppedAt: row.stopped_at,
      elapsedMs: row.elapsed_ms,
      carriedMs: row.carried_ms,
      pausedBecause: row.paused_because,
      computedAt: row.computed_at,
      targetMs: row.target_ms,
      breachedAt: row.since,
    }),
  ),
);

const BREACH_COLUMNS = `issue_id, clock, cycle_no, department, project_id, priority_name, policy_version,
  calendar_key, stopped_at, elapsed_ms, carried_ms, paused_because, computed_at, target_ms`;

/**
 * Breaches of a period, newest first, at most `max`: decided in it, and clocks that run and whose due
 * in it has passed; by their start, those of clocks that began in it. One statement over two indexes.
 */
export function listBreaches(
  sql: Sql,
  clientProjectId: string,
  query: BreachQuery,
): Promise<readonly BreachRecord[]> {
  const { text, values } = breachesOf(clientProjectId, query);
  return sql.rows(breachRow, text, values);
}

/** The same as a piece of a statement with the columns of `breachRow`. */
export function breachesOf(
  clientProjectId: string,
  { period, now, by, clocks, max }: BreachQuery,
): Part {
  const ofClocks = `clock IN (${placeholders(clocks.length)})`;
  const [decided, open] =
    by === 'decided' ? ['decided_at', 'due_at'] : ['started_at', 'started_at'];
  return {
    text: `SELECT * FROM (
       SELECT ${BREACH_COLUMNS}, COALESCE(breached_at, due_at) AS since FROM sla_cycle
       WHERE client_project_id = ? AND state IN ('breached', 'running', 'paused')
         AND decided_at IS NOT NULL AND ${decided} >= ? AND ${decided} < ? AND ${ofClocks}
       UNION ALL
       SELECT ${BREACH_COLUMNS}, due_at FROM sla_cycle
       WHERE client_project_id = ? AND decided_at IS NULL AND state = 'running'
         AND due_at < ? AND ${open} >= ? AND ${open} < ? AND ${ofClocks}
     ) AS breach
     ORDER BY since DESC, issue_id, clock, cycle_no LIMIT ${Math.trunc(max)}`,
    values: [
      ...[clientProjectId, period.from, period.to, ...clocks],
      ...[clientProjectId, now, period.from, period.to, ...clocks],
    ],
  };
}
