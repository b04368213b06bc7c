import type { OrderRefusal } from '../../../src/core/order/judge/judgement';
import type { Pass } from '../../../src/core/order/judge/pass';
import {
  givenBack,
  isUnderWay,
  mayBeInVain,
  wasInVain,
} from '../../../src/core/order/judge/pass-in-vain';
import { instant } from '../../../src/core/time';
import { moscow } from '../../builders/incident';

const USED = moscow('2026-11-24T12:00');
const at = (seconds: number) => instant(USED + seconds * 1000);

function aPass(changes: Partial<Pass> = {}): Pass {
  return {
    ...{ id: 'p1', issueId: 'x', gate: 'start', tokens: ['b'], issuedBy: 'tam' },
    ...{ reason: 'The client agreed', issuedAt: moscow('2026-11-24T11:00') },
    ...{ expiresAt: moscow('2026-11-24T18:00'), usedAt: USED, revokedAt: null, ...changes },
  };
}

const REFUSAL: OrderRefusal = {
  ...{ issueId: 'x', gate: 'start', policyKey: 'default', policyName: 'Order', blockers: [] },
  ...{ notBefore: null, opensAt: null, progress: { done: 0, total: 1 } },
  set: { key: 'key', tokens: ['b'] },
};

describe('mayBeInVain', () => {
  it.each([
    ['is to do, as before', 'todo', moscow('2026-11-24T09:00'), true],
    ['is done, as before', 'done', moscow('2026-11-24T09:00'), true],
    ['is to do since nobody knows when', 'todo', null, true],
    ['has come back since', 'todo', at(2), false],
    ['runs: it went through, before the guard spent the pass', 'inProgress', at(-9), false],
  ] as const)('of an issue that %s (%s)', (_, category, since, expected) => {
    expect(mayBeInVain(aPass(), { category, since })).toBe(expected);
  });

  it('of a finish while the issue is not done', () => {
    const finish = aPass({ gate: 'finish' });
    const since = moscow('2026-11-24T09:00');
    expect(mayBeInVain(finish, { category: 'inProgress', since })).toBe(true);
    expect(mayBeInVain(finish, { category: 'done', since })).toBe(false);
  });

  it('never of one that is not used, or was taken back', () => {
    const still = { category: 'todo', since: null } as const;
    expect(mayBeInVain(aPass({ usedAt: null }), still)).toBe(false);
    expect(mayBeInVain(aPass({ revokedAt: USED }), still)).toBe(false);
  });
});

describe('wasInVain', () => {
  const earlier = [moscow('2026-11-24T09:00')];

  it('from a minute after its use on, while the issue has not moved', () => {
    expect(wasInVain(aPass(), earlier, [aPass()], at(59))).toBe(false);
    expect(wasInVain(aPass(), earlier, [aPass()], at(60))).toBe(true);
  });

  it('not of an issue that has moved since, nor just before by a clock that is behind', () => {
    expect(wasInVain(aPass(), [...earlier, at(2)], [], at(60))).toBe(false);
    expect(wasInVain(aPass(), [...earlier, at(-9)], [], at(60))).toBe(false);
    expect(wasInVain(aPass(), [...earlier, at(-11)], [], at(60))).toBe(true);
  });

  it('not once its time is over, or another for the same gate was issued', () => {
    expect(wasInVain(aPass(), earlier, [], moscow('2026-11-24T18:00'))).toBe(false);
    const next = aPass({ id: 'p2', usedAt: null, issuedAt: at(30) });
    expect(wasInVain(aPass(), earlier, [aPass(), next], at(60))).toBe(false);
    const finish = { ...next, gate: 'finish' } as const;
    expect(wasInVain(aPass(), earlier, [aPass(), finish], at(60))).toBe(true);
  });
});

describe('givenBack', () => {
  it('is good again, and knows when it was spent in vain', () => {
    expect(givenBack(aPass())).toEqual({ ...aPass(), usedAt: null, inVainAt: USED });
    expect(givenBack(aPass({ usedAt: null }))).toEqual(aPass({ usedAt: null }));
  });
});

describe('isUnderWay', () => {
  const still = { category: 'todo', since: moscow('2026-11-24T09:00') } as const;

  it('within a minute after the use of a pass that would fit', () => {
    expect(isUnderWay(aPass(), REFUSAL, still, at(5))).toBe(true);
    expect(isUnderWay(aPass(), REFUSAL, still, at(60))).toBe(false);
    expect(isUnderWay(aPass({ tokens: ['c'] }), REFUSAL, still, at(5))).toBe(false);
    expect(isUnderWay(aPass(), REFUSAL, { ...still, since: at(1) }, at(5))).toBe(false);
  });
});
