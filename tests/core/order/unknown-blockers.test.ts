import { judgeMove, judgeUncertain } from '../../../src/core/order/judge/judge-move';
import { anIssue, BLOCKS, idOf, ordered, status } from '../../builders/issues';
import {
  ask,
  NOW,
  orderOf,
  refusalIn,
  rulesOf,
  said,
  stateOf,
  waitsFor,
} from '../../builders/judged-order';

const hold = rulesOf({ onUnknown: 'hold' });

describe('D4: a blocker that even the app cannot read', () => {
  const unreadable = [{ successorId: idOf('VIRT-7'), blockerId: '10666', ...BLOCKS }];

  it('only warns', () => {
    const order = orderOf([anIssue('VIRT-7')], rulesOf(), { unreadable });
    expect(ask(order, 'VIRT-7')).toEqual({
      kind: 'allowed',
      gate: 'start',
      flags: [{ kind: 'unknownBlocker', blockerId: '10666' }],
    });
    expect(stateOf(order, 'VIRT-7').state).toBe('ready');
  });

  it('holds by policy, without a key', () => {
    const order = orderOf([anIssue('VIRT-7')], hold, { unreadable });
    expect(refusalIn(ask(order, 'VIRT-7')).blockers).toMatchObject([
      { id: '10666', key: null, status: null, why: { kind: 'unknown', because: 'unreadable' } },
    ]);
  });

  it('stands behind those that have a key', () => {
    const issues = ordered([anIssue('NET-12'), anIssue('VIRT-7')], [['NET-12', 'VIRT-7']]);
    expect(waitsFor(ask(orderOf(issues, hold, { unreadable }), 'VIRT-7'))).toEqual([
      'NET-12',
      '10666',
    ]);
  });

  it('is no unknown one once a link shows its state', () => {
    const issues = ordered(
      [anIssue('NET-12', { category: 'done' }), anIssue('VIRT-7')],
      [['NET-12', 'VIRT-7']],
    );
    const stale = [{ successorId: idOf('VIRT-7'), blockerId: idOf('NET-12'), ...BLOCKS }];
    expect(ask(orderOf(issues, hold, { unreadable: stale }), 'VIRT-7').kind).toBe('allowed');
  });
});

describe('D27: an archived blocker', () => {
  const archived = (category: 'todo' | 'done') =>
    ordered(
      [said('NET-12', { category, isArchived: true }), anIssue('VIRT-7')],
      [['NET-12', 'VIRT-7']],
    );

  it('counts as done when it is', () => {
    expect(ask(orderOf(archived('done'), hold), 'VIRT-7')).toMatchObject({ flags: [] });
  });

  it('is unknown when it is open', () => {
    expect(ask(orderOf(archived('todo')), 'VIRT-7')).toMatchObject({
      kind: 'allowed',
      flags: [{ kind: 'unknownBlocker', blockerId: idOf('NET-12') }],
    });
    expect(refusalIn(ask(orderOf(archived('todo'), hold), 'VIRT-7')).blockers).toMatchObject([
      { key: 'NET-12', why: { kind: 'unknown', because: 'archived' } },
    ]);
  });
});

describe('D31: judging without an answer from Jira', () => {
  it('allows and flags, or refuses and says why, never in silence', () => {
    expect(judgeUncertain(rulesOf(), 'Jira does not answer')).toEqual({
      kind: 'allowed',
      gate: null,
      flags: [{ kind: 'uncertain', why: 'Jira does not answer' }],
    });
    expect(judgeUncertain(rulesOf({}, { onUncertain: 'refuse' }), 'Jira is busy')).toEqual({
      kind: 'uncertain',
      why: 'Jira is busy',
    });
  });

  it('is what happens with an issue that was not read', () => {
    const judgement = judgeMove(orderOf([]), {
      ...{ issueId: '1', to: status('inProgress'), now: NOW },
      mover: { kind: 'unknown' },
    });
    expect(judgement).toMatchObject({ kind: 'allowed', flags: [{ kind: 'uncertain' }] });
  });
});
