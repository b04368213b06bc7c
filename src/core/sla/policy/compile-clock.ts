import type { WorkingTime } from '../../calendar/calendar';
import { millis } from '../../time';
import { type AnyClockName, SLOT } from '../judge/cycle';
import type { NamedRef } from '../judge/history';
import { CHANGED, type IssueState } from '../judge/issue-state';
import { compileConditions, isNamed, lowerCased, maskOf, statusIn } from './compile-condition';
import type { CompiledClock, CompiledGoal } from './compiled-clock';
import { compileGoalJql, type GoalJql } from './goal-jql';
import { parseTarget } from './parse-target';
import type { ClockRules, Deed, Goal, PauseReason, PauseRule } from './rules';

export type Calendars = ReadonlyMap<string, WorkingTime>;

/** Far more than sites have, and few enough to look through them quicker than to hash two ids. */
const MOST_PAIRS = 50;

const DEFAULT_ORDER: readonly Deed[] = ['stop', 'pause', 'start', 'reset'];

/** Prepares what all clocks have in common. */
export function compileClock(
  name: AnyClockName,
  rules: ClockRules,
  calendars: Calendars,
  order: readonly Deed[] | undefined,
): CompiledClock {
  const ranks = [...(order ?? []), ...DEFAULT_ORDER];
  const beats = (a: Deed, b: Deed) => ranks.indexOf(a) < ranks.indexOf(b);
  const pause = rules.pause ?? [];
  const jqls = rules.goals.map((goal) => jqlOf(goal, calendars));
  return {
    name,
    slot: SLOT[name],
    goalFor: goalRule(rules.goals, calendars, jqls),
    goalMask: goalMaskOf(rules.goals, jqls),
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

/** Null for a goal without JQL. Its days are those of the goal's calendar. */
function jqlOf({ when, calendar }: Goal, calendars: Calendars): GoalJql | null {
  if (when?.jql === undefined) return null;
  const timeZone = calendars.get(calendar)?.calendar.timeZone ?? 'UTC';
  const compiled = compileGoalJql(when.jql, timeZone);
  if (!compiled.ok) throw new Error(`${when.jql}: ${compiled.problems.join('; ')}`);
  return compiled;
}

function goalMaskOf(goals: readonly Goal[], jqls: readonly (GoalJql | null)[]): number {
  let mask = CHANGED.priority | CHANGED.issueType;
  for (const { when, target } of goals) {
    if (when?.department !== undefined) mask |= CHANGED.department | CHANGED.field;
    if (parseTarget(target)?.kind === 'dueDate') mask |= CHANGED.dueDate;
  }
  for (const jql of jqls) mask |= jql?.mask ?? 0;
  return mask;
}

function goalRule(
  goals: readonly Goal[],
  calendars: Calendars,
  jqls: readonly (GoalJql | null)[],
): CompiledClock['goalFor'] {
  const list = goals.map(({ when, target, calendar, dayEnd }, index) => ({
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
    jql: jqls[index] ?? null,
  }));
  const find = (state: IssueState): CompiledGoal | null =>
    list.find(
      (goal) =>
        isNamed(goal.priorities, state.priority) &&
        isNamed(goal.issueTypes, state.issueType) &&
        (goal.departments?.has(state.department.toLowerCase()) ?? true) &&
        (goal.jql === null || goal.jql.holds(state)),
    )?.compiled ?? null;
  const isPlain = list.every((goal) => goal.jql === null && goal.departments === undefined);
  return isPlain ? remembered(find) : find;
}

/** Histories share their few priorities and types, so each pair is looked up once. */
function remembered(find: CompiledClock['goalFor']): CompiledClock['goalFor'] {
  type Known = { priority: NamedRef | null; type: NamedRef; goal: CompiledGoal | null };
  let known: Known[] = [];
  return (state) => {
    const { priority, issueType } = state;
    for (const each of known) {
      if (isSame(each.priority, priority) && isSame(each.type, issueType)) return each.goal;
    }
    if (known.length >= MOST_PAIRS) known = [];
    const goal = find(state);
    known.push({ priority, type: issueType, goal });
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
