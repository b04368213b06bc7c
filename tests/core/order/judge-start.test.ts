import type { Issue, StatusCategory } from '../../../src/core/issue';
import { listBlockers, listSuccessors } from '../../../src/core/order/block-links';
import { isStart, judgeStart } from '../../../src/core/order/judge-start';
import { buildOrderGraph } from '../../../src/core/order/order-graph';
import { anIssue, BLOCKS, blockedBy, blocks, idOf, ordered } from '../../builders/issues';

const judge = (issues: readonly Issue[], key: string) =>
  judgeStart(buildOrderGraph(issues, BLOCKS.typeId), idOf(key));

const pair = (category: StatusCategory) =>
  ordered([anIssue('NET-12', { category }), anIssue('VIRT-7')], [['NET-12', 'VIRT-7']]);

describe('isStart', () => {
  it.each([
    ['todo', 'inProgress', true],
    ['done', 'inProgress', true],
    ['inProgress', 'inProgress', false],
    ['todo', 'done', false],
    ['todo', 'todo', false],
    ['inProgress', 'done', false],
  ] as const)('from %s to %s: %s (D22, D43)', (from, to, expected) => {
    expect(isStart(from, to)).toBe(expected);
  });
});

describe('the direction of a link', () => {
  const network = anIssue('NET-12');

  it('of inward "is blocked by" puts the other issue before this one', () => {
    const issue = anIssue('VIRT-7', { links: [blockedBy(network)] });
    expect(listBlockers(issue, BLOCKS.typeId).map(({ key }) => key)).toEqual(['NET-12']);
    expect(listSuccessors(issue, BLOCKS.typeId)).toEqual([]);
  });

  it('of outward "blocks" puts the other issue behind this one', () => {
    const issue = anIssue('VIRT-7', { links: [blocks(network)] });
    expect(listBlockers(issue, BLOCKS.typeId)).toEqual([]);
    expect(listSuccessors(issue, BLOCKS.typeId).map(({ key }) => key)).toEqual(['NET-12']);
  });

  it('is the same edge from whichever end it was read', () => {
    const [net, virt] = pair('todo') as [Issue, Issue];
    for (const read of [[net], [virt], [net, virt]]) {
      const graph = buildOrderGraph(read, BLOCKS.typeId);
      expect([...(graph.blockersOf.get(idOf('VIRT-7')) ?? [])]).toEqual([idOf('NET-12')]);
      expect(graph.blockersOf.get(idOf('NET-12'))).toBeUndefined();
    }
  });
});

describe('judgeStart', () => {
  it.each(['todo', 'inProgress'] as const)('refuses while a blocker is %s', (category) => {
    expect(judge(pair(category), 'VIRT-7')).toEqual({
      kind: 'refused',
      waitsFor: [idOf('NET-12')],
      cycle: null,
    });
  });

  it('allows once the blocker is done, with or without a resolution', () => {
    expect(judge(pair('done'), 'VIRT-7')).toEqual({ kind: 'allowed', cycle: null });
  });

  it('never gates the blocker by its successor', () => {
    expect(judge(pair('todo'), 'NET-12').kind).toBe('allowed');
  });

  it('names only the open ones of two blockers (D11)', () => {
    const issues = ordered(
      [anIssue('NET-12', { category: 'done' }), anIssue('UNIX-3'), anIssue('VIRT-7')],
      [
        ['NET-12', 'VIRT-7'],
        ['UNIX-3', 'VIRT-7'],
      ],
    );
    expect(judge(issues, 'VIRT-7')).toMatchObject({ waitsFor: [idOf('UNIX-3')] });
  });

  it('counts a pair that is linked twice once (D3)', () => {
    const network = anIssue('NET-12');
    const issue = anIssue('VIRT-7', {
      links: [blockedBy(network), blockedBy(network, { id: 'second' })],
    });
    expect(judge([issue], 'VIRT-7')).toMatchObject({ waitsFor: [idOf('NET-12')] });
  });

  it('ignores links of other types', () => {
    const network = anIssue('NET-12');
    const relates = { typeId: '10003', typeName: 'Relates' };
    const issue = anIssue('VIRT-7', { links: [blockedBy(network, relates)] });
    expect(judge([issue], 'VIRT-7').kind).toBe('allowed');
  });

  it('knows its link type by id when the administrator has renamed it (D7)', () => {
    const issue = anIssue('VIRT-7', {
      links: [blockedBy(anIssue('NET-12'), { typeName: 'Holds up' })],
    });
    expect(judge([issue], 'VIRT-7').kind).toBe('refused');
  });

  it('knows the type "Blocks" by name while none is configured', () => {
    const issue = anIssue('VIRT-7', { links: [blockedBy(anIssue('NET-12'))] });
    expect(judgeStart(buildOrderGraph([issue], null), issue.id).kind).toBe('refused');
  });

  it('ignores a link to itself, to its parent and to its child (D2)', () => {
    const parent = anIssue('VIRT-1');
    const child = anIssue('VIRT-9', { parentId: idOf('VIRT-7') });
    const issue = anIssue('VIRT-7', { parentId: parent.id });
    const linked = { ...issue, links: [issue, parent, child].map((other) => blockedBy(other)) };
    expect(judge([linked, child], 'VIRT-7').kind).toBe('allowed');
  });

  it('waits for an epic itself, whatever its children do (D14)', () => {
    const child = anIssue('NET-13', { category: 'done', parentId: idOf('NET-12') });
    expect(judge([...pair('inProgress'), child], 'VIRT-7').kind).toBe('refused');
  });
});

describe('a circle of blocks', () => {
  const circle = (categories: readonly StatusCategory[]) => {
    const keys = ['A-1', 'B-1', 'C-1'];
    const issues = keys.map((key, index) =>
      anIssue(key, { category: categories[index] ?? 'todo' }),
    );
    return ordered(issues, [
      ['A-1', 'B-1'],
      ['B-1', 'C-1'],
      ['C-1', 'A-1'],
    ]);
  };

  it('gates none of its members and shows its path (D1)', () => {
    expect(judge(circle([]), 'A-1')).toEqual({
      kind: 'allowed',
      cycle: ['A-1', 'B-1', 'C-1', 'A-1'].map(idOf),
    });
  });

  it('is none once a member is done: then the next one may start', () => {
    const issues = circle(['done']);
    expect(judge(issues, 'B-1')).toEqual({ kind: 'allowed', cycle: null });
    expect(judge(issues, 'C-1')).toMatchObject({ kind: 'refused', waitsFor: [idOf('B-1')] });
  });

  it('still gates a member by a blocker outside of it', () => {
    const outside = anIssue('NET-12');
    const [a, ...rest] = circle([]) as [Issue, Issue, Issue];
    const issues = [{ ...a, links: [...a.links, blockedBy(outside)] }, ...rest];
    expect(judge(issues, 'A-1')).toMatchObject({ kind: 'refused', waitsFor: [outside.id] });
  });

  it('still gates what waits for it from outside', () => {
    const issues = [...circle([]), anIssue('D-1', { links: [blockedBy(anIssue('A-1'))] })];
    expect(judge(issues, 'D-1')).toMatchObject({ kind: 'refused', waitsFor: [idOf('A-1')] });
  });

  it('of two is links in both directions (D3)', () => {
    const issues = ordered(
      [anIssue('A-1'), anIssue('B-1')],
      [
        ['A-1', 'B-1'],
        ['B-1', 'A-1'],
      ],
    );
    expect(judge(issues, 'A-1')).toEqual({
      kind: 'allowed',
      cycle: ['A-1', 'B-1', 'A-1'].map(idOf),
    });
  });
});
