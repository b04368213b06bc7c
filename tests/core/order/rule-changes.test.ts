import { gatesOn, policiesInForce } from '../../../src/core/order/policy/gates-on';
import { DEFAULT_POLICY } from '../../../src/core/order/policy/order-policy';
import { changesToAttach, changesToDetach } from '../../../src/core/order/rule/rule-changes';
import { configText, gatesOfConfig, gatesOfText } from '../../../src/core/order/rule/rule-gates';
import { aRule, aTransition, aWorkflow, FINISH, START } from '../../builders/workflows';

describe('changesToAttach', () => {
  const wanted = [{ transitionId: '11', gates: ['start'] as const }];

  it('attaches where nothing stands', () => {
    expect(changesToAttach(aWorkflow([START, FINISH]), wanted)).toEqual([
      { kind: 'attach', transitionId: '11', gates: ['start'] },
    ]);
  });

  it('does nothing where the rule asks about it already', () => {
    expect(changesToAttach(aWorkflow([{ ...START, rules: [aRule()] }]), wanted)).toEqual([]);
  });

  it('switches on what is off, and adds the gate that was left out', () => {
    const off = { ...START, rules: [{ ...aRule(['start']), isDisabled: true }] };
    const other = { ...START, rules: [aRule(['finish'])] };
    expect(changesToAttach(aWorkflow([off]), wanted)).toEqual([
      { kind: 'configure', transitionId: '11', ruleId: 'rule-1', gates: ['start'] },
    ]);
    expect(changesToAttach(aWorkflow([other]), wanted)).toEqual([
      { kind: 'configure', transitionId: '11', ruleId: 'rule-1', gates: ['start', 'finish'] },
    ]);
  });

  it('passes over what is gone and what creates issues', () => {
    const create = aTransition({ id: '11', name: 'Create', kind: 'initial', fromRefs: [] });
    expect(changesToAttach(aWorkflow([create]), wanted)).toEqual([]);
    expect(changesToAttach(aWorkflow([FINISH]), wanted)).toEqual([]);
  });
});

describe('changesToDetach', () => {
  const workflow = aWorkflow([
    { ...START, rules: [aRule(), aRule(['start'], 'rule-2')] },
    { ...FINISH, rules: [aRule(['finish'], 'rule-3')] },
  ]);

  it('takes every rule of the app off the transitions named, or off all', () => {
    expect(changesToDetach(workflow, ['31'])).toEqual([
      { kind: 'detach', transitionId: '31', ruleId: 'rule-3' },
    ]);
    const all = changesToDetach(workflow, null);
    expect(all.map((change) => 'ruleId' in change && change.ruleId)).toEqual([
      ...['rule-1', 'rule-2', 'rule-3'],
    ]);
  });
});

describe('gatesOfConfig', () => {
  it('is what was chosen, in any order', () => {
    expect(gatesOfConfig({ gates: ['finish'] })).toEqual(['finish']);
    expect(gatesOfText('{"gates":["finish","start"]}')).toEqual(['start', 'finish']);
  });

  it.each([[undefined], [null], ['start'], [{}], [{ gates: [] }], [{ gates: ['begin'] }]])(
    'is both where %j was chosen',
    (configuration) => {
      expect(gatesOfConfig(configuration)).toEqual(['start', 'finish']);
    },
  );

  it('is both where Jira keeps no text, or one that is no JSON', () => {
    expect(gatesOfText('')).toEqual(['start', 'finish']);
    expect(gatesOfText('{gates')).toEqual(['start', 'finish']);
  });

  it('reads back what is written', () => {
    expect(configText(['finish', 'start'])).toBe('{"gates":["start","finish"]}');
    expect(gatesOfText(configText(['start']))).toEqual(['start']);
  });
});

describe('gatesOn', () => {
  const form = { fromProjectKey: 'NET', toProjectKey: null, fields: [], gatesFinish: true };

  it('is what any policy has on, and the finish gate where a hand-over is asked for', () => {
    expect(gatesOn([DEFAULT_POLICY], [], 'NET')).toEqual(['start']);
    expect(gatesOn([DEFAULT_POLICY], [form], 'NET')).toEqual(['start', 'finish']);
    expect(gatesOn([DEFAULT_POLICY], [form], 'VIRT')).toEqual(['start']);
    expect(gatesOn([], [], 'NET')).toEqual([]);
  });

  it('leaves out policies whose link types are all gone, or all soft (D7, D37)', () => {
    const blocks = [{ id: '10000', name: 'Blocks' }];
    const soft = { ...DEFAULT_POLICY, linkTypes: [{ typeId: null, hardness: 'soft' as const }] };
    expect(policiesInForce([DEFAULT_POLICY], blocks)).toEqual([DEFAULT_POLICY]);
    expect(policiesInForce([DEFAULT_POLICY], [{ id: '10001', name: 'Relates' }])).toEqual([]);
    expect(policiesInForce([soft], blocks)).toEqual([]);
  });
});
