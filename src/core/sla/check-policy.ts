import { validateCalendar } from '../calendar/validate-calendar';
import { parseDuration } from './parse-duration';
import type { Policy } from './policy';
import type { ClockRules, Goal, GoalConditions, PauseRule } from './rules';

/** Everything that is wrong with a policy, one sentence each; empty when it can be used. */
export function checkPolicy(policy: Policy): string[] {
  const { response, resolution } = policy.clocks;
  const problems: string[] = [];
  if (policy.key.trim() === '') problems.push('key: is empty');
  if (policy.select.trim() === '') problems.push('select: is empty, so it selects no incident');
  if (!Number.isSafeInteger(policy.version) || policy.version < 1) {
    problems.push(`version: ${policy.version} is not a whole number from 1`);
  }
  if (Number.isNaN(Date.parse(policy.effectiveFrom))) {
    problems.push(`effectiveFrom: "${policy.effectiveFrom}" is not an ISO date`);
  }
  problems.push(...calendarProblems(policy));
  if (response === undefined && resolution === undefined) {
    problems.push('clocks: there is neither response nor resolution, so nothing is measured');
  }
  const calendars = new Set(policy.calendars.map((calendar) => calendar.key));
  if (response !== undefined) {
    problems.push(...clockProblems('clocks.response', response, calendars));
    if (response.by?.length === 0) {
      problems.push('clocks.response.by: is empty, so the clock can only stop with the issue');
    }
  }
  if (resolution !== undefined) {
    problems.push(...clockProblems('clocks.resolution', resolution, calendars));
    const grace = resolution.reopenGrace;
    if (grace !== undefined && parseDuration(grace) === undefined) {
      problems.push(`clocks.resolution.reopenGrace: "${grace}" is not a duration like 5m`);
    }
  }
  return problems;
}

function calendarProblems({ calendars }: Policy): string[] {
  const seen = new Set<string>();
  return calendars.flatMap((calendar) => {
    const where = `calendars.${calendar.key}`;
    const twice = seen.has(calendar.key) ? [`${where}: there are two with this key`] : [];
    seen.add(calendar.key);
    return [...twice, ...validateCalendar(calendar).map((problem) => `${where}.${problem}`)];
  });
}

function clockProblems(where: string, rules: ClockRules, calendars: Set<string>): string[] {
  const problems = rules.goals.flatMap((goal, index) => [
    ...goalProblems(`${where}.goals[${index}]`, goal, calendars),
    ...reachProblems(`${where}.goals`, rules.goals, index),
  ]);
  if (rules.goals.length === 0) problems.push(`${where}.goals: is empty, so there is no target`);
  return [
    ...problems,
    ...(rules.pause ?? []).flatMap((rule, index) =>
      pauseProblems(`${where}.pause[${index}]`, rule),
    ),
  ];
}

function goalProblems(where: string, goal: Goal, calendars: Set<string>): string[] {
  const problems: string[] = [];
  const target = parseDuration(goal.target);
  if (target === undefined) {
    problems.push(`${where}: target "${goal.target}" is not a duration like 15m, 4h or 1d 2h`);
  }
  if (target === 0) problems.push(`${where}: a target of 0 is breached at once`);
  if (!calendars.has(goal.calendar)) {
    problems.push(`${where}: no calendar "${goal.calendar}" in this policy`);
  }
  for (const [field, values] of Object.entries(goal.when ?? {})) {
    if (values.length === 0) problems.push(`${where}: when.${field} is empty, so it never holds`);
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
  return (['priority', 'issueType'] as const).every((field) => {
    const all = wider[field]?.map((value) => value.toLowerCase());
    if (all === undefined) return true;
    return narrower[field]?.every((value) => all.includes(value.toLowerCase())) ?? false;
  });
}

function pauseProblems(where: string, rule: PauseRule): string[] {
  const problems: string[] = [];
  if (rule.status === undefined && rule.statusCategory === undefined) {
    problems.push(`${where}: names neither a status nor a status category`);
  }
  if (rule.statusCategory === 'done') {
    problems.push(`${where}: the category done stops the clock, it cannot pause it`);
  }
  if (rule.reason === 'internal') {
    problems.push(`${where}: waiting inside the company never pauses a client's clock`);
  }
  return problems;
}
