import type { GroupQuery, PeriodQuery } from '../../usecases/ports/report-queries';
import { placeholders } from '../placeholders';
import type { SqlValue } from '../sql';
import { DECIDED_STATE, OPEN_STATE } from './sla-counts';

/** Whose cycle it is: an ownership clock names it, for the others it is where the issue lies. */
export const PLACE = `CASE WHEN clock = 'ownership' THEN COALESCE(department, '') ELSE project_id END`;

export const PRIORITY: Readonly<Record<GroupQuery['priority'], string>> = {
  decided: 'priority_name',
  // Rows of before the column have no other one.
  first: 'COALESCE(first_priority_name, priority_name)',
};

/** A piece of a statement and what stands for its question marks. */
export type Part = { readonly text: string; readonly values: readonly SqlValue[] };

/** Restricts a part of a report to some issues; null restricts nothing. */
export function onlyOf(issueIds: readonly string[] | null, column = 'issue_id'): Part {
  if (issueIds === null) return { text: '', values: [] };
  const places = issueIds.length === 0 ? 'NULL' : placeholders(issueIds.length);
  return { text: ` AND ${column} IN (${places})`, values: issueIds };
}

/**
 * The cycles of a period with their verdicts, as a derived table of these columns and `verdict`:
 * those that were decided in it and those that are open and began before its end, or, by their
 * start, those that began in it. Reads ranges of the indexes `decided` or `started`.
 */
export function cyclesOf(
  id: string,
  { period, now, by }: PeriodQuery,
  columns: string,
  issueIds: readonly string[] | null = null,
): Part {
  const only = onlyOf(issueIds);
  if (by === 'started') {
    return {
      text: `SELECT ${columns}, CASE WHEN decided_at IS NULL THEN ${OPEN_STATE} ELSE ${DECIDED_STATE} END
          AS verdict
        FROM sla_cycle WHERE client_project_id = ? AND started_at >= ? AND started_at < ?${only.text}`,
      values: [now, id, period.from, period.to, ...only.values],
    };
  }
  return {
    text: `SELECT ${columns}, ${DECIDED_STATE} AS verdict FROM sla_cycle
        WHERE client_project_id = ? AND decided_at >= ? AND decided_at < ?${only.text}
        UNION ALL
        SELECT ${columns}, ${OPEN_STATE} FROM sla_cycle
        WHERE client_project_id = ? AND decided_at IS NULL AND started_at < ?
          AND (state <> 'running' OR due_at IS NULL OR due_at >= ? OR (due_at >= ? AND due_at < ?))${only.text}`,
    values: [
      ...[id, period.from, period.to, ...only.values],
      ...[now, id, period.to, now, period.from, period.to, ...only.values],
    ],
  };
}
