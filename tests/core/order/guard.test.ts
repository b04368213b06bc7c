import type { StatusCategory } from '../../../src/core/issue';
import { listSuspects } from '../../../src/core/order/graph/list-suspects';
import { type GuardCause, judgeRunning } from '../../../src/core/order/judge/judge-running';
import type { OrderRules } from '../../../src/core/order/policy/order-policy';
import { instant } from '../../../src/core/time';
import { anIssue, idOf, ordered } from '../../builders/issues';
import {
  ask,
  NOW,
  orderOf,
  passFor,
  refusalIn,
  rulesOf,
  said,
  stateOf,
} from '../../builders/judged-order';

const DAY = 86_400_000;

/** NET-12, still open, before VIRT-7, which came into its category an hour ago. */
const issues = (category: StatusCategory = 'inProgress') =>
  ordered(
    [anIssue('NET-12'), said('VIRT-7', { category, categorySince: instant(NOW - 3_600_000) })],
    [['NET-12', 'VIRT-7']],
  );

const guard = (
  cause: GuardCause,
  rules: OrderRules = rulesOf(),
  category: StatusCategory = 'inProgress',
) =>
  judgeRunning(orderOf(issues(category), rules), {
    ...{ issueId: idOf('VIRT-7'), cause, now: NOW },
    mover: { kind: 'account', accountId: 'anna' },
  });

const moveBack = rulesOf({ guard: 'moveBack' });
const strict = rulesOf({ strict: true });

describe('judgeRunning', () => {
  it('D19: finds a start that no rule has stopped, and flags it', () => {
    expect(guard('moved')).toMatchObject({
      kind: 'flag',
      refusal: { gate: 'start', blockers: [{ key: 'NET-12' }] },
      flags: [{ kind: 'startedBeforeDone', blockerIds: [idOf('NET-12')] }],
    });
  });

  it('D20: moves it back where the policy says so', () => {
    expect(guard('moved', moveBack).kind).toBe('moveBack');
  });

  it('D24: only flags work that got a blocker afterwards', () => {
    expect(guard('linked').kind).toBe('flag');
    expect(guard('linked', moveBack).kind).toBe('flag');
  });

  it('moves work that got a blocker back where the policy is strict', () => {
    expect(guard('linked', strict).kind).toBe('moveBack');
  });

  it('D8: never moves work back because its blocker was opened again', () => {
    for (const rules of [rulesOf(), moveBack, strict]) {
      expect(guard('blockerReopened', rules).kind).toBe('flag');
      expect(guard('sweep', rules).kind).toBe('flag');
    }
  });

  it('finds an end past the finish gate', () => {
    const finish = rulesOf({ gates: { start: true, finish: true }, guard: 'moveBack' });
    expect(guard('moved', finish, 'done')).toMatchObject({
      kind: 'moveBack',
      refusal: { gate: 'finish' },
    });
    expect(guard('moved', moveBack, 'done').kind).toBe('fine');
  });

  it('has nothing against what is to do', () => {
    expect(guard('moved', moveBack, 'todo').kind).toBe('fine');
  });

  it('accepts a listed account and a pass, used or not', () => {
    expect(guard('moved', rulesOf({}, { freeAccountIds: ['anna'] })).kind).toBe('fine');
    const waiting = orderOf(issues('todo'));
    const pass = passFor(refusalIn(ask(waiting, 'VIRT-7')));
    const asked = {
      ...{ issueId: idOf('VIRT-7'), cause: 'moved' as const, now: NOW },
      mover: { kind: 'unknown' as const },
    };
    for (const passes of [[pass], [{ ...pass, usedAt: instant(NOW - 3_600_500) }]]) {
      expect(judgeRunning(orderOf(issues(), rulesOf(), { passes }), asked)).toMatchObject({
        kind: 'fine',
        flags: [{ kind: 'byPass', passId: 'pass-1' }],
      });
    }
  });

  it('D39: flags a start before its date only when the move is new', () => {
    const notBefore = new Map([[idOf('VIRT-7'), instant(NOW + DAY)]]);
    const order = orderOf([anIssue('VIRT-7', { category: 'inProgress' })], moveBack, { notBefore });
    const asked = { issueId: idOf('VIRT-7'), mover: { kind: 'unknown' as const }, now: NOW };
    expect(judgeRunning(order, { ...asked, cause: 'moved' }).kind).toBe('moveBack');
    expect(judgeRunning(order, { ...asked, cause: 'sweep' }).kind).toBe('fine');
  });
});

describe('D51: a policy that was switched on over running work', () => {
  const both = { gates: { start: true, finish: true }, guard: 'moveBack' } as const;
  const since = (enforcedSince: number) =>
    rulesOf({ ...both, enforcedSince: instant(enforcedSince) });

  it('lets the work go on, and end, flagged', () => {
    const rules = since(NOW - 60_000);
    const flag = {
      ...{ kind: 'grandfathered', policyKey: 'default', blockerIds: [idOf('NET-12')] },
    };
    expect(guard('sweep', rules)).toEqual({ kind: 'fine', flags: [flag] });
    const order = orderOf(issues(), rules);
    const judgement = ask(order, 'VIRT-7', 'done');
    expect(judgement).toMatchObject({ kind: 'allowed' });
    expect(judgement.kind === 'allowed' && judgement.flags).toContainEqual(flag);
    expect(stateOf(order, 'VIRT-7').state).toBe('running');
  });

  it('holds what was started later', () => {
    const rules = since(NOW - DAY);
    expect(guard('moved', rules).kind).toBe('moveBack');
    expect(ask(orderOf(issues(), rules), 'VIRT-7', 'done').kind).toBe('refused');
  });

  it('D52: holds what another policy has held for longer', () => {
    const [young] = since(NOW - 60_000).policies;
    const [old] = since(NOW - DAY).policies;
    if (young === undefined || old === undefined) throw new Error('no policy');
    const policies = [
      { ...young, key: 'young', strict: true },
      { ...old, key: 'old' },
    ];
    const rules = rulesOf({}, { policies });
    expect(ask(orderOf(issues(), rules), 'VIRT-7', 'done').kind).toBe('refused');
    expect(guard('moved', rules).kind).toBe('moveBack');
  });

  it('lists beforehand what it would find, that which it lets go too', () => {
    const order = orderOf(issues(), since(NOW));
    const [suspect, ...others] = listSuspects(order, NOW);
    expect(suspect).toMatchObject({ issueId: idOf('VIRT-7'), step: { state: 'suspect' } });
    expect(others).toEqual([]);
    expect(listSuspects(orderOf(issues('todo')), NOW)).toEqual([]);
  });

  it('holds every new start', () => {
    expect(ask(orderOf(issues('todo'), since(NOW - 60_000)), 'VIRT-7').kind).toBe('refused');
  });
});
