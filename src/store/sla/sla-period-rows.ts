import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import type { CyclePageQuery } from '../../usecases/ports/report-queries';
import type { Sql } from '../sql';
import { cyclesOf } from './sla-period-cycles';
import { CYCLE_COLUMNS, storedCycle } from './sla-row';

const COLUMNS = CYCLE_COLUMNS.map(({ name }) => name)
  .filter((name) => name !== 'state')
  .join(', ');

/**
 * The cycles that a report counts, at most `max` of them after a given one, by issue, clock and
 * number; the state is that of `now`. One statement.
 */
export function listPeriodCycles(
  sql: Sql,
  clientProjectId: string,
  query: CyclePageQuery,
): Promise<readonly CycleRow[]> {
  const { after, max } = query;
  const cycles = cyclesOf(clientProjectId, query, COLUMNS);
  const isAfter = after === null ? '' : 'WHERE (issue_id, clock, cycle_no) > (?, ?, ?)';
  return sql.rows(
    storedCycle,
    `SELECT ${COLUMNS}, verdict AS state FROM (${cycles.text}) AS cycles ${isAfter}
     ORDER BY issue_id, clock, cycle_no LIMIT ${Math.trunc(max)}`,
    [...cycles.values, ...(after === null ? [] : [after.issueId, after.clock, after.cycle])],
  );
}
