import type { Answer } from '../../contract/answer';
import type { SlaReport, SlaReportView } from '../../contract/sla-report';
import type { ClientProject } from '../../core/project/client-project';
import type { AnyClockName } from '../../core/sla/judge/cycle';
import { periodBounds, previousPeriod } from '../../core/sla/report/report-period';
import { weekBounds } from '../../core/sla/report/report-weeks';
import { type Instant, instant, isoOf, isoOrNull } from '../../core/time';
import { checkRight } from '../check-right';
import type { UserEnv } from '../env';
import { type PlaceNames, placeNames } from '../place-names';
import type { GroupCounts } from '../ports/report-queries';
import { clockReport } from './clock-report';
import { findVisibleIncidents } from './find-visible-incidents';
import { BREACHES_ASKED, listVisibleBreaches, readVisibleBreaches } from './list-visible-breaches';
import { type ReportConfig, readReportConfig } from './report-config';

const DAY = 24 * 3_600_000;

/**
 * SLA compliance of one client project for a period. `config` is the gadget's configuration out of
 * the trusted context. Three SQL statements at any size; at most four reads of Jira, a fifth above
 * 1,000 incidents. Unless the client project lets figures count everything, they are counted of the
 * incidents that the viewer may browse (SLA semantics C8.7), by the same statement.
 */
export async function loadSlaReport(env: UserEnv, config: unknown): Promise<Answer<SlaReportView>> {
  const asked = readReportConfig(config);
  if (asked === null) return { ok: true, value: { kind: 'notConfigured' } };
  const project = await env.projects.findProject(asked.clientProjectId);
  if (project === null) return { ok: true, value: { kind: 'projectGone' } };
  const refusal = await checkRight(env, 'seeClientProject', project);
  if (refusal !== null) return { ok: false, problem: refusal };
  return { ok: true, value: await report(env, project, asked) };
}

async function report(
  env: UserEnv,
  project: ClientProject,
  config: ReportConfig,
): Promise<SlaReport> {
  const now = env.now();
  const { timeZone, targetPercent, countBy, priority, groupBy } = config;
  const period = periodBounds(config.period, timeZone, now);
  const query = { period, now, by: countBy };
  const trend = weekBounds(period, timeZone, now);
  const previous = previousPeriod(config.period, timeZone, now);
  const incidents = project.countsHidden
    ? null
    : await findVisibleIncidents(env, project, { ...query, ...BREACHES_ASKED, previous });
  const counts = await env.sla.countGroups(project.id, {
    ...{ ...query, priority, trend },
    only: incidents?.issueIds ?? null,
    // A part of the incidents is not comparable with a part of others.
    previous: incidents?.seen?.isWhole === false ? null : previous,
    dueBefore: instant(now + DAY),
  });
  const names = await placeNames(env, projectIdsOf(counts));
  const records = incidents?.breaches ?? (await readVisibleBreaches(env, project, query));
  const breaches = await listVisibleBreaches(env, project, records, now, names);
  return {
    kind: 'report',
    clientProject: { key: project.key, name: project.name },
    period: { name: config.period, from: isoOf(period.from), to: isoOf(period.to) },
    ...{ timeZone, targetPercent, countBy, priority, groupBy },
    now: isoOf(now),
    computedAt: isoOrNull(counts.computedAt),
    ...clocksOf(counts, trend, names),
    incidentsSeen: incidents?.seen ?? null,
    breaches: breaches.rows,
    breachesSeen: { visible: breaches.visible, total: totalBreached(counts) },
    backfill: counts.backfill,
    historyRead: counts.historyRead,
    reopenedLater: counts.reopenedLater,
  };
}

function clocksOf(
  counts: GroupCounts,
  trend: readonly Instant[],
  names: PlaceNames,
): Pick<SlaReport, AnyClockName> {
  const of = (clock: AnyClockName) => clockReport(clock, counts, trend, names);
  return {
    response: of('response'),
    resolution: of('resolution'),
    nextResponse: of('nextResponse'),
    ownership: of('ownership'),
  };
}

function projectIdsOf({ groups }: GroupCounts): readonly string[] {
  return [...new Set(groups.flatMap(({ projectId }) => (projectId === null ? [] : [projectId])))];
}

function totalBreached({ groups }: GroupCounts): number {
  return groups.reduce((total, { state, count }) => total + (state === 'breached' ? count : 0), 0);
}
