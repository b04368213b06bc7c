import { TZDate } from '@date-fns/tz';
import type { Answer } from '../../contract/answer';
import type { ReportRow, ReportRowKey, ReportRows } from '../../contract/sla-report';
import type { Issue } from '../../core/issue';
import type { ClientProject } from '../../core/project/client-project';
import { periodBounds } from '../../core/sla/report/report-period';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import type { Instant } from '../../core/time';
import { checkRight } from '../check-right';
import type { UserEnv } from '../env';
import { type PlaceNames, placeNames } from '../place-names';
import { done, refuse, textsFor } from '../problem';
import { departmentOf } from './list-visible-breaches';
import { type ReportConfig, readReportConfig } from './report-config';

/** Some 300 kB of the 5 MB that a resolver may answer, and six reads of issues. */
const ROWS_A_PAGE = 500;

/**
 * One page of the rows behind a report's figures: every cycle that it counts or leaves out, of the
 * issues that the viewer may browse (SLA semantics C8.7). Two SQL statements; Jira is read as the
 * viewer, once for the rights and once per hundred issues.
 */
export async function listReportRows(
  env: UserEnv,
  config: unknown,
  after: ReportRowKey | null,
): Promise<Answer<ReportRows>> {
  const asked = readReportConfig(config);
  const project = asked && (await env.projects.findProject(asked.clientProjectId));
  if (asked === null || project === null) return refuse('notFound', textsFor(env).badRequest);
  const refusal = await checkRight(env, 'seeClientProject', project);
  if (refusal !== null) return { ok: false, problem: refusal };
  return done(await pageOf(env, project, asked, after));
}

async function pageOf(
  env: UserEnv,
  project: ClientProject,
  { period, timeZone, countBy }: ReportConfig,
  after: ReportRowKey | null,
): Promise<ReportRows> {
  const now = env.now();
  const cycles = await env.sla.listPeriodCycles(project.id, {
    ...{ period: periodBounds(period, timeZone, now), now, by: countBy },
    ...{ after, max: ROWS_A_PAGE },
  });
  const issues = await visibleIssues(env, cycles);
  const projectIds = cycles.flatMap((it) => (issues.has(it.issueId) ? [it.projectId] : []));
  const names = await placeNames(env, [...new Set(projectIds)]);
  const rows = cycles.flatMap((cycle) => {
    const issue = issues.get(cycle.issueId);
    return issue === undefined ? [] : [reportRow(cycle, issue, names, timeZone)];
  });
  const last = cycles.length < ROWS_A_PAGE ? undefined : cycles.at(-1);
  const next = last && { issueId: last.issueId, clock: last.clock, cycle: last.cycle };
  return { clientProjectKey: project.key, rows, total: cycles.length, next: next ?? null };
}

async function visibleIssues(
  env: UserEnv,
  cycles: readonly CycleRow[],
): Promise<ReadonlyMap<string, Issue>> {
  const ids = [...new Set(cycles.map(({ issueId }) => issueId))];
  if (ids.length === 0) return new Map();
  const allowed = await env.asUser.allowedIssues('BROWSE_PROJECTS', ids);
  const issues = allowed.length === 0 ? [] : await env.asUser.listIssues(allowed);
  return new Map(issues.map((issue) => [issue.id, issue]));
}

function reportRow(cycle: CycleRow, issue: Issue, names: PlaceNames, timeZone: string): ReportRow {
  const at = (instant: Instant) => new TZDate(instant, timeZone).toISOString();
  const atOrNull = (instant: Instant | null) => (instant === null ? null : at(instant));
  return {
    issueKey: issue.key,
    summary: issue.summary,
    clock: cycle.clock,
    cycle: cycle.cycle,
    department: departmentOf(cycle, issue, names),
    priority: cycle.priorityName,
    firstPriority: cycle.firstPriorityName,
    state: cycle.state,
    startedAt: at(cycle.startedAt),
    stoppedAt: atOrNull(cycle.stoppedAt),
    dueAt: atOrNull(cycle.dueAt),
    breachedAt: cycle.state === 'breached' ? atOrNull(cycle.breachedAt ?? cycle.dueAt) : null,
    elapsedMs: cycle.carriedMs + cycle.elapsedMs,
    beforeChangeMs: cycle.beforeChangeMs,
    pausedMs: cycle.pausedMs,
    targetMs: cycle.targetMs,
    extendedMs: cycle.extendedMs,
    goalChangedLate: cycle.goalChangedLate,
    policy: `${cycle.policyKey} v${cycle.policyVersion}`,
    reason: cycle.reason,
    computedAt: at(cycle.computedAt),
  };
}
