import type { Issue } from '../../../src/core/issue';
import { gateOf, judgeMove } from '../../../src/core/order/judge/judge-move';
import { anIssue, BLOCKS, blockedBy, blocks, idOf, ordered, status } from '../../builders/issues';
import {
  ask,
  flagsIn,
  NOW,
  orderOf,
  pair,
  refusalIn,
  rulesOf,
  waitsFor,
} from '../../builders/judged-order';

const finishGate = rulesOf({ gates: { start: true, finish: true } });

describe('gateOf', () => {
  it.each([
    ['todo', 'inProgress', 'start'],
    ['done', 'inProgress', 'start'],
    ['inProgress', 'inProgress', null],
    ['todo', 'todo', null],
    ['inProgress', 'todo', null],
    ['inProgress', 'done', 'finish'],
    ['todo', 'done', 'finish'],
    ['done', 'done', null],
  ] as const)('D22: from %s to %s is %s', (from, to, gate) => {
    expect(gateOf(from, to)).toBe(gate);
  });
});

describe('judgeMove at the start gate', () => {
  it.each(['todo', 'inProgress'] as const)('refuses while a blocker is %s', (category) => {
    const refusal = refusalIn(ask(orderOf(pair(category)), 'VIRT-7'));
    expect(refusal).toMatchObject({
      gate: 'start',
      policyKey: 'default',
      policyName: 'Blocking order',
      progress: { done: 0, total: 1 },
      notBefore: null,
      opensAt: null,
    });
    expect(refusal.blockers).toEqual([
      {
        id: idOf('NET-12'),
        key: 'NET-12',
        status: status(category),
        why: { kind: 'status' },
        policyKey: 'default',
        heldById: idOf('VIRT-7'),
        insteadOfId: null,
      },
    ]);
  });

  it('allows once the blocker is done, whether it was given a resolution or not', () => {
    const without = orderOf(pair('done'));
    expect(ask(without, 'VIRT-7')).toEqual({ kind: 'allowed', gate: 'start', flags: [] });
    const done = anIssue('NET-12', { category: 'done', resolution: { id: '1', name: 'Done' } });
    const withOne = orderOf(ordered([done, anIssue('VIRT-7')], [['NET-12', 'VIRT-7']]));
    expect(ask(withOne, 'VIRT-7').kind).toBe('allowed');
  });

  it('never gates the blocker by its successor', () => {
    expect(ask(orderOf(pair('todo')), 'NET-12').kind).toBe('allowed');
  });

  it('D3: counts a pair that is linked twice once', () => {
    const network = anIssue('NET-12');
    const issue = anIssue('VIRT-7', {
      links: [blockedBy(network), blockedBy(network, { id: 'second' })],
    });
    expect(refusalIn(ask(orderOf([issue]), 'VIRT-7')).progress).toEqual({ done: 0, total: 1 });
  });

  it('D7: knows its link type by id when an administrator has renamed it', () => {
    const issue = anIssue('VIRT-7', {
      links: [blockedBy(anIssue('NET-12'), { typeName: 'Holds up' })],
    });
    const byId = rulesOf({ linkTypes: [{ typeId: BLOCKS.typeId, hardness: 'hard' }] });
    expect(ask(orderOf([issue], byId), 'VIRT-7').kind).toBe('refused');
    expect(ask(orderOf([issue], rulesOf()), 'VIRT-7').kind).toBe('allowed');
  });

  it('D7: gates nothing by a type that is no longer there', () => {
    const gone = rulesOf({ linkTypes: [{ typeId: '10999', hardness: 'hard' }] });
    expect(ask(orderOf(pair('todo'), gone), 'VIRT-7').kind).toBe('allowed');
  });

  it('D11: lists only the open one of two blockers and says 1 of 2 done', () => {
    const issues = ordered(
      [anIssue('NET-12', { category: 'done' }), anIssue('UNIX-3'), anIssue('VIRT-7')],
      [
        ['NET-12', 'VIRT-7'],
        ['UNIX-3', 'VIRT-7'],
      ],
    );
    const judgement = ask(orderOf(issues), 'VIRT-7');
    expect(waitsFor(judgement)).toEqual(['UNIX-3']);
    expect(refusalIn(judgement).progress).toEqual({ done: 1, total: 2 });
  });

  it('D16: judges each issue of a bulk move alone', () => {
    const issues = ordered([...pair('todo'), anIssue('VIRT-8')], [['NET-12', 'VIRT-7']]);
    const order = orderOf(issues);
    expect(ask(order, 'VIRT-7').kind).toBe('refused');
    expect(ask(order, 'VIRT-8').kind).toBe('allowed');
  });

  it('D18: lets a listed service account through, flagged, and no other', () => {
    const rules = rulesOf({}, { freeAccountIds: ['automation'] });
    const order = orderOf(pair('todo'), rules);
    expect(ask(order, 'VIRT-7').kind).toBe('refused');
    expect(ask(order, 'VIRT-7', 'inProgress', { accountId: 'automation' })).toEqual({
      kind: 'allowed',
      gate: 'start',
      flags: [{ kind: 'freeAccount', accountId: 'automation', blockerIds: [idOf('NET-12')] }],
    });
  });

  it('D22: gates no move inside In Progress', () => {
    const judgement = ask(orderOf(pair('todo', 'inProgress')), 'VIRT-7');
    expect(judgement).toEqual({ kind: 'allowed', gate: null, flags: [] });
  });

  it('D23: takes the category of a status from the department, not from Jira', () => {
    const ready = { id: '40', name: 'Ready', category: 'inProgress' as const };
    const rules = rulesOf({}, { statusMaps: { VIRT: { '40': 'todo' } } });
    const asked = {
      issueId: idOf('VIRT-7'),
      to: ready,
      mover: { kind: 'unknown' as const },
      now: NOW,
    };
    expect(judgeMove(orderOf(pair('todo'), rules), asked).kind).toBe('allowed');
    expect(judgeMove(orderOf(pair('todo')), asked).kind).toBe('refused');
  });

  it('D23: counts a blocker as done by the status map of its own department', () => {
    const handedOver = { id: '41', name: 'Handed over', category: 'inProgress' as const };
    const issues = ordered(
      [anIssue('NET-12', { status: handedOver }), anIssue('VIRT-7')],
      [['NET-12', 'VIRT-7']],
    );
    const mapped = rulesOf({}, { statusMaps: { NET: { '41': 'done' } } });
    const elsewhere = rulesOf({}, { statusMaps: { UNIX: { '41': 'done' } } });
    expect(ask(orderOf(issues, mapped), 'VIRT-7').kind).toBe('allowed');
    expect(ask(orderOf(issues, elsewhere), 'VIRT-7').kind).toBe('refused');
  });

  it('D28: ignores what is no link between issues of this site', () => {
    const links = [blockedBy(anIssue('NET-12'), { typeId: '10003', typeName: 'Relates' })];
    expect(ask(orderOf([anIssue('VIRT-7', { links })]), 'VIRT-7').kind).toBe('allowed');
  });

  it('D29: reads 500 blockers from one issue, all of them', () => {
    const links = Array.from({ length: 500 }, (_, i) => blockedBy(anIssue(`NET-${i + 1}`)));
    const refusal = refusalIn(ask(orderOf([anIssue('VIRT-7', { links })]), 'VIRT-7'));
    expect(refusal.progress).toEqual({ done: 0, total: 500 });
    expect(refusal.blockers.slice(0, 3).map(({ key }) => key)).toEqual(['NET-1', 'NET-2', 'NET-3']);
  });

  it('D35: gives nobody a silent privilege', () => {
    const order = orderOf(pair('todo'));
    for (const accountId of ['tam', 'reporter', 'admin']) {
      expect(ask(order, 'VIRT-7', 'inProgress', { accountId }).kind).toBe('refused');
    }
  });

  it('D37: only flags a soft link, and a hard one of the same pair wins', () => {
    const soft = { typeId: '10009', typeName: 'Prefer after' };
    const rules = rulesOf({
      linkTypes: [
        { typeId: BLOCKS.typeId, hardness: 'hard' },
        { typeId: soft.typeId, hardness: 'soft' },
      ],
    });
    const network = anIssue('NET-12');
    const softly = anIssue('VIRT-7', { links: [blockedBy(network, soft)] });
    expect(ask(orderOf([softly], rules), 'VIRT-7')).toEqual({
      kind: 'allowed',
      gate: 'start',
      flags: [{ kind: 'soft', blockerIds: [network.id] }],
    });
    const both = anIssue('VIRT-7', { links: [blockedBy(network, soft), blockedBy(network)] });
    const judgement = ask(orderOf([both], rules), 'VIRT-7');
    expect(judgement.kind).toBe('refused');
    expect(flagsIn(judgement)).toEqual([]);
  });

  it('D43: gates the start again after going back to To Do', () => {
    expect(ask(orderOf(pair('inProgress', 'inProgress')), 'VIRT-7', 'todo').kind).toBe('allowed');
    expect(ask(orderOf(pair('inProgress', 'todo')), 'VIRT-7').kind).toBe('refused');
    expect(ask(orderOf(pair('inProgress', 'done')), 'VIRT-7').kind).toBe('refused');
  });

  it('D50: lets customers in a portal through unless the rules gate them', () => {
    const asked = {
      issueId: idOf('VIRT-7'),
      to: status('inProgress'),
      mover: { kind: 'portal' as const },
      now: NOW,
    };
    expect(judgeMove(orderOf(pair('todo')), asked)).toMatchObject({
      kind: 'allowed',
      flags: [{ kind: 'portal', blockerIds: [idOf('NET-12')] }],
    });
    const gated = rulesOf({}, { portal: 'gate' });
    expect(judgeMove(orderOf(pair('todo'), gated), asked).kind).toBe('refused');
  });
});

describe('judgeMove at the finish gate', () => {
  it('is off by default', () => {
    expect(ask(orderOf(pair('todo')), 'VIRT-7', 'done').kind).toBe('allowed');
  });

  it.each(['todo', 'inProgress'] as const)('refuses the move from %s to Done', (category) => {
    const refusal = refusalIn(ask(orderOf(pair('todo', category), finishGate), 'VIRT-7', 'done'));
    expect(refusal.gate).toBe('finish');
    expect(refusal.blockers.map(({ key }) => key)).toEqual(['NET-12']);
  });

  it('D8: holds work whose blocker was opened again, and says since when it is wrong', () => {
    const order = orderOf(pair('inProgress', 'inProgress'), finishGate);
    const judgement = ask(order, 'VIRT-7', 'done');
    expect(judgement.kind).toBe('refused');
    expect(flagsIn(judgement)).toEqual([
      { kind: 'startedBeforeDone', blockerIds: [idOf('NET-12')] },
    ]);
  });

  it('D8: without it the work may end, flagged', () => {
    expect(ask(orderOf(pair('inProgress', 'inProgress')), 'VIRT-7', 'done')).toEqual({
      kind: 'allowed',
      gate: 'finish',
      flags: [{ kind: 'startedBeforeDone', blockerIds: [idOf('NET-12')] }],
    });
  });
});

describe('the direction of a link', () => {
  it.each([
    ['the successor alone', (virt: Issue, net: Issue) => [{ ...virt, links: [blockedBy(net)] }]],
    ['the blocker too', (virt: Issue, net: Issue) => [virt, { ...net, links: [blocks(virt)] }]],
  ])('is the same when it is read from %s', (_, read) => {
    const order = orderOf(read(anIssue('VIRT-7'), anIssue('NET-12')));
    expect(waitsFor(ask(order, 'VIRT-7'))).toEqual(['NET-12']);
    expect(ask(order, 'NET-12').kind).toBe('allowed');
  });
});
