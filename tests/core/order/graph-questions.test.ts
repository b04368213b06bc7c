import type { StatusCategory } from '../../../src/core/issue';
import {
  openCircles,
  rootBlockers,
  transitiveBlockers,
  transitiveSuccessors,
} from '../../../src/core/order/graph/chains';
import { criticalPath } from '../../../src/core/order/graph/critical-path';
import { whatIfDone } from '../../../src/core/order/graph/what-if-done';
import { packWork } from '../../../src/core/order/graph/work-graph';
import { anIssue, idOf, ordered } from '../../builders/issues';
import { at, NOW, orderOf, rulesOf } from '../../builders/judged-order';

type Pair = [string, string];

/** Issues A-1, B-1 ... for the letters of the pairs ("AB": A-1 before B-1); those in `done` are. */
function world(pairs: string, done = '', alone = '') {
  const letters = [...new Set([...pairs.replaceAll(' ', ''), ...alone])].sort();
  const category = (letter: string): StatusCategory => (done.includes(letter) ? 'done' : 'todo');
  const links = pairs.split(' ').filter(Boolean);
  return orderOf(
    ordered(
      letters.map((letter) => anIssue(`${letter}-1`, { category: category(letter) })),
      links.map(([a, b]): Pair => [`${a}-1`, `${b}-1`]),
    ),
  );
}
const named = (ids: readonly string[]) => ids.map((id) => id.replace(/^id-|-1$/g, '')).join('');
const id = (letter: string) => idOf(`${letter}-1`);

describe('transitiveBlockers', () => {
  it('are all open issues before one, directly or not, by key', () => {
    const work = packWork(world('AB BC DC CE'));
    expect(named(transitiveBlockers(work, id('C')))).toBe('ABD');
    expect(named(transitiveBlockers(work, id('A')))).toBe('');
    expect(named(transitiveSuccessors(work, id('A')))).toBe('BCE');
  });

  it('end at what is done, and at issues that nobody knows', () => {
    const work = packWork(world('AB BC', 'B'));
    expect(named(transitiveBlockers(work, id('C')))).toBe('');
    expect(transitiveBlockers(work, 'nobody')).toEqual([]);
  });

  it('go around a circle once', () => {
    const work = packWork(world('AB BA BC'));
    expect(named(transitiveBlockers(work, id('C')))).toBe('AB');
    expect(named(transitiveBlockers(work, id('A')))).toBe('B');
    expect(openCircles(work).map(named)).toEqual(['AB']);
  });
});

describe('rootBlockers', () => {
  it('are those that wait for nobody themselves', () => {
    expect(named(rootBlockers(packWork(world('AB BC DC')), id('C')))).toBe('AD');
  });

  it('are the members of a circle, unless that waits for somebody', () => {
    expect(named(rootBlockers(packWork(world('AB BA BC')), id('C')))).toBe('AB');
    expect(named(rootBlockers(packWork(world('AB BA BC XA')), id('C')))).toBe('X');
  });

  it('of a member of a circle are outside of it', () => {
    expect(named(rootBlockers(packWork(world('AB BA XA')), id('B')))).toBe('X');
    expect(named(rootBlockers(packWork(world('AB BA')), id('B')))).toBe('');
  });
});

describe('D53: criticalPath', () => {
  const days = (by: Record<string, number>) => ({
    remainingOf: (issueId: string) => by[named([issueId])] ?? 1,
  });

  it('marks the longest chain, and gives the others their slack', () => {
    const path = criticalPath(packWork(world('AB CB')), days({ A: 5, B: 2, C: 3 }));
    expect(path.length).toBe(7);
    expect(named(path.critical)).toBe('AB');
    expect(named(path.chain)).toBe('AB');
    expect(path.planned).toEqual([
      { id: id('A'), start: 0, end: 5, slack: 0 },
      { id: id('C'), start: 0, end: 3, slack: 2 },
      { id: id('B'), start: 5, end: 7, slack: 0 },
    ]);
  });

  it('marks all of equally long branches, and takes the smaller keys for the chain', () => {
    const path = criticalPath(packWork(world('AB AC BD CD')), days({ B: 4, C: 4 }));
    expect(path.length).toBe(6);
    expect(named(path.critical)).toBe('ABCD');
    expect(named(path.chain)).toBe('ABD');
  });

  it('gives done work nothing to do', () => {
    const path = criticalPath(packWork(world('AB CB', 'A')), days({ A: 50, B: 2, C: 3 }));
    expect(path.length).toBe(5);
    expect(named(path.critical)).toBe('CB');
  });

  it('counts lags', () => {
    const lagOf = (blockerId: string) => (blockerId === id('A') ? 10 : 0);
    const path = criticalPath(packWork(world('AB CB')), { ...days({ C: 9 }), lagOf });
    expect(path.length).toBe(12);
    expect(named(path.critical)).toBe('AB');
  });

  it('lets members of a circle run side by side', () => {
    const path = criticalPath(packWork(world('AB BA BC')), days({ A: 5, B: 2, C: 1 }));
    expect(path.length).toBe(5);
    expect(named(path.chain)).toBe('A');
    expect(path.planned).toHaveLength(3);
  });

  it('finds the longest chain by number when everything takes one', () => {
    const path = criticalPath(packWork(world('AB BC CD XD')), { remainingOf: () => 1 });
    expect(path.length).toBe(4);
    expect(named(path.chain)).toBe('ABCD');
  });

  it('is empty when everything is done', () => {
    expect(criticalPath(packWork(world('AB', 'AB')), days({}))).toEqual({
      ...{ length: 0, planned: [], critical: [], chain: [] },
    });
  });
});

describe('whatIfDone', () => {
  const told = (order: ReturnType<typeof world>, letter: string) => {
    const { ready, waiting } = whatIfDone(order, id(letter), NOW);
    return [named(ready), named(waiting)];
  };

  it('is what waited for this one alone', () => {
    expect(told(world('AB AC DC AE EF'), 'A')).toEqual(['BE', '']);
    expect(told(world('AC DC', 'D'), 'A')).toEqual(['C', '']);
    expect(told(world('AB'), 'B')).toEqual(['', '']);
  });

  it('D1: opens a circle: the next one may still start, the one behind it waits', () => {
    expect(told(world('AB BC CA'), 'A')).toEqual(['', 'C']);
  });

  it('D14: the last child of an epic frees what waits for the epic, if the policy says so', () => {
    const issues = [
      ...ordered([anIssue('A-1'), anIssue('B-1')], [['A-1', 'B-1']]),
      anIssue('C-1', { parentId: id('A') }),
    ];
    const order = orderOf(issues, rulesOf({ epicDone: 'orAllChildren' }));
    expect(told(order, 'C')).toEqual(['B', '']);
  });

  it('is nothing for what is done already', () => {
    expect(told(world('AB', 'A'), 'A')).toEqual(['', '']);
  });

  it('D38: says when, where a lag is still to come', () => {
    const rules = rulesOf({
      lags: [
        { fromProjectKey: null, toProjectKey: null, lag: { kind: 'workingTime', ms: 3_600_000 } },
      ],
    });
    const order = orderOf(ordered([anIssue('A-1'), anIssue('B-1')], [['A-1', 'B-1']]), rules);
    expect(whatIfDone(order, id('A'), NOW)).toEqual({
      ...{ ready: [], waiting: [] },
      readyLater: [{ id: id('B'), at: at('2026-11-23T11:00:00+03:00') }],
    });
  });
});
