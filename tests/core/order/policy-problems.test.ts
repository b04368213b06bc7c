import { policyProblems } from '../../../src/core/order/policy/policy-problems';
import { rulesOf } from '../../builders/judged-order';

const SITE = [
  { id: '10000', name: 'Blocks' },
  { id: '10003', name: 'Relates' },
];
const hard = (typeId: string | null) => ({ typeId, hardness: 'hard' as const });

describe('D7: policyProblems', () => {
  it('finds nothing while every link type is there, whatever it is called', () => {
    expect(policyProblems(rulesOf(), SITE)).toEqual([]);
    const renamed = [{ id: '10000', name: 'Holds up' }];
    expect(policyProblems(rulesOf({ linkTypes: [hard('10000')] }), renamed)).toEqual([]);
  });

  it('names a type that is gone', () => {
    const rules = rulesOf({ linkTypes: [hard('10000'), hard('10009')] });
    expect(policyProblems(rules, SITE)).toEqual([
      { policyKey: 'default', kind: 'missingLinkType', typeId: '10009' },
    ]);
  });

  it('says that the policy is suspended when no type is left', () => {
    expect(policyProblems(rulesOf({ linkTypes: [hard('10009')] }), SITE)).toEqual([
      { policyKey: 'default', kind: 'missingLinkType', typeId: '10009' },
      { policyKey: 'default', kind: 'suspended' },
    ]);
    expect(policyProblems(rulesOf(), [{ id: '10003', name: 'Relates' }])).toHaveLength(2);
  });

  it('says that a policy without a gate does nothing', () => {
    expect(policyProblems(rulesOf({ gates: { start: false, finish: false } }), SITE)).toEqual([
      { policyKey: 'default', kind: 'noGate' },
    ]);
  });
});
