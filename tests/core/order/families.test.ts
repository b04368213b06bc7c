import type { StatusCategory } from '../../../src/core/issue';
import type { OrderPolicy } from '../../../src/core/order/policy/order-policy';
import { anIssue, blocks, idOf, ordered } from '../../builders/issues';
import {
  ask,
  NOW,
  orderOf,
  passFor,
  refusalIn,
  rulesOf,
  said,
  waitsFor,
} from '../../builders/judged-order';

const toSubtasks = { inherit: { toSubtasks: true, fromEpic: false } };
const fromEpic = { inherit: { toSubtasks: false, fromEpic: true } };

/** NET-12 before VIRT-7, whose child is VIRT-9. */
const family = (isSubtask: boolean, parent: StatusCategory = 'todo') =>
  ordered(
    [
      anIssue('NET-12'),
      anIssue('VIRT-7', { category: parent }),
      anIssue('VIRT-9', { parentId: idOf('VIRT-7'), isSubtask }),
    ],
    [['NET-12', 'VIRT-7']],
  );

const startOf = (isSubtask: boolean, policy: Partial<OrderPolicy>) =>
  ask(orderOf(family(isSubtask), rulesOf(policy)), 'VIRT-9');

describe('D13: a subtask of a gated parent', () => {
  it('is gated by its own links only', () => {
    expect(startOf(true, {}).kind).toBe('allowed');
  });

  it('waits for what its parent waits for, if the policy hands it down', () => {
    expect(refusalIn(startOf(true, toSubtasks)).blockers).toMatchObject([
      { key: 'NET-12', heldById: idOf('VIRT-7') },
    ]);
    expect(startOf(true, fromEpic).kind).toBe('allowed');
  });

  it('does not wait for itself or its own children, though its parent does', () => {
    const issues = ordered(
      [
        anIssue('VIRT-7'),
        anIssue('VIRT-9', { parentId: idOf('VIRT-7') }),
        anIssue('VIRT-10', { parentId: idOf('VIRT-9') }),
        anIssue('NET-12'),
      ],
      [
        ['VIRT-9', 'VIRT-7'],
        ['VIRT-10', 'VIRT-7'],
        ['NET-12', 'VIRT-7'],
      ],
    );
    expect(waitsFor(ask(orderOf(issues, rulesOf(fromEpic)), 'VIRT-9'))).toEqual(['NET-12']);
  });

  it('may be finished all the same', () => {
    const rules = rulesOf({ ...toSubtasks, gates: { start: true, finish: true } });
    expect(ask(orderOf(family(true), rules), 'VIRT-9', 'done').kind).toBe('allowed');
  });

  it('may start when its parent was started by a pass over these blockers', () => {
    const waiting = orderOf(family(true), rulesOf(toSubtasks));
    const pass = passFor(refusalIn(ask(waiting, 'VIRT-7')), { usedAt: NOW });
    const facts = { passes: [pass] };
    const running = orderOf(family(true, 'inProgress'), rulesOf(toSubtasks), facts);
    expect(ask(running, 'VIRT-9').kind).toBe('allowed');
    expect(ask(orderOf(family(true), rulesOf(toSubtasks), facts), 'VIRT-9').kind).toBe('refused');
  });

  it('never waits in a circle that only the handing down closes', () => {
    const [net, virt, sub] = family(true) as [never, never, ReturnType<typeof anIssue>];
    const issues = [net, virt, { ...sub, links: [blocks(anIssue('NET-12'))] }];
    const order = orderOf(issues, rulesOf(toSubtasks));
    // NET-12 waits for the subtask by a link; the subtask for NET-12 only through its parent.
    expect(ask(order, 'VIRT-9').kind).toBe('allowed');
    expect(waitsFor(ask(order, 'NET-12'))).toEqual(['VIRT-9']);
    expect(waitsFor(ask(order, 'VIRT-7'))).toEqual(['NET-12']);
  });
});

describe('D15: a child of a gated epic', () => {
  it('is gated by its own links only', () => {
    expect(startOf(false, {}).kind).toBe('allowed');
  });

  it('waits for what its epic waits for, if the policy hands it down', () => {
    expect(waitsFor(startOf(false, fromEpic))).toEqual(['NET-12']);
    expect(startOf(false, toSubtasks).kind).toBe('allowed');
  });

  it('hands it on to its own subtasks, if the policy hands down both', () => {
    const issues = [
      ...family(false),
      anIssue('VIRT-10', { parentId: idOf('VIRT-9'), isSubtask: true }),
    ];
    const both = rulesOf({ inherit: { toSubtasks: true, fromEpic: true } });
    expect(waitsFor(ask(orderOf(issues, both), 'VIRT-10'))).toEqual(['NET-12']);
  });
});

describe('D14: an epic as a blocker', () => {
  const epic = (categories: readonly StatusCategory[], own: StatusCategory = 'inProgress') => [
    ...ordered([anIssue('NET-12', { category: own }), anIssue('VIRT-7')], [['NET-12', 'VIRT-7']]),
    ...categories.map((category, i) =>
      said(`NET-${20 + i}`, { category, parentId: idOf('NET-12') }),
    ),
  ];
  const orAllChildren = rulesOf({ epicDone: 'orAllChildren' });

  it('is open until it is done itself, whatever its children do', () => {
    expect(ask(orderOf(epic(['done', 'done'])), 'VIRT-7').kind).toBe('refused');
    expect(ask(orderOf(epic(['todo'], 'done')), 'VIRT-7').kind).toBe('allowed');
  });

  it('is done as soon as all of its children are, if the policy says so', () => {
    expect(ask(orderOf(epic(['done', 'done']), orAllChildren), 'VIRT-7').kind).toBe('allowed');
    expect(ask(orderOf(epic(['done', 'todo']), orAllChildren), 'VIRT-7').kind).toBe('refused');
  });

  it('without children is done when it is done itself', () => {
    expect(ask(orderOf(epic([]), orAllChildren), 'VIRT-7').kind).toBe('refused');
    expect(ask(orderOf(epic([], 'done'), orAllChildren), 'VIRT-7').kind).toBe('allowed');
  });
});
