import type { OrderEdge } from '../../../src/core/order/graph/link-graph';
import {
  askedHandOvers,
  owedHandOvers,
  takenHandOvers,
} from '../../../src/core/order/hand-over/owed-hand-overs';
import { type HandOverForm, handOverFormOf } from '../../../src/core/order/policy/order-site';
import { anIssue, idOf, ordered } from '../../builders/issues';
import { ask, orderOf, passFor, refusalIn, rulesOf, stateOf } from '../../builders/judged-order';

const isReturned = ({ blockerId, successorId }: Pick<OrderEdge, 'blockerId' | 'successorId'>) =>
  blockerId === idOf('NET-12') && successorId === idOf('VIRT-7');

/** NET-12 is done before VIRT-7. */
const done = () =>
  ordered([anIssue('NET-12', { category: 'done' }), anIssue('VIRT-7')], [['NET-12', 'VIRT-7']]);

describe('a returned hand-over', () => {
  it('closes the start gate although the blocker is done', () => {
    const refusal = refusalIn(ask(orderOf(done(), rulesOf(), { isReturned }), 'VIRT-7'));
    expect(refusal.blockers).toMatchObject([{ key: 'NET-12', why: { kind: 'returned' } }]);
    expect(refusal.progress).toEqual({ done: 0, total: 1 });
    expect(refusal.opensAt).toBeNull();
  });

  it('makes the step wait, and what already runs suspect', () => {
    expect(stateOf(orderOf(done(), rulesOf(), { isReturned }), 'VIRT-7').state).toBe('waiting');
    const running = ordered(
      [anIssue('NET-12', { category: 'done' }), anIssue('VIRT-7', { category: 'inProgress' })],
      [['NET-12', 'VIRT-7']],
    );
    expect(stateOf(orderOf(running, rulesOf(), { isReturned }), 'VIRT-7').state).toBe('suspect');
  });

  it('holds nobody else, and lets a pass through', () => {
    const order = orderOf(done(), rulesOf(), { isReturned });
    const passes = [passFor(refusalIn(ask(order, 'VIRT-7')))];
    expect(ask(orderOf(done(), rulesOf(), { isReturned, passes }), 'VIRT-7').kind).toBe('allowed');
    const other = ordered(
      [anIssue('NET-12', { category: 'done' }), anIssue('VIRT-8')],
      [['NET-12', 'VIRT-8']],
    );
    expect(ask(orderOf(other, rulesOf(), { isReturned }), 'VIRT-8').kind).toBe('allowed');
  });
});

const form: HandOverForm = {
  ...{ fromProjectKey: 'NET', toProjectKey: null, gatesFinish: true },
  fields: [
    { key: 'vlan', label: 'VLAN', isRequired: true },
    { key: 'hosts', label: 'Hosts', isRequired: true },
  ],
};
const site = { handOvers: [form] };

describe('handOverFormOf', () => {
  it('is the first form that fits, and none within one department', () => {
    const special = { ...form, toProjectKey: 'VIRT' };
    const both = { handOvers: [special, form] };
    expect(handOverFormOf(both, 'NET', 'VIRT')).toBe(special);
    expect(handOverFormOf(both, 'NET', 'UNIX')).toBe(form);
    expect(handOverFormOf(both, 'NET', 'NET')).toBeNull();
    expect(handOverFormOf(both, 'UNIX', 'VIRT')).toBeNull();
  });

  it('is none for a project that is no department, of which nobody may learn by it', () => {
    const any = { ...form, fromProjectKey: null, toProjectKey: null };
    const site = { handOvers: [any], departmentKeys: ['NET', 'VIRT'] };
    expect(handOverFormOf(site, 'NET', 'VIRT')).toBe(any);
    expect(handOverFormOf(site, 'SECRET', 'VIRT')).toBeNull();
    expect(handOverFormOf(site, 'NET', 'SECRET')).toBeNull();
  });
});

describe('owedHandOvers', () => {
  /** NET-12 before VIRT-7, VIRT-8 and NET-13. */
  const issues = ordered(
    ['NET-12', 'VIRT-7', 'VIRT-8', 'NET-13'].map((key) => anIssue(key)),
    ['VIRT-7', 'VIRT-8', 'NET-13'].map((key) => ['NET-12', key] as const),
  );
  const { graph, isLive } = orderOf(issues);
  const asked = askedHandOvers(graph, rulesOf(), site, idOf('NET-12'));

  it('asks once for each successor of another department', () => {
    expect(asked.map(({ successorId }) => successorId)).toEqual([idOf('VIRT-7'), idOf('VIRT-8')]);
    expect(takenHandOvers(graph, rulesOf(), site, idOf('VIRT-8'))).toHaveLength(1);
  });

  it('joins what one department still has to be told', () => {
    const filled = (id: string) => (id === idOf('VIRT-7') ? ['vlan', 'hosts'] : ['hosts']);
    expect(owedHandOvers(asked, isLive, filled)).toEqual([
      { projectKey: 'VIRT', lacks: ['VLAN'], isReturned: false },
    ]);
    expect(owedHandOvers(asked, isLive, () => ['vlan', 'hosts'])).toEqual([]);
  });

  it('asks nothing for a soft link, nor for what is done', () => {
    const soft = rulesOf({ linkTypes: [{ typeId: null, hardness: 'soft' }] });
    expect(askedHandOvers(orderOf(issues, soft).graph, soft, site, idOf('NET-12'))).toEqual([]);
    expect(
      owedHandOvers(
        asked,
        () => false,
        () => [],
      ),
    ).toEqual([]);
  });
});
