import type { ClockRules, Condition, Values } from './rules';

const DEFAULT_STOP: readonly Condition[] = [{ statusCategory: 'done' }, { resolution: 'set' }];

/** A clock that is stopped by the very thing that starts or pauses it, or by nothing at all. */
export function meetingProblems(where: string, rules: ClockRules): string[] {
  const { start = [], stop = DEFAULT_STOP, pause = [] } = rules;
  const problems: string[] = [];
  if (stop.length === 0) problems.push(`${where}.stop: is empty, so nothing ever stops it`);
  const stopAt = (condition: Condition) => stop.findIndex((each) => implies(condition, each));
  start.forEach((condition, index) => {
    const at = stopAt(condition);
    if (at < 0) return;
    const isSame = rules.stop !== undefined && implies(stop[at] as Condition, condition);
    const what = isSame ? 'start and stop are the same' : `start[${index}] is a stop as well`;
    problems.push(`${where}: ${what}, so it would end where it begins`);
  });
  pause.forEach((rule, index) => {
    // What pauses in Done has a sentence of its own.
    const at = rule.statusCategory === 'done' ? -1 : stopAt(rule);
    if (at < 0) return;
    const isSame = rules.stop !== undefined && implies(stop[at] as Condition, rule);
    const what = isSame ? 'stop and pause are the same' : `pause[${index}] is a stop as well`;
    problems.push(`${where}: ${what}, so it would never pause`);
  });
  return problems;
}

/** Does the second hold wherever the first does? In doubt not. */
function implies(a: Condition, b: Condition): boolean {
  const names = ['status', 'statusCategory', 'assignee', 'resolution', 'comment', 'field'] as const;
  if (names.every((name) => b[name] === undefined)) return false;
  return (
    statusImplies(a, b) &&
    valuesImply(a.assignee, b.assignee) &&
    valuesImply(a.resolution, b.resolution) &&
    (b.comment === undefined || a.comment === b.comment) &&
    (b.field === undefined ||
      (a.field?.name.toLowerCase() === b.field.name.toLowerCase() &&
        valuesImply(a.field.is, b.field.is)))
  );
}

/** `status` and `statusCategory` are two ways to name statuses, of which one is enough. */
function statusImplies(a: Condition, b: Condition): boolean {
  if (b.status === undefined && b.statusCategory === undefined) return true;
  if (a.status === undefined && a.statusCategory === undefined) return false;
  const isWithin = a.statusCategory === undefined || a.statusCategory === b.statusCategory;
  return isWithin && (a.status === undefined || isAmong(a.status, b.status ?? []));
}

function valuesImply(a: Values | undefined, b: Values | undefined): boolean {
  if (b === undefined) return true;
  if (a === undefined) return false;
  if (b === 'set') return a !== 'none';
  if (b === 'none' || a === 'set' || a === 'none') return a === b;
  return isAmong(a, b);
}

function isAmong(some: readonly string[], all: readonly string[]): boolean {
  const known = all.map((value) => value.trim().toLowerCase());
  return some.length > 0 && some.every((value) => known.includes(value.trim().toLowerCase()));
}
