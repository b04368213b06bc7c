import fc from 'fast-check';
import type { Issue, StatusCategory } from '../../src/core/issue';
import type { OrderPolicy, OrderRules } from '../../src/core/order/policy/order-policy';
import { instant } from '../../src/core/time';
import { anIssue, idOf, ordered, status } from './issues';
import { NOW, policyOf, rulesOf } from './judged-order';

/** Few enough that random links meet. */
export const SIZE = 7;
export const KEYS = Array.from({ length: SIZE }, (_, i) => `P${i % 3}-${i + 1}`);

/** Where a step may be. */
export const category = fc.constantFrom<StatusCategory>('todo', 'inProgress', 'done');

/** Issues with random links, states and parents; parents only among smaller numbers. */
export const worlds = fc
  .record({
    states: fc.array(category, { minLength: SIZE, maxLength: SIZE }),
    pairs: fc.uniqueArray(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)), {
      maxLength: 14,
      selector: ([a, b]) => `${a} ${b}`,
    }),
    parents: fc.array(fc.option(fc.nat(SIZE - 1)), { minLength: SIZE, maxLength: SIZE }),
    subtasks: fc.array(fc.boolean(), { minLength: SIZE, maxLength: SIZE }),
  })
  .map(({ states, pairs, parents, subtasks }) => {
    const issues = KEYS.map((key, i) => {
      const parent = parents[i] ?? null;
      const parentKey = parent !== null && parent < i ? KEYS[parent] : undefined;
      return anIssue(key, {
        category: states[i] ?? 'todo',
        parentId: parentKey === undefined ? null : idOf(parentKey),
        isSubtask: subtasks[i] === true,
        // Half of what runs has run for longer than some policies stand.
        categorySince: instant(NOW - (i % 2)),
      });
    });
    const named = pairs.map(([a, b]): [string, string] => [KEYS[a] ?? '', KEYS[b] ?? '']);
    return ordered(issues, named);
  });

/** Policies that differ in everything but their links and their scope. */
export const policies = fc
  .record({
    gates: fc.constantFrom({ start: true, finish: false }, { start: true, finish: true }),
    inherit: fc.record({ toSubtasks: fc.boolean(), fromEpic: fc.boolean() }),
    epicDone: fc.constantFrom('itself' as const, 'orAllChildren' as const),
    enforcedSince: fc.constantFrom(null, instant(NOW - 1), NOW),
  })
  .map((changes): OrderPolicy => policyOf(changes));

export const rulesWith = (...all: readonly OrderPolicy[]): OrderRules =>
  rulesOf({}, { policies: all });

/** These issues after one of them has moved, as it and its neighbours show it. */
export const move = (issues: readonly Issue[], key: string, to: StatusCategory): Issue[] =>
  issues.map((issue) => ({
    ...issue,
    ...(issue.key === key ? { status: status(to) } : {}),
    links: issue.links.map((link) =>
      link.other.key === key ? { ...link, other: { ...link.other, status: status(to) } } : link,
    ),
  }));

export const isOpen = (issue: Issue | undefined) =>
  issue !== undefined && issue.status.category !== 'done';

/** Keys from which links lead to an issue through open issues only, found the slow way. */
export function openBefore(issues: readonly Issue[], key: string): ReadonlySet<string> {
  const byKey = new Map(issues.map((issue) => [issue.key, issue]));
  const found = new Set<string>();
  const visit = (at: string) => {
    for (const { end, other } of byKey.get(at)?.links ?? []) {
      const it = byKey.get(other.key);
      const isFamily =
        it?.id === byKey.get(at)?.id ||
        it?.parentId === byKey.get(at)?.id ||
        byKey.get(at)?.parentId === it?.id;
      if (end !== 'inward' || isFamily || !isOpen(it) || found.has(other.key)) continue;
      found.add(other.key);
      visit(other.key);
    }
  };
  visit(key);
  return found;
}
