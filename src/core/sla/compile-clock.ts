import type { WorkingTime } from '../calendar/calendar';
import { millis } from '../time';
import { compileConditions, isNamed, lowerCased, maskOf, statusIn } from './compile-condition';
import type { CompiledClock, CompiledGoal } from './compiled-clock';
import { type AnyClockName, SLOT } from './cycle';
import type { NamedRef } from './history';
import { CHANGED, type IssueState } from './issue-state';
import { parseTarget } from './parse-target';
import type { ClockRules, Deed, Goal, PauseReason, PauseRule } from './rules';

export type Calendars = ReadonlyMap<string, WorkingTime>;

/** Whether a JQL selects the issue now; asked for goals only. Set for the time of one judgement. */
export type JqlAnswers = { matches: ((jql: string, state: IssueState) => boolean) | null };

const DEFAULT_ORDER: readonly Deed[] = ['stop', 'pause', 'start', 'reset'];

/** Prepares what all clocks have in common. */
export function compileClock(
  name: AnyClockName,
  rules: ClockRules,
  calendars: Calendars,
  order: readonly Deed[] | undefined,
  jql: JqlAnswers,
): CompiledClock {
  const ranks = [...(order ?? []), ...DEFAULT_ORDER];
  const beats = (a: Deed, b: Deed) => ranks.indexOf(a) < ranks.indexOf(b);
  const pause = rules.pause ?? [];
  return {
    name,
    slot: SLOT[name],
    goalFor: goalRule(rules.goals, calendars, jql),
    goalMask: goalMaskOf(rules.goals),
    pauseReason: pauseRule(pause),
    pauseMask: pause.reduce((mask, rule) => mask | maskOf(rule), 0),
    start: compileConditions(rules.start),
    stop: compileConditions(rules.stop),
    reset: compileConditions(rules.reset),
    priorityChange: rules.priorityChange ?? 'carry',
    pausesWhileClosed: rules.reopen === 'pause',
    stopBeatsPause: beats('stop', 'pause'),
    stopBeatsStart: beats('stop', 'start'),
    stopBeatsReset: beats('stop', 'reset'),
    pauseBeatsStart: beats('pause', 'start'),
  };
}

function goalMaskOf(goals: readonly Goal[]): number {
  let mask = CHANGED.priority | CHANGED.issueType;
  for (const { when, target } of goals) {
    if (when?.department !== undefined) mask |= CHANGED.department | CHANGED.field;
    if (when?.jql !== undefined) mask |= 511;
    if (parseTarget(target)?.kind === 'dueDate') mask |= CHANGED.dueDate;
  }
  return mask;
}

function goalRule(
  goals: readonly Goal[],
  calendars: Calendars,
  jql: JqlAnswers,
): CompiledClock['goalFor'] {
  const list = goals.map(({ when, target, calendar, dayEnd }) => ({
    compiled: {
      target: parseTarget(target) ?? { kind: 'time' as const, ms: millis(0) },
      calendarKey: calendar,
      working: calendars.get(calendar) as WorkingTime,
      dayEnd: dayEnd ?? 'sameTime',
      key: `${target} ${calendar}`,
    } satisfies CompiledGoal,
    priorities: when?.priority && lowerCased(when.priority),
    issueTypes: when?.issueType && lowerCased(when.issueType),
    departments: when?.department && lowerCased(when.department),
    jql: when?.jql,
  }));
  const find = (state: IssueState): CompiledGoal | null =>
    list.find(
      (goal) =>
        isNamed(goal.priorities, state.priority) &&
        isNamed(goal.issueTypes, state.issueType) &&
        (goal.departments?.has(state.department.toLowerCase()) ?? true) &&
        (goal.jql === undefined || answer(jql, goal.jql, state)),
    )?.compiled ?? null;
  const isPlain = list.every((goal) => goal.jql === undefined && goal.departments === undefined);
  return isPlain ? remembered(find) : find;
}

function answer({ matches }: JqlAnswers, query: string, state: IssueState): boolean {
  if (matches === null) throw new Error(`a goal asks JQL, and nobody can answer: ${query}`);
  return matches(query, state);
}

/** Histories share their few priorities and types, so each pair is looked up once. */
function remembered(find: CompiledClock['goalFor']): CompiledClock['goalFor'] {
  type Known = { priority: NamedRef | null; type: NamedRef; goal: CompiledGoal | null };
  const known = new Map<string, Map<string, Known>>();
  let last: Known | null = null;
  return (state) => {
    const { priority, issueType } = state;
    if (last !== null && last.priority === priority && last.type === issueType) return last.goal;
    const first = priority === null ? '' : priority.id;
    const hit = known.get(first)?.get(issueType.id);
    if (hit !== undefined && isSame(hit.priority, priority) && isSame(hit.type, issueType)) {
      last = hit;
      return hit.goal;
    }
    const goal = find(state);
    const byType = known.get(first) ?? new Map<string, Known>();
    known.set(first, byType.set(issueType.id, { priority, type: issueType, goal }));
    return goal;
  };
}

/** The same id may have had another name in another time. */
function isSame(a: NamedRef | null, b: NamedRef | null): boolean {
  return a === b || (a?.id === b?.id && a?.name === b?.name);
}

/** The first rule that holds gives the reason, so two rules never count twice. */
function pauseRule(rules: readonly PauseRule[]): CompiledClock['pauseReason'] {
  if (rules.length === 0) return () => null;
  const list = rules.map((rule) => ({
    holds: (compileConditions([rule]) as { holds(state: IssueState): boolean }).holds,
    reason: rule.reason,
  }));
  const find = (state: IssueState): PauseReason | null => {
    for (const rule of list) if (rule.holds(state)) return rule.reason;
    return null;
  };
  const isByStatus = rules.every((rule) => maskOf(rule) === CHANGED.status);
  return isByStatus ? statusIn(find) : find;
}
