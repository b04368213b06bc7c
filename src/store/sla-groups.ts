import type { GroupCounts, GroupQuery } from '../usecases/ports/store-ports';
import { DECIDED_STATE, OPEN_STATE } from './sla-counts';
import { groupCounts, groupRow } from './sla-group-rows';
import type { Sql, SqlValue } from './sql';

const TREND_AT_MOST = 60;

/** Whose cycle it is: an ownership clock names it, for the others it is where the issue lies. */
const PLACE = `CASE WHEN clock = 'ownership' THEN COALESCE(department, '') ELSE project_id END`;

const PRIORITY: Readonly<Record<GroupQuery['priority'], string>> = {
  decided: 'priority_name',
  // Rows of before the column have no other one.
  first: 'COALESCE(first_priority_name, priority_name)',
};

type Part = { readonly text: string; readonly values: readonly SqlValue[] };

/**
 * Everything that a report counts, in one statement whatever its size: groups of cycles, a trend
 * over buckets, percentiles, and how fresh all of it is. Cycles of the period are those that were
 * decided in it and those that are open and began before its end, or, by their start, those that
 * began in it. Reads ranges of the indexes `decided` and `started`.
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
    freshness(clientProjectId),
  ];
  const rows = await sql.rows(
    groupRow,
    parts.map(({ text }) => text).join('\nUNION ALL\n'),
    parts.flatMap(({ values }) => values),
  );
  return groupCounts(rows);
}

/** The cycles of the period with their verdicts, as a derived table of these columns. */
function cyclesOf(id: string, { period, now, by, priority }: GroupQuery, more: string): Part {
  const columns = `clock, ${PLACE} AS place, ${PRIORITY[priority]} AS priority, ${more}`;
  if (by === 'started') {
    return {
      text: `SELECT ${columns}, CASE WHEN decided_at IS NULL THEN ${OPEN_STATE} ELSE ${DECIDED_STATE} END
          AS verdict
        FROM sla_cycle WHERE client_project_id = ? AND started_at >= ? AND started_at < ?`,
      values: [now, id, period.from, period.to],
    };
  }
  return {
    text: `SELECT ${columns}, ${DECIDED_STATE} AS verdict FROM sla_cycle
        WHERE client_project_id = ? AND decided_at >= ? AND decided_at < ?
        UNION ALL
        SELECT ${columns}, ${OPEN_STATE} FROM sla_cycle
        WHERE client_project_id = ? AND decided_at IS NULL AND started_at < ?
          AND (state <> 'running' OR due_at IS NULL OR due_at >= ? OR (due_at >= ? AND due_at < ?))`,
    values: [...[id, period.from, period.to], ...[now, id, period.to, now, period.from, period.to]],
  };
}

function groupsOf(id: string, query: GroupQuery): Part {
  const cycles = cyclesOf(id, query, 'extended_ms, goal_changed_late');
  return {
    text: `SELECT 'group' AS kind, clock, place, priority, verdict, COUNT(*) AS number,
        SUM(CASE WHEN extended_ms <> 0 THEN 1 ELSE 0 END) AS one, SUM(goal_changed_late) AS two
      FROM (${cycles.text}) AS cycles GROUP BY clock, place, priority, verdict`,
    values: cycles.values,
  };
}

/** Nothing but what was decided has a place in a trend. */
function trendOf(id: string, { trend, now, by }: GroupQuery): readonly Part[] {
  const bounds = trend.slice(0, TREND_AT_MOST + 1);
  const [from, to] = [bounds[0], bounds.at(-1)];
  if (from === undefined || to === undefined || bounds.length < 2) return [];
  const uppers = bounds.slice(1);
  const cases = (at: string) =>
    `CASE ${uppers.map((_, index) => `WHEN ${at} < ? THEN ${index}`).join(' ')} END`;
  const placed = by === 'decided' ? 'decided_at' : 'started_at';
  const late = by === 'decided' ? 'due_at' : 'started_at';
  return [
    {
      text: `SELECT 'trend', clock, NULL, NULL, NULL, bucket,
          SUM(CASE WHEN verdict = 'met' THEN 1 ELSE 0 END),
          SUM(CASE WHEN verdict = 'breached' THEN 1 ELSE 0 END)
        FROM (
          SELECT clock, ${DECIDED_STATE} AS verdict, ${cases(placed)} AS bucket FROM sla_cycle
          WHERE client_project_id = ? AND decided_at IS NOT NULL AND ${placed} >= ? AND ${placed} < ?
          UNION ALL
          SELECT clock, 'breached', ${cases(late)} FROM sla_cycle
          WHERE client_project_id = ? AND decided_at IS NULL AND state = 'running' AND due_at < ?
            AND ${late} >= ? AND ${late} < ?
        ) AS placed WHERE verdict IN ('met', 'breached') GROUP BY clock, bucket`,
      values: [...uppers, id, from, to, ...uppers, id, now, from, to],
    },
  ];
}

/** What a cycle can be ranked among: all of its clock, those of its department, of its priority. */
const DIMENSIONS = { all: `''`, department: 'place', priority: 'priority' } as const;
type Dimension = keyof typeof DIMENSIONS;
const dimensions = Object.keys(DIMENSIONS) as Dimension[];

/**
 * Open cycles would only grow, and what is out of the count took no time that counts. The table is
 * read once: each row gets its rank among all, and is then looked at once per dimension.
 */
function durationsOf(id: string, { period, by, priority }: GroupQuery): Part {
  const placed = by === 'decided' ? 'decided_at' : 'started_at';
  const ranks = dimensions.map((name) => {
    const among = `PARTITION BY clock, ${DIMENSIONS[name]}`;
    return `ROW_NUMBER() OVER (${among} ORDER BY took) AS ${name}_rank,
          COUNT(*) OVER (${among}) AS ${name}_count`;
  });
  const per = (of: (name: Dimension) => string) =>
    `CASE dimension ${dimensions.map((name) => `WHEN '${name}' THEN ${of(name)}`).join(' ')} END`;
  return {
    text: `SELECT 'durations', clock, name, NULL, dimension, MAX(number),
        MAX(CASE WHEN rank_in = CEIL(number * 0.5) THEN took END),
        MAX(CASE WHEN rank_in = CEIL(number * 0.9) THEN took END)
      FROM (
        SELECT clock, dimension, took, ${per((name) => DIMENSIONS[name])} AS name,
          ${per((name) => `${name}_rank`)} AS rank_in, ${per((name) => `${name}_count`)} AS number
        FROM (
          SELECT clock, place, priority, took, ${ranks.join(', ')} FROM (
            SELECT clock, ${PLACE} AS place, ${PRIORITY[priority]} AS priority,
              carried_ms + elapsed_ms AS took
            FROM sla_cycle WHERE client_project_id = ? AND ${placed} >= ? AND ${placed} < ?
              AND stopped_at IS NOT NULL AND state IN ('met', 'breached')
          ) AS completed
        ) AS ranked
        CROSS JOIN (${dimensions.map((name) => `SELECT '${name}' AS dimension`).join(' UNION ALL ')})
          AS dimensions
      ) AS listed
      WHERE rank_in = CEIL(number * 0.5) OR rank_in = CEIL(number * 0.9)
      GROUP BY clock, dimension, name`,
    values: [id, period.from, period.to],
  };
}

function freshness(id: string): Part {
  return {
    text: `SELECT 'computed', NULL, NULL, NULL, NULL, 0, MAX(computed_at), NULL FROM sla_cycle
        WHERE client_project_id = ?
      UNION ALL
      SELECT 'history', NULL, NULL, NULL, NULL, COUNT(*), NULL, NULL FROM sla_backfill
        WHERE client_project_id = ? AND state = 'done'
      UNION ALL
      SELECT 'backfill', NULL, NULL, NULL, NULL, done, total, NULL FROM sla_backfill
        WHERE active_key = ?`,
    values: [id, id, id],
  };
}
