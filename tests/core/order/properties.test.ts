import fc from 'fast-check';
import type { Issue, StatusCategory } from '../../../src/core/issue';
import { openCircles, rootBlockers, transitiveBlockers } from '../../../src/core/order/chains';
import { criticalPath } from '../../../src/core/order/critical-path';
import { isOnCircle } from '../../../src/core/order/find-circle';
import {
  NOTHING_TOLD,
  type Notice,
  type NoticeSeen,
  noticeChange,
} from '../../../src/core/order/notice';
import type { OrderPolicy, OrderRules } from '../../../src/core/order/order-policy';
import { whatIfDone } from '../../../src/core/order/what-if-done';
import { packWork } from '../../../src/core/order/work-graph';
import { instant } from '../../../src/core/time';
import { anIssue, idOf, ordered, status } from '../../builders/issues';
import {
  ask,
  NOW,
  orderOf,
  policyOf,
  rulesOf,
  stateOf,
  waitsFor,
} from '../../builders/judged-order';

const SIZE = 7;
const KEYS = Array.from({ length: SIZE }, (_, i) => `P${i % 3}-${i + 1}`);
const category = fc.constantFrom<StatusCategory>('todo', 'inProgress', 'done');

/** Issues with random links, states and parents; parents only among smaller numbers. */
const worlds = fc
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

const policies = fc
  .record({
    gates: fc.constantFrom({ start: true, finish: false }, { start: true, finish: true }),
    inherit: fc.record({ toSubtasks: fc.boolean(), fromEpic: fc.boolean() }),
    epicDone: fc.constantFrom('itself' as const, 'orAllChildren' as const),
    enforcedSince: fc.constantFrom(null, instant(NOW - 1), NOW),
  })
  .map((changes): OrderPolicy => policyOf(changes));

const rulesWith = (...all: readonly OrderPolicy[]): OrderRules => rulesOf({}, { policies: all });

const move = (issues: readonly Issue[], key: string, to: StatusCategory): Issue[] =>
  issues.map((issue) => ({
    ...issue,
    ...(issue.key === key ? { status: status(to) } : {}),
    links: issue.links.map((link) =>
      link.other.key === key ? { ...link, other: { ...link.other, status: status(to) } } : link,
    ),
  }));

const isOpen = (issue: Issue | undefined) =>
  issue !== undefined && issue.status.category !== 'done';

/** Keys from which links lead to an issue through open issues only, found the slow way. */
function openBefore(issues: readonly Issue[], key: string): ReadonlySet<string> {
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

describe('any order', () => {
  it('always lets somebody go on, until everything is done (D1)', () => {
    fc.assert(
      fc.property(worlds, policies, (start, policy) => {
        let issues = start;
        while (issues.some(isOpen)) {
          const order = orderOf(issues, rulesWith(policy));
          const next = issues.filter(isOpen).find(({ key, status: { category: at } }) => {
            const to = at === 'todo' ? 'inProgress' : 'done';
            return ask(order, key, to).kind === 'allowed';
          });
          expect(next).toBeDefined();
          if (next === undefined) return;
          issues = move(issues, next.key, next.status.category === 'todo' ? 'inProgress' : 'done');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('refuses exactly for open blockers that do not wait for the issue themselves (D1)', () => {
    fc.assert(
      fc.property(worlds, (issues) => {
        const order = orderOf(issues);
        for (const { key, id, parentId, links, status: its } of issues) {
          if (its.category !== 'todo') continue;
          const expected = links
            .filter(({ end, other }) => end === 'inward' && other.id !== id)
            .map(({ other }) => issues.find((each) => each.id === other.id))
            .filter((other) => isOpen(other) && other?.id !== parentId && other?.parentId !== id)
            .filter((other) => !openBefore(issues, other?.key ?? '').has(key))
            .map((other) => other?.key);
          expect(new Set(waitsFor(ask(order, key)))).toEqual(new Set(expected));
        }
      }),
    );
  });

  it('is judged the same whatever order, and however often, its issues were read in (D46)', () => {
    fc.assert(
      fc.property(worlds, policies, fc.nat(SIZE), (issues, policy, turn) => {
        const shuffled = [...issues.slice(turn), ...issues.slice(0, turn).reverse(), ...issues];
        const [one, other] = [issues, shuffled].map((read) => orderOf(read, rulesWith(policy)));
        for (const { key } of issues) {
          if (one === undefined || other === undefined) return;
          expect(stateOf(other, key).state).toBe(stateOf(one, key).state);
          expect(waitsFor(ask(other, key))).toEqual(waitsFor(ask(one, key)));
        }
      }),
    );
  });

  it('gets never looser by one more policy over the same links (D52)', () => {
    fc.assert(
      fc.property(worlds, policies, policies, category, (issues, one, other, to) => {
        const [few, more] = [[one], [one, { ...other, key: 'other' }]].map((all) =>
          orderOf(issues, rulesWith(...all)),
        );
        for (const { key } of issues) {
          if (few === undefined || more === undefined) return;
          const before = waitsFor(ask(few, key, to));
          expect(waitsFor(ask(more, key, to))).toEqual(expect.arrayContaining([...before]));
        }
      }),
    );
  });

  it('says of a step what it says of its start (D30)', () => {
    fc.assert(
      fc.property(worlds, policies, (issues, policy) => {
        const order = orderOf(issues, rulesWith(policy));
        for (const { key, status: its } of issues) {
          if (its.category !== 'todo') continue;
          const isAllowed = ask(order, key).kind === 'allowed';
          expect(stateOf(order, key).state).toBe(isAllowed ? 'ready' : 'waiting');
        }
      }),
    );
  });
});

describe('a wider scope', () => {
  it('never lets start what waits in a narrower one, unless it closes a circle', () => {
    fc.assert(
      fc.property(worlds, fc.subarray(KEYS), category, (issues, inProject, to) => {
        const ids = new Set(inProject.map(idOf));
        const clientProjectsOf = (id: string) => (ids.has(id) ? ['acme'] : []);
        const scoped = rulesOf({ scope: { kind: 'clientProjects', ids: null } });
        const narrow = orderOf(issues, scoped, { clientProjectsOf });
        const wide = orderOf(issues);
        for (const { key, id } of issues) {
          if (isOnCircle(wide, id)) continue;
          expect(waitsFor(ask(wide, key, to))).toEqual(
            expect.arrayContaining([...waitsFor(ask(narrow, key, to))]),
          );
        }
      }),
    );
  });
});

describe('whatIfDone', () => {
  it('is what a recomputation with the issue done finds', () => {
    fc.assert(
      fc.property(worlds, policies, fc.constantFrom(...KEYS), (issues, policy, key) => {
        const order = orderOf(issues, rulesWith(policy));
        const after = orderOf(move(issues, key, 'done'), rulesWith(policy));
        const changed = (to: 'ready' | 'waiting') =>
          issues
            .filter((issue) => issue.key !== key && issue.status.category === 'todo')
            .filter((issue) => stateOf(order, issue.key).state !== to)
            .filter((issue) => stateOf(after, issue.key).state === to)
            .map(({ id }) => id);
        const told = whatIfDone(order, idOf(key), NOW);
        expect(new Set(told.ready)).toEqual(new Set(changed('ready')));
        expect(new Set(told.waiting)).toEqual(new Set(changed('waiting')));
      }),
      { numRuns: 300 },
    );
  });
});

describe('questions about the graph', () => {
  it('are answered as the slow way does', () => {
    fc.assert(
      fc.property(worlds, (issues) => {
        const work = packWork(orderOf(issues));
        for (const { key, id } of issues.filter(isOpen)) {
          const before = openBefore(issues, key);
          const others = [...before].filter((each) => each !== key);
          expect(new Set(transitiveBlockers(work, id))).toEqual(new Set(others.map(idOf)));
          const roots = others.filter((each) => {
            const own = openBefore(issues, each);
            return !own.has(key) && [...own].every((one) => openBefore(issues, one).has(each));
          });
          expect(new Set(rootBlockers(work, id))).toEqual(new Set(roots.map(idOf)));
        }
        const onCircles = issues
          .filter(isOpen)
          .filter(({ key }) => openBefore(issues, key).has(key));
        expect(new Set(openCircles(work).flat())).toEqual(new Set(onCircles.map(({ id }) => id)));
      }),
    );
  });

  it('give the longest chain its length, and every issue on it no slack', () => {
    fc.assert(
      fc.property(
        worlds,
        fc.array(fc.nat(9), { minLength: SIZE, maxLength: SIZE }),
        (issues, days) => {
          const work = packWork(orderOf(issues));
          const needs = new Map(issues.map(({ id }, i) => [id, days[i] ?? 0]));
          const path = criticalPath(work, { remainingOf: (id) => needs.get(id) ?? 0 });
          const sum = path.chain.reduce((total, id) => total + (needs.get(id) ?? 0), 0);
          expect(sum).toBe(path.length);
          for (const { id, start, end, slack } of path.planned) {
            expect(slack).toBeGreaterThanOrEqual(0);
            expect(end - start).toBe(needs.get(id));
            expect(path.critical.includes(id)).toBe(path.length > 0 && slack === 0);
          }
        },
      ),
    );
  });
});

describe('notices', () => {
  const looks = fc.array(
    fc.record({
      gate: fc.constantFrom('open' as const, 'closed' as const, 'over' as const),
      open: fc.subarray(['NET-12', 'UNIX-3', 'BCK-1'], { minLength: 1 }),
      wait: fc.integer({ min: 0, max: 90_000 }),
      times: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 30 },
  );

  const seenIn = (all: readonly { gate: NoticeSeen['gate']; open: string[]; wait: number }[]) => {
    let now = 0;
    return all.map(({ gate, open, wait }): NoticeSeen => {
      now += wait;
      return {
        ...{ issueId: 'VIRT-7', gate, openIds: gate === 'closed' ? open : [] },
        ...{ linkedIds: ['BCK-1'], hasJustBeenFreed: false, now: instant(now) },
      };
    });
  };
  const told = (all: readonly NoticeSeen[]) => {
    let state = NOTHING_TOLD;
    return all.flatMap((seen): readonly (Notice | 'over')[] => {
      const change = noticeChange(state, seen);
      state = change.next;
      return [
        ...(change.notice === null ? [] : [change.notice]),
        ...(seen.gate === 'over' ? ['over' as const] : []),
      ];
    });
  };

  it('are sent once each, and withdrawn once at most, however often the events come (D12)', () => {
    fc.assert(
      fc.property(looks, (all) => {
        const repeated = all.flatMap((one) => [
          one,
          ...Array.from({ length: one.times - 1 }, () => ({ ...one, wait: 0 })),
        ]);
        const once = told(seenIn(all)).filter((each) => each !== 'over');
        const often = told(seenIn(repeated)).filter((each) => each !== 'over');
        expect(often).toEqual(once);
        const keys = once.flatMap((each) => (each.kind === 'mayStart' ? [each.key] : []));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('say by turns that it may start and that it may not', () => {
    fc.assert(
      fc.property(looks, (all) => {
        let standing: string | null = null;
        for (const each of told(seenIn(all))) {
          if (each === 'over') standing = null;
          else if (each.kind === 'mayStart') {
            expect(standing).toBeNull();
            standing = each.key;
          } else {
            expect(each.key).toBe(standing);
            standing = null;
          }
        }
      }),
    );
  });
});
