import fc from 'fast-check';
import { isOnCircle } from '../../../src/core/order/graph/find-circle';
import { idOf } from '../../builders/issues';
import { ask, orderOf, rulesOf, stateOf, waitsFor } from '../../builders/judged-order';
import {
  category,
  isOpen,
  KEYS,
  move,
  openBefore,
  policies,
  rulesWith,
  SIZE,
  worlds,
} from '../../builders/random-order';

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
