import { stepOf } from '../../../src/core/order/judge/step-of';
import { anIssue, blockedBy, idOf, ordered } from '../../builders/issues';
import {
  ask,
  NOW,
  orderOf,
  pair,
  refusalIn,
  rulesOf,
  stateOf,
  waitsFor,
} from '../../builders/judged-order';

describe('stepOf', () => {
  it.each([
    ['todo', 'todo', 'waiting'],
    ['done', 'todo', 'ready'],
    ['done', 'inProgress', 'running'],
    ['todo', 'inProgress', 'suspect'],
    ['todo', 'done', 'done'],
  ] as const)('D30: with a blocker %s and itself %s is %s', (blocker, category, state) => {
    const issues = ordered(
      [anIssue('NET-12', { category: blocker }), anIssue('VIRT-7', { category })],
      [['NET-12', 'VIRT-7']],
    );
    expect(stateOf(orderOf(issues), 'VIRT-7').state).toBe(state);
  });

  it('names whom a waiting step waits for', () => {
    const step = stateOf(orderOf(pair('inProgress')), 'VIRT-7');
    expect(step.refusal?.blockers.map(({ key }) => key)).toEqual(['NET-12']);
  });

  it('is nothing for an issue that was not read', () => {
    expect(stepOf(orderOf([]), 'nobody', NOW)).toBeNull();
  });

  it('is ready by the start gate alone: where only ends are gated nobody waits to start', () => {
    const rules = rulesOf({ gates: { start: false, finish: true } });
    const order = orderOf(pair('todo'), rules);
    expect(stateOf(order, 'VIRT-7').state).toBe('ready');
    expect(ask(order, 'VIRT-7', 'done').kind).toBe('refused');
  });
});

describe('what is read again', () => {
  it('D5, D6: waits no more for a blocker that is deleted or unlinked', () => {
    const [, virt] = pair('todo') as [never, ReturnType<typeof anIssue>];
    expect(waitsFor(ask(orderOf([virt]), 'VIRT-7'))).toEqual(['NET-12']);
    expect(ask(orderOf([{ ...virt, links: [] }]), 'VIRT-7').kind).toBe('allowed');
  });

  it('D9: closes the gate again when a blocker is opened before the start', () => {
    const blockers = (category: 'done' | 'todo') => refusalOrNull(orderOf(pair(category)));
    expect(blockers('done')).toBeNull();
    expect(blockers('todo')).toEqual(['NET-12']);
  });

  it('D26: keeps its links when a blocker moves to another project, under its new key', () => {
    const moved = { ...anIssue('UNIX-3'), id: idOf('NET-12') };
    const virt = anIssue('VIRT-7', { links: [blockedBy(anIssue('NET-12'))] });
    const order = orderOf([virt, moved], rulesOf({}, { statusMaps: { UNIX: { '1': 'done' } } }));
    expect(ask(order, 'VIRT-7').kind).toBe('allowed');
    expect(waitsFor(ask(orderOf([virt, moved]), 'VIRT-7'))).toEqual(['UNIX-3']);
  });
});

function refusalOrNull(order: ReturnType<typeof orderOf>): readonly (string | null)[] | null {
  const judgement = ask(order, 'VIRT-7');
  if (judgement.kind === 'allowed') return null;
  return refusalIn(judgement).blockers.map(({ key }) => key);
}
