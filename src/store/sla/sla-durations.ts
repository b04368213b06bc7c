import type { GroupQuery } from '../../usecases/ports/report-queries';
import { onlyOf, type Part, PLACE, PRIORITY } from './sla-period-cycles';

/** What a cycle can be ranked among: all of its clock, those of its department, of its priority. */
const DIMENSIONS = { all: `''`, department: 'place', priority: 'priority' } as const;
type Dimension = keyof typeof DIMENSIONS;
const dimensions = Object.keys(DIMENSIONS) as Dimension[];

/**
 * Open cycles would only grow, and what is out of the count took no time that counts. The table is
 * read once: each row gets its rank among all, and is then looked at once per dimension.
 */
export function durationsOf(id: string, { period, by, priority, only }: GroupQuery): Part {
  const some = onlyOf(only);
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
              carried_ms + before_change_ms + elapsed_ms AS took
            FROM sla_cycle WHERE client_project_id = ? AND ${placed} >= ? AND ${placed} < ?
              AND stopped_at IS NOT NULL AND state IN ('met', 'breached')${some.text}
          ) AS completed
        ) AS ranked
        CROSS JOIN (${dimensions.map((name) => `SELECT '${name}' AS dimension`).join(' UNION ALL ')})
          AS dimensions
      ) AS listed
      WHERE rank_in = CEIL(number * 0.5) OR rank_in = CEIL(number * 0.9)
      GROUP BY clock, dimension, name`,
    values: [id, period.from, period.to, ...some.values],
  };
}
