import { createHash } from 'node:crypto';
import type { Issue } from '../../core/issue';
import type { Language } from '../../core/language';
import type { Department } from '../../core/project/client-project';
import { quietUntil } from '../../core/sla/policy/quiet-hours';
import { isAfterBreach, type Recipient } from '../../core/sla/policy/warning-rules';
import type { Instant } from '../../core/time';
import type { Env } from '../env';
import type { ClaimedWarning, Notice } from '../ports/warning-ports';
import { sayTime } from '../texts/say-time';
import { TEXTS, type Texts } from '../texts/texts';
import { findIncidentPlan, type IncidentPlan } from './list-incident-plans';

export type WarningNotices = {
  readonly notices: readonly Notice[];
  /** Warnings that wait for the end of quiet hours. */
  readonly quiet: readonly { readonly ids: readonly string[]; readonly until: Instant }[];
  /** Their issue or client project is there no more. */
  readonly gone: readonly string[];
};

/**
 * Who is to hear what, for warnings whose time has come. One read of Jira per hundred issues and
 * one SQL statement; none for breaches that nobody wants to hear of. In the language of the site.
 */
export async function noticesOf(
  env: Env,
  warnings: readonly ClaimedWarning[],
  now: Instant,
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
    const until = silence(plan, warning, now);
    if (until !== null) {
      quiet.push({ ids: [warning.id], until });
      continue;
    }
    const line = lineOf({ plan, warning, issue }, world);
    for (const accountId of recipientsOf(warning, issue, plan, world.departments)) {
      const base = { id: noticeId(warning, accountId), accountId, issueId: issue.id, line };
      notices.push({ ...base, state: 'held', mail: null, at: now, tries: 0 });
    }
  }
  return { notices, quiet, gone };
}

type World = {
  readonly issues: ReadonlyMap<string, Issue>;
  readonly plans: ReadonlyMap<string, IncidentPlan>;
  readonly departments: readonly Department[];
  readonly language: Language;
};

type About = {
  readonly plan: IncidentPlan;
  readonly warning: ClaimedWarning;
  readonly issue: Issue;
};

async function readWorld(env: Env, warnings: readonly ClaimedWarning[]): Promise<World> {
  const ids = [...new Set(warnings.map(({ issueId }) => issueId))];
  const wanted = new Set(warnings.map(({ clientProjectId }) => clientProjectId));
  const [issues, projects, departments, language] = await Promise.all([
    // As the app: nobody is asking. A mail names the key only, and Jira sends it to nobody who may
    // not see the issue.
    env.asApp.listIssues(ids),
    env.projects.listProjects(),
    env.settings.listDepartments(),
    env.settings.findLanguage(),
  ]);
  const plans = new Map<string, IncidentPlan>();
  for (const project of projects) {
    const plan = wanted.has(project.id) ? await findIncidentPlan(env, project) : null;
    if (plan !== null) plans.set(project.id, plan);
  }
  return {
    issues: new Map(issues.map((issue) => [issue.id, issue])),
    plans,
    departments,
    language,
  };
}

/** The lead is that of the department whose time an ownership clock takes, else the issue's. */
function recipientsOf(
  { notify, cycleNow }: ClaimedWarning,
  issue: Issue,
  { project }: IncidentPlan,
  departments: readonly Department[],
): readonly string[] {
  const owner = cycleNow?.department ?? null;
  const department =
    owner === null
      ? departments.find(({ projectId }) => projectId === issue.projectId)
      : findOwner(owner, departments);
  const who: Readonly<Record<Recipient, string | null>> = {
    assignee: issue.assignee?.accountId ?? null,
    lead: department?.leadAccountId ?? null,
    tam: project.tamAccountId,
  };
  return [...new Set(notify.flatMap((each) => who[each] ?? []))];
}

/** A history names a department by its project's key, or by what stood in a field: its name. */
function findOwner(owner: string, departments: readonly Department[]): Department | undefined {
  const byKey = departments.find(({ projectKey }) => projectKey === owner);
  return byKey ?? departments.find(({ name }) => name.toLowerCase() === owner.toLowerCase());
}

/** Until when nobody is disturbed; null when mail may go. A calendar that never closes has no night. */
function silence(plan: IncidentPlan, warning: ClaimedWarning, now: Instant): Instant | null {
  const { policy, working } = rulesOf(plan, warning);
  if (policy.quietHours === undefined || working === undefined) return null;
  if (working.nextClose(now) === undefined) return null;
  return quietUntil(policy.quietHours, working.calendar.timeZone, now);
}

function lineOf(
  { plan, warning, issue }: About,
  { departments, language }: Pick<World, 'departments' | 'language'>,
): string {
  const texts = TEXTS[language].warning;
  const { clock, threshold, cycleNow } = warning;
  const owner = cycleNow?.department ?? '';
  const name =
    clock === 'ownership'
      ? texts.ownership(findOwner(owner, departments)?.name ?? owner)
      : texts.clock[clock];
  const zone = rulesOf(plan, warning).working?.calendar.timeZone ?? 'UTC';
  const due = cycleNow?.dueAt ?? null;
  const when = due === null ? '' : ` ${sayTime(zone, due, language)}`;
  const words = wordsOf(threshold, { texts, name, when });
  return `${issue.key} (${plan.project.key}): ${words}`;
}

type Said = {
  readonly texts: Texts['warning'];
  readonly name: string;
  readonly when: string;
};

function wordsOf(threshold: string, { texts, name, when }: Said): string {
  if (threshold === 'breach') return texts.breached(name, when);
  if (isAfterBreach(threshold)) return texts.over(name, when, threshold.slice(1));
  return texts.due(name, when, threshold);
}

function rulesOf({ policy: now, versions }: IncidentPlan, { cycleNow }: ClaimedWarning) {
  const version = versions.find(({ policy }) => policy.version === cycleNow?.policyVersion) ?? now;
  const working = version.calendars.get(cycleNow?.calendarKey ?? '');
  return { policy: version.policy, working };
}

/** The same for the same warning and person, so that a warning told twice is one notice. */
function noticeId(warning: ClaimedWarning, accountId: string): string {
  return createHash('sha256').update(`${warning.id} ${accountId}`).digest('hex').slice(0, 36);
}
