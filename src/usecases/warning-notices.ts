import type { Issue } from '../core/issue';
import type { Department } from '../core/project/client-project';
import { quietUntil } from '../core/sla/quiet-hours';
import type { Recipient } from '../core/sla/warning-rules';
import type { Instant } from '../core/time';
import type { Env } from './env';
import { findIncidentPlan, type IncidentPlan } from './list-incident-plans';
import type { ClaimedWarning, Notice } from './ports/warning-ports';

export type WarningNotices = {
  readonly notices: readonly Notice[];
  /** Warnings that wait for the end of quiet hours. */
  readonly quiet: readonly { readonly ids: readonly string[]; readonly until: Instant }[];
  /** Their issue or client project is there no more. */
  readonly gone: readonly string[];
};

/**
 * Who is to hear what, for warnings whose time has come. One read of Jira per hundred issues and
 * one SQL statement; none for breaches that nobody wants to hear of.
 */
export async function noticesOf(
  env: Env,
  warnings: readonly ClaimedWarning[],
): Promise<WarningNotices> {
  const audible = warnings.filter(({ notify }) => notify.length > 0);
  if (audible.length === 0) return { notices: [], quiet: [], gone: [] };
  const world = await readWorld(env, audible);
  const notices: Notice[] = [];
  const quiet: { ids: string[]; until: Instant }[] = [];
  const gone: string[] = [];
  for (const warning of audible) {
    const issue = world.issues.get(warning.issueId);
    const plan = world.plans.get(warning.clientProjectId);
    if (issue === undefined || plan === undefined) {
      gone.push(warning.id);
      continue;
    }
    const until = silence(plan, warning, env.now());
    if (until !== null) {
      quiet.push({ ids: [warning.id], until });
      continue;
    }
    const line = lineOf(plan, warning, issue);
    for (const accountId of recipientsOf(warning.notify, issue, plan, world.departments)) {
      const base = { id: env.newId(), accountId, issueId: issue.id, line };
      notices.push({ ...base, state: 'held', mail: null, at: env.now() });
    }
  }
  return { notices, quiet, gone };
}

type World = {
  readonly issues: ReadonlyMap<string, Issue>;
  readonly plans: ReadonlyMap<string, IncidentPlan>;
  readonly departments: readonly Department[];
};

async function readWorld(env: Env, warnings: readonly ClaimedWarning[]): Promise<World> {
  const ids = [...new Set(warnings.map(({ issueId }) => issueId))];
  const wanted = new Set(warnings.map(({ clientProjectId }) => clientProjectId));
  const [issues, projects, departments] = await Promise.all([
    // As the app: nobody is asking. A mail names the key only, and Jira sends it to nobody who may
    // not see the issue.
    env.asApp.listIssues(ids),
    env.projects.listProjects(),
    env.settings.listDepartments(),
  ]);
  const plans = new Map<string, IncidentPlan>();
  for (const project of projects) {
    const plan = wanted.has(project.id) ? await findIncidentPlan(env, project) : null;
    if (plan !== null) plans.set(project.id, plan);
  }
  return { issues: new Map(issues.map((issue) => [issue.id, issue])), plans, departments };
}

function recipientsOf(
  notify: readonly Recipient[],
  issue: Issue,
  { project }: IncidentPlan,
  departments: readonly Department[],
): readonly string[] {
  const department = departments.find(({ projectId }) => projectId === issue.projectId);
  const who: Readonly<Record<Recipient, string | null>> = {
    assignee: issue.assignee?.accountId ?? null,
    lead: department?.leadAccountId ?? null,
    tam: project.tamAccountId,
  };
  return [...new Set(notify.flatMap((each) => who[each] ?? []))];
}

/** Until when nobody is disturbed; null when mail may go. A calendar that never closes has no night. */
function silence(plan: IncidentPlan, warning: ClaimedWarning, now: Instant): Instant | null {
  const { policy, working } = rulesOf(plan, warning);
  if (policy.quietHours === undefined || working === undefined) return null;
  if (working.nextClose(now) === undefined) return null;
  return quietUntil(policy.quietHours, working.calendar.timeZone, now);
}

function lineOf(plan: IncidentPlan, warning: ClaimedWarning, issue: Issue): string {
  const { clock, threshold, cycleNow } = warning;
  const zone = rulesOf(plan, warning).working?.calendar.timeZone ?? 'UTC';
  const due = cycleNow?.dueAt ?? null;
  const when = due === null ? '' : ` ${timeIn(zone, due)}`;
  const words =
    threshold === 'breach'
      ? `${clock} breached${when}`
      : `${clock} due${when}, ${threshold.endsWith('%') ? `${threshold} of the goal used` : `${threshold} left`} (±5 min)`;
  return `${issue.key} (${plan.project.key}): ${words}`;
}

function rulesOf({ policy: now, versions }: IncidentPlan, { cycleNow }: ClaimedWarning) {
  const version = versions.find(({ policy }) => policy.version === cycleNow?.policyVersion) ?? now;
  const working = version.calendars.get(cycleNow?.calendarKey ?? '');
  return { policy: version.policy, working };
}

function timeIn(timeZone: string, at: Instant): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, dateStyle: 'medium', timeStyle: 'short' },
  });
  return `${format.format(at)} (${timeZone})`;
}
