import { compileGoalJql } from './goal-jql';
import { parseTarget } from './parse-target';
import type { Goal, GoalConditions } from './rules';

/** Everything that is wrong with the goals of one clock, one sentence each. */
export function goalProblems(
  where: string,
  goals: readonly Goal[],
  calendars: ReadonlySet<string>,
): string[] {
  if (goals.length === 0) return [`${where}: is empty, so there is no target`];
  return goals.flatMap((goal, index) => [
    ...oneGoalProblems(`${where}[${index}]`, goal, calendars),
    ...reachProblems(where, goals, index),
  ]);
}

function oneGoalProblems(where: string, goal: Goal, calendars: ReadonlySet<string>): string[] {
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

/**
 * The first goal that holds is taken, so one that earlier goals cover is never reached: P1 in the
 * first, P2 in the second and both in the third, say.
 */
function reachProblems(where: string, goals: readonly Goal[], index: number): string[] {
  const singles = singlesOf(goals[index]?.when ?? {});
  const takers = singles.map((single) =>
    goals.findIndex((other, i) => i < index && covers(other.when, single)),
  );
  if (takers.includes(-1)) return [];
  const names = [...new Set(takers)].sort((a, b) => a - b).map((each) => `goals[${each}]`);
  const who = names.length === 1 ? `${names[0]} takes` : `${names.join(' and ')} take`;
  return [`${where}[${index}]: is never reached, ${who} everything it could`];
}

const LISTS = ['priority', 'issueType', 'department'] as const;

/** One for each way to choose a single value of each list. */
function singlesOf(when: GoalConditions): GoalConditions[] {
  let singles: GoalConditions[] = [when];
  for (const list of LISTS) {
    const values = when[list];
    if (values === undefined) continue;
    singles = singles.flatMap((single) => values.map((value) => ({ ...single, [list]: [value] })));
  }
  return singles;
}

function covers(wider: GoalConditions = {}, narrower: GoalConditions = {}): boolean {
  if (wider.jql !== undefined && plain(wider.jql) !== plain(narrower.jql ?? '')) return false;
  return LISTS.every((field) => {
    const all = wider[field]?.map((value) => value.toLowerCase());
    if (all === undefined) return true;
    return narrower[field]?.every((value) => all.includes(value.toLowerCase())) ?? false;
  });
}

/** Case and spaces mean nothing in JQL. */
function plain(jql: string): string {
  return jql.toLowerCase().replace(/\s+/g, ' ').trim();
}
