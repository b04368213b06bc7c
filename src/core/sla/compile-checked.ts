import { compileCalendar, type WorkingTime } from '../calendar/calendar';
import { instant, millis } from '../time';
import type { NamedRef, StatusRef } from './history';
import { parseDuration } from './parse-duration';
import type {
  ClockRules,
  CompiledClock,
  CompiledGoal,
  CompiledPolicy,
  PauseReason,
  Policy,
  Team,
} from './policy';

type Calendars = ReadonlyMap<string, WorkingTime>;

/** Compiles a policy that `checkPolicy` found free of problems. */
export function compileChecked(policy: Policy): CompiledPolicy {
  const calendars = new Map(policy.calendars.map((each) => [each.key, compileCalendar(each)]));
  const { response, resolution } = policy.clocks;
  const excluded = lowerCased(resolution?.excludedResolutions ?? DEFAULT_EXCLUDED);
  return {
    ok: true,
    policy,
    effectiveFrom: instant(Date.parse(policy.effectiveFrom)),
    calendars,
    response:
      response === undefined
        ? null
        : {
            ...compiledClock(response, calendars),
            by: new Set(response.by ?? ['publicComment', 'inProgress']),
          },
    resolution:
      resolution === undefined
        ? null
        : {
            ...compiledClock(resolution, calendars),
            graceMs: parseDuration(resolution.reopenGrace ?? '0m') ?? millis(0),
            cumulative: resolution.cycles !== 'separate',
          },
    isExcluded: (ref) => isNamed(excluded, ref),
    isStaff: staffRule(policy.team ?? {}, new Set(policy.bots)),
    dueAtNextOpen: policy.deadlineAtClose === 'nextOpen',
  };
}

/** Jira's usual words for work that was not done. */
const DEFAULT_EXCLUDED = ["Won't Do", "Won't Fix", 'Duplicate', 'Cannot Reproduce'];

function compiledClock(rules: ClockRules, calendars: Calendars): CompiledClock {
  const goals = rules.goals.map((goal) => ({
    compiled: {
      targetMs: parseDuration(goal.target) ?? millis(0),
      calendarKey: goal.calendar,
      working: calendars.get(goal.calendar) as WorkingTime,
    },
    priorities: goal.when?.priority && lowerCased(goal.when.priority),
    issueTypes: goal.when?.issueType && lowerCased(goal.when.issueType),
  }));
  const find = (priority: NamedRef | null, issueType: NamedRef): CompiledGoal | null =>
    goals.find((goal) => isNamed(goal.priorities, priority) && isNamed(goal.issueTypes, issueType))
      ?.compiled ?? null;
  return { goalFor: remembered(find), pauseReason: pauseRule(rules) };
}

/** Histories share their few priorities and types, so each pair is looked up once. */
function remembered(find: CompiledClock['goalFor']): CompiledClock['goalFor'] {
  const known = new Map<string, Map<string, CompiledGoal | null>>();
  return (priority, issueType) => {
    const first = priority === null ? '' : `${priority.id} ${priority.name}`;
    const second = `${issueType.id} ${issueType.name}`;
    const hit = known.get(first)?.get(second);
    if (hit !== undefined) return hit;
    const goal = find(priority, issueType);
    const byType = known.get(first) ?? new Map<string, CompiledGoal | null>();
    known.set(first, byType.set(second, goal));
    return goal;
  };
}

/** The first rule that names the status gives the reason, so two rules never count twice. */
function pauseRule(rules: ClockRules): (status: StatusRef) => PauseReason | null {
  const list = (rules.pause ?? []).map((rule) => ({
    statuses: lowerCased(rule.status ?? []),
    category: rule.statusCategory,
    reason: rule.reason,
  }));
  const known = new WeakMap<StatusRef, PauseReason | null>();
  return (status) => {
    const hit = known.get(status);
    if (hit !== undefined) return hit;
    const rule = list.find(
      (each) => isNamed(each.statuses, status) || each.category === status.category,
    );
    known.set(status, rule?.reason ?? null);
    return rule?.reason ?? null;
  };
}

function staffRule(team: Team, bots: ReadonlySet<string>): CompiledPolicy['isStaff'] {
  const members = team.members && new Set(team.members);
  const evenIfReporter = new Set(team.evenIfReporter);
  return (account, isApp, reporterId) => {
    // Nobody can show that a team member acted when Jira does not name the author.
    if (account === null || isApp || bots.has(account)) return false;
    if (evenIfReporter.has(account)) return true;
    return account !== reporterId && (members === undefined || members.has(account));
  };
}

function lowerCased(values: readonly string[]): ReadonlySet<string> {
  return new Set(values.map((value) => value.trim().toLowerCase()));
}

/** No set: everything; a set: the id or the name must be in it. */
function isNamed(values: ReadonlySet<string> | undefined, ref: NamedRef | null): boolean {
  if (values === undefined) return true;
  return ref !== null && (values.has(ref.id.toLowerCase()) || values.has(ref.name.toLowerCase()));
}
