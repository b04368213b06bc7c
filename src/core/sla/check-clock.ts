import { compileGoalJql } from './goal-jql';
import { parseTarget } from './parse-target';
import type { ClockRules, Condition, Goal, GoalConditions, PauseRule } from './rules';

/** Everything that is wrong with one clock of a policy, one sentence each. */
export function clockProblems(
  where: string,
  rules: ClockRules,
  calendars: ReadonlySet<string>,
): string[] {
  const problems = rules.goals.flatMap((goal, index) => [
    ...goalProblems(`${where}.goals[${index}]`, goal, calendars),
    ...reachProblems(`${where}.goals`, rules.goals, index),
  ]);
  if (rules.goals.length === 0) problems.push(`${where}.goals: is empty, so there is no target`);
  for (const part of ['start', 'stop', 'reset'] as const) {
    problems.push(...conditionProblems(`${where}.${part}`, rules[part]));
  }
  problems.push(...meetingProblems(where, rules));
  return [
    ...problems,
    ...(rules.pause ?? []).flatMap((rule, index) =>
      pauseProblems(`${where}.pause[${index}]`, rule),
    ),
  ];
}

function goalProblems(where: string, goal: Goal, calendars: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const target = parseTarget(goal.target);
  if (target === undefined) {
    problems.push(`${where}: target "${goal.target}" is not a duration like 15m, 4h or 1d 2h`);
  }
  if ((target?.kind === 'time' && target.ms === 0) || (target?.kind === 'days' && !target.days)) {
    problems.push(`${where}: a target of 0 is breached at once`);
  }
  if (goal.dayEnd !== undefined && target?.kind !== 'days') {
    problems.push(`${where}: dayEnd is for targets of working days`);
  }
  if (!calendars.has(goal.calendar)) {
    problems.push(`${where}: no calendar "${goal.calendar}" in this policy`);
  }
  for (const [field, values] of Object.entries(goal.when ?? {})) {
    if (values.length === 0) problems.push(`${where}: when.${field} is empty, so it never holds`);
  }
  if (goal.when?.jql) {
    const jql = compileGoalJql(goal.when.jql, 'UTC');
    if (!jql.ok) problems.push(...jql.problems.map((problem) => `${where}.when.jql: ${problem}`));
  }
  return problems;
}

/** The first goal that holds is taken, so one that an earlier goal covers is never reached. */
function reachProblems(where: string, goals: readonly Goal[], index: number): string[] {
  const goal = goals[index] as Goal;
  const earlier = goals.findIndex((other, i) => i < index && covers(other.when, goal.when));
  if (earlier < 0) return [];
  return [`${where}[${index}]: is never reached, goals[${earlier}] takes everything it could`];
}

function covers(wider: GoalConditions = {}, narrower: GoalConditions = {}): boolean {
  if (wider.jql !== undefined && wider.jql !== narrower.jql) return false;
  return (['priority', 'issueType', 'department'] as const).every((field) => {
    const all = wider[field]?.map((value) => value.toLowerCase());
    if (all === undefined) return true;
    return narrower[field]?.every((value) => all.includes(value.toLowerCase())) ?? false;
  });
}

function conditionProblems(where: string, list: readonly Condition[] | undefined): string[] {
  return (list ?? []).flatMap((condition, index) => {
    const place = `${where}[${index}]`;
    if (Object.keys(condition).length === 0) return [`${place}: says nothing, so it never holds`];
    const lists = [condition.status, condition.assignee, condition.resolution, condition.field?.is];
    const isEmpty = lists.some((values) => Array.isArray(values) && values.length === 0);
    return isEmpty ? [`${place}: has an empty list, so it never holds`] : [];
  });
}

/** A clock that is stopped, paused or started over by the very thing that starts it. */
function meetingProblems(where: string, rules: ClockRules): string[] {
  const problems: string[] = [];
  const texts = (list: readonly object[] | undefined) => (list ?? []).map(plain);
  const start = texts(rules.start);
  const stop = texts(rules.stop);
  if (start.some((text) => stop.includes(text))) {
    problems.push(`${where}: start and stop are the same, so it would end where it begins`);
  }
  const pause = texts(rules.pause?.map(({ reason: _, ...condition }) => condition));
  if (stop.some((text) => pause.includes(text))) {
    problems.push(`${where}: stop and pause are the same, so it would never pause`);
  }
  if (rules.stop?.length === 0) {
    problems.push(`${where}.stop: is empty, so nothing ever stops it`);
  }
  return problems;
}

function plain(condition: object): string {
  const sorted = Object.entries(condition).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(sorted).toLowerCase();
}

function pauseProblems(where: string, rule: PauseRule): string[] {
  const { reason: _, ...condition } = rule;
  const problems: string[] = [];
  if (Object.keys(condition).length === 0) {
    problems.push(`${where}: names neither a status nor a status category`);
  } else
    problems.push(
      ...conditionProblems(where, [condition]).map((text) => text.replace(/(?<=\])\[0\]/, '')),
    );
  if (rule.statusCategory === 'done') {
    problems.push(`${where}: the category done stops the clock, it cannot pause it`);
  }
  if (rule.reason === 'internal' && !where.startsWith('clocks.ownership')) {
    problems.push(`${where}: waiting inside the company never pauses a client's clock`);
  }
  return problems;
}
