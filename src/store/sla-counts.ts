import * as v from 'valibot';
import type { AnyClockName } from '../core/sla/cycle';
import type { BreachRecord, DecidedCounts, StateCounts } from '../core/sla/cycle-row';
import type { Instant } from '../core/time';
import type { Period } from '../usecases/ports/store-ports';
import {
  storedClock,
  storedInstant,
  storedMillis,
  storedPauseReason,
  storedState,
} from './sla-row';
import { type Sql, wholeNumber } from './sql';

/**
 * A breach that happened counts as one, whatever goal came later (SLA semantics C4.4): an open
 * clock has been decided only if it was breached. The index `decided` answers this without a row.
 */
export const DECIDED_STATE = `CASE WHEN state IN ('running', 'paused') THEN 'breached' ELSE state END`;

/** A running clock is breached from its due on, whether or not anything has looked at it since. */
export const OPEN_STATE = `CASE WHEN state = 'running' AND due_at < ? THEN 'breached' ELSE state END`;

/** What a client is promised; the other clocks are counted in groups only. */
const CLIENT_CLOCKS = ['response', 'resolution'] as const;
const OF_CLIENT = `clock IN ('response', 'resolution')`;

const countRow = v.variant('kind', [
  v.object({
    kind: v.literal('count'),
    name: v.picklist(['response', 'resolution']),
    verdict: storedState,
    number: wholeNumber,
    other: v.null(),
  }),
  v.object({ kind: v.literal('computed'), other: v.nullable(storedInstant) }),
  v.object({ kind: v.literal('history'), number: wholeNumber }),
  v.object({ kind: v.literal('reopened'), number: wholeNumber }),
  v.object({ kind: v.literal('backfill'), number: wholeNumber, other: v.nullable(wholeNumber) }),
]);

/** What was told of an incident in the period, and began again after it: each such issue once. */
const REOPENED_LATER = `SELECT 'reopened', '', '', COUNT(DISTINCT later.issue_id), NULL
     FROM sla_cycle AS later JOIN sla_cycle AS told
       ON told.issue_id = later.issue_id AND told.client_project_id = later.client_project_id
       AND told.clock = later.clock AND told.cycle_no < later.cycle_no
     WHERE later.client_project_id = ? AND later.started_at >= ? AND later.cycle_no > 1
       AND later.clock IN ('response', 'resolution') AND told.state IN ('met', 'breached')
       AND told.decided_at >= ? AND told.decided_at < ?`;

/**
 * Reads two ranges of the index `decided`, the end of `started` after the period, one end of
 * `computed` and the short table of backfills.
 */
export async function countDecided(
  sql: Sql,
  clientProjectId: string,
  period: Period,
  now: Instant,
): Promise<DecidedCounts> {
  const rows = await sql.rows(
    countRow,
    `SELECT 'count' AS kind, decided.name AS name, decided.verdict AS verdict,
       COUNT(*) AS number, NULL AS other
     FROM (SELECT clock AS name, ${DECIDED_STATE} AS verdict FROM sla_cycle
       WHERE client_project_id = ? AND decided_at >= ? AND decided_at < ? AND ${OF_CLIENT}) AS decided
     GROUP BY decided.name, decided.verdict
     UNION ALL
     SELECT 'count', undecided.name, undecided.verdict, COUNT(*), NULL
     FROM (SELECT clock AS name, ${OPEN_STATE} AS verdict, due_at FROM sla_cycle
       WHERE client_project_id = ? AND decided_at IS NULL AND started_at < ?
         AND ${OF_CLIENT}) AS undecided
     WHERE undecided.verdict <> 'breached' OR (undecided.due_at >= ? AND undecided.due_at < ?)
     GROUP BY undecided.name, undecided.verdict
     UNION ALL
     SELECT 'computed', '', '', 0, MAX(computed_at) FROM sla_cycle WHERE client_project_id = ?
     UNION ALL
     SELECT 'history', '', '', COUNT(*), NULL FROM sla_backfill
     WHERE client_project_id = ? AND state = 'done'
     UNION ALL
     ${REOPENED_LATER}
     UNION ALL
     SELECT 'backfill', '', '', done, total FROM sla_backfill WHERE active_key = ?`,
    [
      ...[clientProjectId, period.from, period.to],
      ...[now, clientProjectId, period.to, period.from, period.to],
      ...[clientProjectId, clientProjectId],
      ...[clientProjectId, period.to, period.from, period.to],
      clientProjectId,
    ],
  );
  return summarize(rows);
}

function summarize(rows: readonly v.InferOutput<typeof countRow>[]): DecidedCounts {
  const response = noCounts();
  const resolution = noCounts();
  let computedAt: DecidedCounts['computedAt'] = null;
  let backfill: DecidedCounts['backfill'] = null;
  let historyRead = false;
  let reopenedLater = 0;
  for (const row of rows) {
    if (row.kind === 'computed') computedAt = row.other;
    else if (row.kind === 'history') historyRead = row.number > 0;
    else if (row.kind === 'reopened') reopenedLater = row.number;
    else if (row.kind === 'backfill') backfill = { done: row.number, total: row.other };
    else (row.name === 'response' ? response : resolution)[row.verdict] += row.number;
  }
  return { response, resolution, computedAt, backfill, historyRead, reopenedLater };
}

function noCounts(): { -readonly [state in keyof StateCounts]: number } {
  return { met: 0, breached: 0, running: 0, paused: 0, noTarget: 0, excluded: 0, invalid: 0 };
}

const breachRow = v.pipe(
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
 * in it has passed. One statement over two indexes.
 */
export function listBreaches(
  sql: Sql,
  clientProjectId: string,
  period: Period,
  now: Instant,
  max: number,
  clocks: readonly AnyClockName[] = CLIENT_CLOCKS,
): Promise<readonly BreachRecord[]> {
  const ofClocks = `clock IN (${clocks.map(() => '?').join(', ')})`;
  return sql.rows(
    breachRow,
    `SELECT * FROM (
       SELECT ${BREACH_COLUMNS}, COALESCE(breached_at, due_at) AS since FROM sla_cycle
       WHERE client_project_id = ? AND state IN ('breached', 'running', 'paused')
         AND decided_at >= ? AND decided_at < ? AND ${ofClocks}
       UNION ALL
       SELECT ${BREACH_COLUMNS}, due_at FROM sla_cycle
       WHERE client_project_id = ? AND decided_at IS NULL AND state = 'running'
         AND due_at < ? AND due_at >= ? AND due_at < ? AND ${ofClocks}
     ) AS breach
     ORDER BY since DESC, issue_id, clock, cycle_no LIMIT ${Math.trunc(max)}`,
    [
      ...[clientProjectId, period.from, period.to, ...clocks],
      ...[clientProjectId, now, period.from, period.to, ...clocks],
    ],
  );
}

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
