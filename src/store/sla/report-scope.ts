import * as v from 'valibot';
import type { ReportScope, ReportScopeQuery } from '../../usecases/ports/report-scope';
import { type Sql, wholeNumber } from '../sql';
import { breachesOf, breachRow } from './sla-breaches';
import { cyclesOf, type Part } from './sla-period-cycles';

const scopeRow = v.union([
  v.object({
    kind: v.literal('issue'),
    issue_id: v.string(),
    part: wholeNumber,
    of_period: wholeNumber,
    issues: wholeNumber,
  }),
  v.pipe(
    breachRow,
    v.transform((breach) => ({ kind: 'breach' as const, breach })),
  ),
]);

/** Of a breach; rows of issues have none of them. */
const BREACH_COLUMNS = [
  ...['clock', 'cycle_no', 'department', 'project_id', 'priority_name', 'policy_version'],
  ...['calendar_key', 'stopped_at', 'elapsed_ms', 'carried_ms', 'paused_because', 'computed_at'],
  'target_ms',
];

/** Where an issue stands that is in the period; of the others, open ones come first. */
const PART = { period: 0, open: 1, previous: 2 } as const;

/**
 * Which issues a report counts, and its breaches: everything that has to be known before somebody's
 * rights are asked for. One statement.
 *
 * Two incidents of November, one of October to compare with, at most two wanted: the two of
 * November, `ofPeriod` 2, not whole.
 */
export async function readReportScope(
  sql: Sql,
  clientProjectId: string,
  query: ReportScopeQuery,
): Promise<ReportScope> {
  const issues = issuesOf(clientProjectId, query);
  const breaches = breachesOf(clientProjectId, query);
  const rows = await sql.rows(
    scopeRow,
    `SELECT 'issue' AS kind, issue_id, part, of_period, issues,
       ${BREACH_COLUMNS.map((name) => `NULL AS ${name}`).join(', ')}, latest AS since
     FROM (${issues.text}) AS counted
     UNION ALL
     SELECT 'breach', issue_id, NULL, NULL, NULL, ${BREACH_COLUMNS.join(', ')}, since
     FROM (${breaches.text}) AS late
     ORDER BY part, since DESC, issue_id, clock, cycle_no`,
    [...issues.values, ...breaches.values],
  );
  const found = rows.flatMap((row) => (row.kind === 'issue' ? [row] : []));
  const [first] = found;
  return {
    issues: found.map((row) => ({
      issueId: row.issue_id,
      isOfPeriod: row.part === PART.period,
    })),
    ofPeriod: first?.of_period ?? 0,
    isWhole: found.length === (first?.issues ?? 0),
    breaches: rows.flatMap((row) => (row.kind === 'breach' ? [row.breach] : [])),
  };
}

function issuesOf(id: string, query: ReportScopeQuery): Part {
  const { period, previous, maxIssues, ...asked } = query;
  const columns = 'issue_id, started_at';
  const inPeriod = cyclesOf(id, { ...asked, period }, columns);
  const compared = previous === null ? null : cyclesOf(id, { ...asked, period: previous }, columns);
  const partOf = (part: number, { text }: Part) =>
    `SELECT ${columns}, ${part} AS part FROM (${text}) AS cycles_${part}`;
  const open: Part = {
    text: `SELECT ${columns}, ${PART.open} AS part FROM sla_cycle WHERE client_project_id = ?
      AND stopped_at IS NULL AND state IN ('running', 'paused', 'breached')`,
    values: [id],
  };
  const cycles = [
    partOf(PART.period, inPeriod),
    open.text,
    ...(compared === null ? [] : [partOf(PART.previous, compared)]),
  ];
  return {
    text: `SELECT issue_id, part, latest,
        SUM(CASE WHEN part = ${PART.period} THEN 1 ELSE 0 END) OVER () AS of_period,
        COUNT(*) OVER () AS issues
      FROM (
        SELECT issue_id, MIN(part) AS part, MAX(started_at) AS latest
        FROM (${cycles.join(' UNION ALL ')}) AS cycles GROUP BY issue_id
      ) AS each_issue
      ORDER BY part, latest DESC, issue_id LIMIT ${Math.trunc(maxIssues)}`,
    values: [...inPeriod.values, ...open.values, ...(compared?.values ?? [])],
  };
}
