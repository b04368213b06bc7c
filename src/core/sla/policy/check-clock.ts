import { goalProblems } from './check-goals';
import { meetingProblems } from './check-meetings';
import type { ClockRules, Condition, PauseRule } from './rules';

/** Everything that is wrong with one clock of a policy, one sentence each. */
export function clockProblems(
  where: string,
  rules: ClockRules,
  calendars: ReadonlySet<string>,
): string[] {
  const problems = goalProblems(`${where}.goals`, rules.goals, calendars);
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

function conditionProblems(where: string, list: readonly Condition[] | undefined): string[] {
  return (list ?? []).flatMap((condition, index) => {
    const place = `${where}[${index}]`;
    if (Object.keys(condition).length === 0) return [`${place}: says nothing, so it never holds`];
    if (condition.field?.name.trim() === '') return [`${place}: names no field, so it never holds`];
    const lists = [condition.status, condition.assignee, condition.resolution, condition.field?.is];
    const isEmpty = lists.some((values) => Array.isArray(values) && values.length === 0);
    return isEmpty ? [`${place}: has an empty list, so it never holds`] : [];
  });
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
