import { findPass, isReason, passFits, passProblem } from '../../../src/core/order/judge/pass';
import { instant } from '../../../src/core/time';
import { anIssue, blockedBy, idOf, ordered } from '../../builders/issues';
import {
  ask,
  NOW,
  orderOf,
  passFor,
  refusalIn,
  rulesOf,
  stateOf,
} from '../../builders/judged-order';

const HOUR = 3_600_000;
const both = rulesOf({ gates: { start: true, finish: true } });

/** NET-12 and UNIX-3 before VIRT-7; those listed are done. */
const issues = (done: readonly string[] = [], state: 'todo' | 'inProgress' = 'todo') =>
  ordered(
    [
      ...['NET-12', 'UNIX-3'].map((key) =>
        anIssue(key, { category: done.includes(key) ? 'done' : 'todo' }),
      ),
      anIssue('VIRT-7', { category: state }),
    ],
    [
      ['NET-12', 'VIRT-7'],
      ['UNIX-3', 'VIRT-7'],
    ],
  );
const refused = (done: readonly string[] = []) =>
  refusalIn(ask(orderOf(issues(done), both), 'VIRT-7'));
const pass = passFor(refused());

describe('isReason', () => {
  it.each([
    ['too short', false],
    ['   padded      ', false],
    ['ten points', true],
    ['🔥🔥🔥🔥🔥🔥🔥🔥🔥', false],
    ['🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥', true],
    ['нужно ночью', true],
  ])('D33: "%s" is %s', (reason, expected) => {
    expect(isReason(reason)).toBe(expected);
  });
});

describe('passProblem', () => {
  it('D33: lets through what it was issued for', () => {
    expect(passProblem(pass, refused(), NOW)).toBeNull();
    expect(passFits(pass, refused(), NOW)).toBe(true);
  });

  it.each([
    ['used', { usedAt: NOW }],
    ['revoked', { revokedAt: NOW }],
    ['expired', { expiresAt: NOW }],
    ['otherIssue', { issueId: idOf('VIRT-8') }],
  ] as const)('D33: is worth nothing when it is %s', (problem, changes) => {
    expect(passProblem({ ...pass, ...changes }, refused(), NOW)).toBe(problem);
  });

  it('D33: is worth something until the last ms before it expires', () => {
    const almost = { ...pass, expiresAt: instant(NOW + 1) };
    expect(passProblem(almost, refused(), NOW)).toBeNull();
  });

  it('D34: still fits when a blocker is done since, not when there is a new one', () => {
    expect(passProblem(pass, refused(['NET-12']), NOW)).toBeNull();
    const more = issues().map((issue) =>
      issue.key === 'VIRT-7'
        ? { ...issue, links: [...issue.links, blockedBy(anIssue('BCK-1'))] }
        : issue,
    );
    const refusal = refusalIn(ask(orderOf(more), 'VIRT-7'));
    expect(passProblem(pass, refusal, NOW)).toBe('newBlocker');
  });

  it('D34: is worth nothing once the window it was issued for has moved', () => {
    const later = new Map([[idOf('VIRT-7'), instant(NOW + HOUR)]]);
    const order = orderOf(issues(), rulesOf(), { notBefore: later });
    expect(passProblem(pass, refusalIn(ask(order, 'VIRT-7')), NOW)).toBe('newBlocker');
  });

  it('D36: of the start gate opens no finish gate', () => {
    const finish = refusalIn(ask(orderOf(issues([], 'inProgress'), both), 'VIRT-7', 'done'));
    expect(passProblem(pass, finish, NOW)).toBe('otherGate');
    expect(passProblem(passFor(finish), finish, NOW)).toBeNull();
  });
});

describe('findPass', () => {
  it('takes the one that expires first', () => {
    const soon = { ...pass, id: 'pass-2', expiresAt: instant(NOW + 60_000) };
    expect(findPass([pass, soon], refused(), NOW)?.id).toBe('pass-2');
    expect(findPass([], refused(), NOW)).toBeNull();
  });
});

describe('judging with a pass', () => {
  it('D33: allows once, and names the pass to use up', () => {
    const order = orderOf(issues(), both, { passes: [pass] });
    expect(ask(order, 'VIRT-7')).toEqual({
      kind: 'allowed',
      gate: 'start',
      flags: [{ kind: 'byPass', passId: 'pass-1', blockerIds: [idOf('NET-12'), idOf('UNIX-3')] }],
    });
    const used = orderOf(issues(), both, { passes: [{ ...pass, usedAt: NOW }] });
    expect(ask(used, 'VIRT-7').kind).toBe('refused');
  });

  it('D33: leaves the finish gate on for what was started by it', () => {
    const order = orderOf(issues([], 'inProgress'), both, { passes: [{ ...pass, usedAt: NOW }] });
    expect(ask(order, 'VIRT-7', 'done').kind).toBe('refused');
  });

  it('is ready with a pass that fits, running with one that was used, suspect without', () => {
    const state = (category: 'todo' | 'inProgress', passes = [pass]) =>
      stateOf(orderOf(issues([], category), both, { passes }), 'VIRT-7').state;
    expect(state('todo')).toBe('ready');
    expect(state('todo', [])).toBe('waiting');
    expect(state('inProgress', [{ ...pass, usedAt: NOW }])).toBe('running');
    expect(state('inProgress', [])).toBe('suspect');
  });

  it('D43: says nothing of a later start', () => {
    const issue = (categorySince: number) =>
      issues([], 'inProgress').map((each) =>
        each.key === 'VIRT-7' ? { ...each, categorySince: instant(categorySince) } : each,
      );
    const facts = { passes: [{ ...pass, usedAt: NOW }] };
    expect(stateOf(orderOf(issue(NOW + 2_000), both, facts), 'VIRT-7').state).toBe('running');
    expect(stateOf(orderOf(issue(NOW + HOUR), both, facts), 'VIRT-7').state).toBe('suspect');
  });
});

describe('the set of blockers', () => {
  it('D12: has one key whatever order the links were read in', () => {
    const reversed = orderOf([...issues()].reverse());
    expect(refusalIn(ask(reversed, 'VIRT-7')).set).toEqual(refused().set);
    expect(refused().set.tokens).toEqual([idOf('NET-12'), idOf('UNIX-3')]);
    expect(refused().set.key).toMatch(/^[0-9a-f]{40}$/);
  });

  it('has another key for other blockers, another gate, another issue', () => {
    const keys = [
      refused(),
      refused(['NET-12']),
      refusalIn(ask(orderOf(issues(), both), 'VIRT-7', 'done')),
    ].map(({ set }) => set.key);
    expect(new Set(keys).size).toBe(3);
  });
});
