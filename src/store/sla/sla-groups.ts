import type { GroupCounts, GroupQuery } from '../../usecases/ports/report-queries';
import type { Sql } from '../sql';
import { durationsOf } from './sla-durations';
import { groupCounts, groupRow } from './sla-group-rows';
import { cyclesOf, onlyOf, type Part, PLACE, PRIORITY } from './sla-period-cycles';
import { trendOf } from './sla-trend';

/**
 * Everything that a report counts, in one statement whatever its size: groups of cycles, a trend
 * over buckets, percentiles, the period before, what is open now, what was reopened, and how fresh
 * all of it is. Cycles of the period are those that were decided in it and those that are open and
 * began before its end, or, by their start, those that began in it; `only` leaves all other issues
 * out of every part. Reads ranges of the indexes `decided` and `started`.
 *
 * Two ownership cycles of NET at P1, met in 1 h and breached after 3 h: two groups of one each,
 * `p50Ms` 1 h, `p90Ms` 3 h.
 */
export async function countGroups(
  sql: Sql,
  clientProjectId: string,
  query: GroupQuery,
): Promise<GroupCounts> {
  const parts = [
    groupsOf(clientProjectId, query),
    ...trendOf(clientProjectId, query),
    durationsOf(clientProjectId, query),
    ...previousOf(clientProjectId, query),
    openOf(clientProjectId, query),
    reopenedOf(clientProjectId, query),
    freshness(clientProjectId, query),
  ];
  const rows = await sql.rows(
    groupRow,
    parts.map(({ text }) => text).join('\nUNION ALL\n'),
    parts.flatMap(({ values }) => values),
  );
  return groupCounts(rows);
}

function groupsOf(id: string, query: GroupQuery): Part {
  const cycles = cyclesOf(
    id,
    query,
    `clock, ${PLACE} AS place, ${PRIORITY[query.priority]} AS priority, extended_ms, goal_changed_late`,
    query.only,
  );
  return {
    text: `SELECT 'group' AS kind, clock, place, priority, verdict, COUNT(*) AS number,
        SUM(CASE WHEN extended_ms <> 0 THEN 1 ELSE 0 END) AS one, SUM(goal_changed_late) AS two
      FROM (${cycles.text}) AS cycles GROUP BY clock, place, priority, verdict`,
    values: cycles.values,
  };
}

/** The two numbers behind a percentage, of the period before. */
function previousOf(id: string, query: GroupQuery): readonly Part[] {
  if (query.previous === null) return [];
  const cycles = cyclesOf(id, { ...query, period: query.previous }, 'clock', query.only);
  return [
    {
      text: `SELECT 'previous', clock, NULL, NULL, NULL, 0,
          SUM(CASE WHEN verdict = 'met' THEN 1 ELSE 0 END),
          SUM(CASE WHEN verdict = 'breached' THEN 1 ELSE 0 END)
        FROM (${cycles.text}) AS before_it GROUP BY clock`,
      values: cycles.values,
    },
  ];
}

/** Of now, whatever the period: what is late and not stopped, and what soon will be. */
function openOf(id: string, { now, dueBefore, only }: GroupQuery): Part {
  const some = onlyOf(only);
  return {
    text: `SELECT 'open', clock, NULL, NULL, NULL, 0,
        SUM(CASE WHEN state = 'breached' OR breached_at IS NOT NULL OR (state = 'running' AND due_at < ?)
          THEN 1 ELSE 0 END),
        SUM(CASE WHEN state = 'running' AND breached_at IS NULL AND due_at >= ? AND due_at < ?
          THEN 1 ELSE 0 END)
      FROM sla_cycle WHERE client_project_id = ? AND stopped_at IS NULL
        AND state IN ('running', 'paused', 'breached')${some.text} GROUP BY clock`,
    values: [now, now, dueBefore, id, ...some.values],
  };
}

/** What was told of an incident in the period, and began again after it: each such issue once. */
function reopenedOf(id: string, { period, by, only }: GroupQuery): Part {
  const some = onlyOf(only, 'later.issue_id');
  const placed = by === 'decided' ? 'decided_at' : 'started_at';
  return {
    text: `SELECT 'reopened', NULL, NULL, NULL, NULL, COUNT(DISTINCT later.issue_id), NULL, NULL
      FROM sla_cycle AS later JOIN sla_cycle AS told
        ON told.issue_id = later.issue_id AND told.client_project_id = later.client_project_id
        AND told.clock = later.clock AND told.cycle_no < later.cycle_no
      WHERE later.client_project_id = ? AND later.started_at >= ? AND later.cycle_no > 1
        AND later.clock IN ('response', 'resolution') AND told.state IN ('met', 'breached')
        AND told.${placed} >= ? AND told.${placed} < ?${some.text}`,
    values: [id, period.to, period.from, period.to, ...some.values],
  };
}

function freshness(id: string, { only }: GroupQuery): Part {
  const some = onlyOf(only);
  return {
    text: `SELECT 'computed', NULL, NULL, NULL, NULL, 0, MAX(computed_at), NULL FROM sla_cycle
        WHERE client_project_id = ?${some.text}
      UNION ALL
      SELECT 'history', NULL, NULL, NULL, NULL, COUNT(*), NULL, NULL FROM sla_backfill
        WHERE client_project_id = ? AND state = 'done'
      UNION ALL
      SELECT 'backfill', NULL, NULL, NULL, NULL, done, total, NULL FROM sla_backfill
        WHERE active_key = ?`,
    values: [id, ...some.values, id, id],
  };
}
