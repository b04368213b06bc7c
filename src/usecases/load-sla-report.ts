import * as v from 'valibot';
import type { Answer } from '../contract/answer';
import type { ComplianceView, SlaReportConfig, SlaReportView } from '../contract/sla-report';
import type { ClientProject } from '../core/project/client-project';
import type { DecidedCounts, StateCounts } from '../core/sla/cycle-row';
import { isTimeZone, periodBounds } from '../core/sla/report-period';
import { reportPeriods } from '../core/sla/report-periods';
import type { Instant } from '../core/time';
import { checkRight } from './check-right';
import type { UserEnv } from './env';
import { listVisibleBreaches } from './list-visible-breaches';

/** What the gadget's edit view saved; anything else counts as not configured. */
const reportConfig = v.object({
  clientProjectId: v.pipe(v.string(), v.nonEmpty()),
  period: v.picklist(reportPeriods),
  timeZone: v.pipe(v.string(), v.check(isTimeZone)),
  targetPercent: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
});

/**
 * SLA compliance of one client project for a period. `config` is the gadget's configuration out of
 * the trusted context. Three SQL statements at any size; at most three reads of Jira.
 */
export async function loadSlaReport(env: UserEnv, config: unknown): Promise<Answer<SlaReportView>> {
  const parsed = v.safeParse(reportConfig, config);
  if (!parsed.success) return { ok: true, value: { kind: 'notConfigured' } };
  const project = await env.projects.findProject(parsed.output.clientProjectId);
  if (project === null) return { ok: true, value: { kind: 'projectGone' } };
  const refusal = await checkRight(env, 'seeClientProject', project);
  if (refusal !== null) return { ok: false, problem: refusal };
  return { ok: true, value: await report(env, project, parsed.output) };
}

async function report(
  env: UserEnv,
  project: ClientProject,
  config: SlaReportConfig,
): Promise<SlaReportView> {
  const now = env.now();
  const bounds = periodBounds(config.period, config.timeZone, now);
  const counts = await env.sla.countDecided(project.id, bounds, now);
  const breaches = await listVisibleBreaches(env, project, bounds, now);
  return {
    kind: 'report',
    clientProject: { key: project.key, name: project.name },
    period: { name: config.period, from: iso(bounds.from), to: iso(bounds.to) },
    timeZone: config.timeZone,
    targetPercent: config.targetPercent,
    now: iso(now),
    computedAt: counts.computedAt === null ? null : iso(counts.computedAt),
    response: complianceView(counts.response),
    resolution: complianceView(counts.resolution),
    breaches: breaches.rows,
    breachesSeen: { visible: breaches.visible, total: totalBreached(counts) },
    backfill: counts.backfill,
    historyRead: counts.historyRead,
    reopenedLater: counts.reopenedLater,
  };
}

/** Percent of what was decided; null, shown as a dash, when nothing was (SLA semantics C8.1). */
function complianceView(counts: StateCounts): ComplianceView {
  const { met, breached, running, paused, noTarget } = counts;
  const decided = met + breached;
  return {
    percent: decided === 0 ? null : (met * 100) / decided,
    met,
    breached,
    running,
    paused,
    noTarget,
    // Data that contradict themselves are out of the count like any other exclusion (C5.9).
    excluded: counts.excluded + counts.invalid,
  };
}

function totalBreached({ response, resolution }: DecidedCounts): number {
  return response.breached + resolution.breached;
}

const iso = (at: Instant) => new Date(at).toISOString();
