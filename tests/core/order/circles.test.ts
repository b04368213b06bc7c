import type { Issue, StatusCategory } from '../../../src/core/issue';
import { findCircle } from '../../../src/core/order/graph/find-circle';
import { anIssue, blockedBy, idOf, ordered } from '../../builders/issues';
import { ask, flagsIn, orderOf, rulesOf, stateOf, waitsFor } from '../../builders/judged-order';

const circle = (categories: readonly StatusCategory[] = []) =>
  ordered(
    ['A-1', 'B-1', 'C-1'].map((key, i) => anIssue(key, { category: categories[i] ?? 'todo' })),
    [
      ['A-1', 'B-1'],
      ['B-1', 'C-1'],
      ['C-1', 'A-1'],
    ],
  );

const path = (...keys: string[]) => ({ kind: 'cycle', path: keys.map(idOf) });

describe('D1: a circle of blocks', () => {
  it('gates none of its members and shows its path', () => {
    const order = orderOf(circle());
    expect(ask(order, 'A-1')).toEqual({
      kind: 'allowed',
      gate: 'start',
      flags: [path('A-1', 'B-1', 'C-1', 'A-1')],
    });
    expect(flagsIn(ask(order, 'B-1'))).toEqual([path('B-1', 'C-1', 'A-1', 'B-1')]);
  });

  it('still gates a member by a blocker outside of it', () => {
    const outside = anIssue('NET-12');
    const [a, ...rest] = circle() as [Issue, Issue, Issue];
    const order = orderOf([{ ...a, links: [...a.links, blockedBy(outside)] }, ...rest]);
    expect(waitsFor(ask(order, 'A-1'))).toEqual(['NET-12']);
  });

  it('still gates what waits for it from outside', () => {
    const issues = [...circle(), anIssue('D-1', { links: [blockedBy(anIssue('A-1'))] })];
    expect(waitsFor(ask(orderOf(issues), 'D-1'))).toEqual(['A-1']);
  });

  it('is none once a member is done: then the next one may start, and the one after waits', () => {
    const order = orderOf(circle(['done']));
    expect(ask(order, 'B-1')).toEqual({ kind: 'allowed', gate: 'start', flags: [] });
    expect(waitsFor(ask(order, 'C-1'))).toEqual(['B-1']);
  });

  it('is no deadlock at the finish gate either', () => {
    const rules = rulesOf({ gates: { start: true, finish: true } });
    const order = orderOf(circle(['inProgress', 'inProgress', 'inProgress']), rules);
    expect(ask(order, 'A-1', 'done').kind).toBe('allowed');
    expect(stateOf(order, 'A-1').state).toBe('running');
  });

  it('is the shortest one where an issue is on two', () => {
    const issues = ordered(
      ['A-1', 'B-1', 'C-1'].map((key) => anIssue(key)),
      [
        ['A-1', 'B-1'],
        ['B-1', 'C-1'],
        ['C-1', 'A-1'],
        ['B-1', 'A-1'],
      ],
    );
    expect(findCircle(orderOf(issues), idOf('A-1'))).toEqual(['A-1', 'B-1', 'A-1'].map(idOf));
  });

  it('is none for an issue beside it', () => {
    const issues = [...circle(), anIssue('D-1', { links: [blockedBy(anIssue('A-1'))] })];
    expect(findCircle(orderOf(issues), idOf('D-1'))).toBeNull();
  });

  it('is told the same whatever order the issues were read in', () => {
    const issues = circle();
    const reversed = [...issues].reverse();
    expect(findCircle(orderOf(reversed), idOf('B-1'))).toEqual(
      findCircle(orderOf(issues), idOf('B-1')),
    );
  });
});

describe('D3: links in both directions', () => {
  it('are a circle of two', () => {
    const issues = ordered(
      [anIssue('A-1'), anIssue('B-1')],
      [
        ['A-1', 'B-1'],
        ['B-1', 'A-1'],
      ],
    );
    expect(flagsIn(ask(orderOf(issues), 'A-1'))).toEqual([path('A-1', 'B-1', 'A-1')]);
  });
});

describe('D2: a link of an issue with itself, its parent or its child', () => {
  it('gates nothing and is flagged', () => {
    const parent = anIssue('VIRT-1');
    const child = anIssue('VIRT-9', { parentId: idOf('VIRT-7') });
    const issue = anIssue('VIRT-7', { parentId: parent.id });
    const linked = { ...issue, links: [issue, parent, child].map((other) => blockedBy(other)) };
    expect(ask(orderOf([linked, child]), 'VIRT-7')).toEqual({
      kind: 'allowed',
      gate: 'start',
      flags: ['VIRT-7', 'VIRT-1', 'VIRT-9'].map((key) => ({
        ...{ kind: 'familyLink', otherId: idOf(key) },
      })),
    });
  });
});
