import type { BreachRow } from '../../contract/sla-report';
import { compileCalendar, type WorkingTime } from '../../core/calendar/calendar';
import type { Issue } from '../../core/issue';
import type { ClientProject } from '../../core/project/client-project';
import type { BreachRecord } from '../../core/sla/verdict/cycle-row';
import { type Instant, isoOf } from '../../core/time';
import { findIncidentPlan } from '../clocks/list-incident-plans';
import type { UserEnv } from '../env';
import type { PlaceNames } from '../place-names';
import type { PeriodQuery } from '../ports/report-queries';

const ROWS_SHOWN = 50;
/** As many issues as Jira judges in one call; beyond these a report names the newest only. */
export const BREACHES_ASKED = {
  clocks: ['response', 'resolution', 'nextResponse', 'ownership'],
  max: 1000,
} as const;

export type VisibleBreaches = {
  /** The newest, at most 50. */
  readonly rows: readonly BreachRow[];
  /** How many there are to list, those left out at the end with them. */
  readonly visible: number;
};

/** The breaches of a period whose issues the viewer may browse. One SQL statement, one read of Jira. */
export async function readVisibleBreaches(
  env: UserEnv,
  project: ClientProject,
  query: PeriodQuery,
): Promise<readonly BreachRecord[]> {
  const records = await env.sla.listBreaches(project.id, { ...query, ...BREACHES_ASKED });
  if (records.length === 0) return [];
  const ids = [...new Set(records.map(({ issueId }) => issueId))];
  const allowed = new Set(await env.asUser.allowedIssues('BROWSE_PROJECTS', ids));
  return records.filter(({ issueId }) => allowed.has(issueId));
}

/**
 * The list of a report, of breaches whose issues the viewer may browse. One read of Jira, none
 * without breaches.
 */
export async function listVisibleBreaches(
  env: UserEnv,
  project: ClientProject,
  visible: readonly BreachRecord[],
  now: Instant,
  names: PlaceNames,
): Promise<VisibleBreaches> {
  if (visible.length === 0) return { rows: [], visible: 0 };
  const shown = visible.slice(0, ROWS_SHOWN);
  const issues = new Map(
    (await env.asUser.listIssues([...new Set(shown.map(({ issueId }) => issueId))])).map(
      (issue) => [issue.id, issue],
    ),
  );
  const overrun = await overrunOf(env, project, now);
  const rows = shown.flatMap((record) => {
    const issue = issues.get(record.issueId);
    return issue === undefined ? [] : [breachRow(record, issue, names, overrun)];
  });
  return { rows, visible: visible.length - (shown.length - rows.length) };
}

function breachRow(
  record: BreachRecord,
  issue: Issue,
  names: PlaceNames,
  overrun: (record: BreachRecord) => number,
): BreachRow {
  return {
    issueKey: issue.key,
    summary: issue.summary,
    clock: record.clock,
    priority: record.priorityName,
    department: departmentOf(record, issue, names),
    breachedAt: isoOf(record.breachedAt),
    overrunMs: overrun(record),
    isOpen: record.stoppedAt === null,
  };
}

/** Of an ownership clock whose time it was, else where the issue lies. */
export function departmentOf(
  { clock, department, projectId }: Pick<BreachRecord, 'clock' | 'department' | 'projectId'>,
  { projectName }: Issue,
  names: PlaceNames,
): string {
  const owner = clock === 'ownership' ? names.ofDepartment(department ?? '') : null;
  return owner ?? names.ofProject(projectId) ?? projectName;
}

/**
 * Working time beyond the goal: for an open clock what was counted when it was last looked at, and
 * the working time since then, unless it stands still (SLA semantics C2.5, C7.1).
 */
async function overrunOf(
  env: UserEnv,
  project: ClientProject,
  now: Instant,
): Promise<(record: BreachRecord) => number> {
  const plan = await findIncidentPlan(env, project);
  const calendars = new Map<string, WorkingTime>();
  const workingBy = (key: string): WorkingTime | null => {
    const known = calendars.get(key);
    if (known !== undefined) return known;
    const definition = plan?.policy.policy.calendars.find((calendar) => calendar.key === key);
    if (definition === undefined) return null;
    const working = compileCalendar(definition);
    calendars.set(key, working);
    return working;
  };
  return (record) => {
    const counted = record.elapsedMs + record.carriedMs - record.targetMs;
    const isCounting = record.stoppedAt === null && record.pausedBecause === null;
    const working = record.calendarKey === null ? null : workingBy(record.calendarKey);
    if (!isCounting || working === null) return Math.max(0, counted);
    return Math.max(0, counted + working.elapsed(record.computedAt, now));
  };
}
