import type { GroupQuery } from '../../usecases/ports/report-queries';
import { DECIDED_STATE } from './sla-counts';
import { onlyOf, type Part } from './sla-period-cycles';

const TREND_AT_MOST = 60;

/** Nothing but what was decided has a place in a trend. */
export function trendOf(id: string, { trend, now, by, only }: GroupQuery): readonly Part[] {
  const some = onlyOf(only);
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
            ${some.text}
          UNION ALL
          SELECT clock, 'breached', ${cases(late)} FROM sla_cycle
          WHERE client_project_id = ? AND decided_at IS NULL AND state = 'running' AND due_at < ?
            AND ${late} >= ? AND ${late} < ?${some.text}
        ) AS placed WHERE verdict IN ('met', 'breached') GROUP BY clock, bucket`,
      values: [
        ...[...uppers, id, from, to, ...some.values],
        ...[...uppers, id, now, from, to, ...some.values],
      ],
    },
  ];
}
