import { gatesOn, policiesInForce } from '../../../src/core/order/policy/gates-on';
import type { HandOverForm } from '../../../src/core/order/policy/order-site';
import { policyOf } from '../../builders/judged-order';

const SITE = [
  { id: '10000', name: 'Blocks' },
  { id: '10003', name: 'Relates' },
];
const hard = (typeId: string) => ({ typeId, hardness: 'hard' as const });

describe('policiesInForce', () => {
  const keysOf = (...policies: Parameters<typeof policyOf>[0][]) =>
    policiesInForce(
      policies.map((each, index) => policyOf({ key: `p${index}`, ...each })),
      SITE,
    ).map(({ key }) => key);

  it('leaves out a policy none of whose link types is there any more (D7)', () => {
    expect(keysOf({ linkTypes: [hard('10009')] }, { linkTypes: [hard('10000')] })).toEqual(['p1']);
  });

  it('keeps a policy that has lost one link type of two, and one without a gate', () => {
    expect(keysOf({ linkTypes: [hard('10000'), hard('10009')] })).toEqual(['p0']);
    expect(keysOf({ gates: { start: false, finish: false } })).toEqual(['p0']);
  });

  it('leaves out a policy whose hard link type is gone, though a soft one is there', () => {
    const soft = { typeId: '10003', hardness: 'soft' as const };
    expect(keysOf({ linkTypes: [hard('10009'), soft] })).toEqual([]);
    expect(keysOf({ linkTypes: [hard('10000'), soft] })).toEqual(['p0']);
  });

  it('leaves out a policy of soft links only', () => {
    expect(keysOf({ linkTypes: [{ typeId: '10000', hardness: 'soft' }] })).toEqual([]);
  });
});

describe('gatesOn', () => {
  const form = (changes: Partial<HandOverForm>): HandOverForm => ({
    ...{ fromProjectKey: 'NET', toProjectKey: null, fields: [], gatesFinish: true },
    ...changes,
  });

  it('is what one of the policies has on', () => {
    const start = policyOf({ gates: { start: true, finish: false } });
    const finish = policyOf({ gates: { start: false, finish: true } });
    expect(gatesOn([start], [], 'NET')).toEqual(['start']);
    expect(gatesOn([start, finish], [], 'NET')).toEqual(['start', 'finish']);
    expect(gatesOn([], [], 'NET')).toEqual([]);
  });

  it('has the finish gate where a form for hand-overs of this department asks for it', () => {
    expect(gatesOn([], [form({})], 'NET')).toEqual(['finish']);
    expect(gatesOn([], [form({ fromProjectKey: null })], 'NET')).toEqual(['finish']);
    expect(gatesOn([], [form({ fromProjectKey: 'UNIX' })], 'NET')).toEqual([]);
    expect(gatesOn([], [form({ gatesFinish: false })], 'NET')).toEqual([]);
  });
});
