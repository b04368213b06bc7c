import fc from 'fast-check';
import {
  openCircles,
  rootBlockers,
  transitiveBlockers,
} from '../../../src/core/order/graph/chains';
import { criticalPath } from '../../../src/core/order/graph/critical-path';
import { whatIfDone } from '../../../src/core/order/graph/what-if-done';
import { packWork } from '../../../src/core/order/graph/work-graph';
import { idOf } from '../../builders/issues';
import { NOW, orderOf, stateOf } from '../../builders/judged-order';
import {
  isOpen,
  KEYS,
  move,
  openBefore,
  policies,
  rulesWith,
  SIZE,
  worlds,
} from '../../builders/random-order';

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
