import type { Issue } from '../../../src/core/issue';
import { calendarDate } from '../../../src/core/project/calendar-date';
import { countHidden } from '../../../src/core/project/hidden-items';
import { isOverdue, overviewOf } from '../../../src/core/project/overview';
import { startOverview } from '../../../src/core/project/start-overview';
import { textSearchJql } from '../../../src/core/project/text-search-jql';
import { instant } from '../../../src/core/time';
import { anIssue, BLOCKS, idOf, ordered } from '../../builders/issues';
import { buildOrderGraph } from '../../builders/order-graph';
import { aDepartment } from '../../builders/order-world';

const departments = [
  aDepartment('NET', 'Network'),
  aDepartment('VIRT', 'Virtualisation'),
  aDepartment('BCK', 'Backup'),
];

const overview = (all: readonly Issue[], unseen: readonly string[] = []) => {
  const seen = all.filter(({ key }) => !unseen.includes(key));
  return overviewOf({
    seen,
    unseenKeys: unseen,
    graph: buildOrderGraph(all, BLOCKS.typeId),
    mayKnow: (id) => seen.some((issue) => issue.id === id),
    children: new Map([[idOf('NET-12'), { done: 2, total: 5 }]]),
    departments,
    today: '2026-11-24',
  });
};

const chain = ordered(
  [
    anIssue('BCK-3'),
    anIssue('VIRT-7', { dueDate: '2026-11-24' }),
    anIssue('NET-12', { category: 'inProgress', dueDate: '2026-11-23' }),
    anIssue('NET-9'),
  ],
  [
    ['NET-12', 'VIRT-7'],
    ['VIRT-7', 'BCK-3'],
  ],
);

describe('overviewOf', () => {
  it('puts departments and epics into working order', () => {
    const shown = overview(chain).departments;
    expect(shown.map(({ department, epics }) => [department, epics.map(({ key }) => key)])).toEqual(
      [
        ['Network', ['NET-9', 'NET-12']],
        ['Virtualisation', ['VIRT-7']],
        ['Backup', ['BCK-3']],
      ],
    );
  });

  it('lets a department come before those that wait for it, also when it is done', () => {
    const work = ordered(
      [anIssue('BCK-3'), anIssue('DBA-1'), anIssue('NET-12', { category: 'done' })],
      [['NET-12', 'DBA-1']],
    );
    const shown = overview(work).departments;
    expect(shown.map(({ department, after }) => [department, after])).toEqual([
      ['Network', []],
      ['Project DBA', ['Network']],
      ['Backup', []],
    ]);
  });

  it('puts departments that wait for each other by name', () => {
    const work = ordered(
      [anIssue('VIRT-7'), anIssue('VIRT-8'), anIssue('NET-12'), anIssue('NET-13')],
      [
        ['VIRT-7', 'NET-12'],
        ['NET-13', 'VIRT-8'],
      ],
    );
    const shown = overview(work).departments;
    expect(shown.map(({ department, after }) => [department, after])).toEqual([
      ['Network', ['Virtualisation']],
      ['Virtualisation', ['Network']],
    ]);
  });

  it('lists every wait between the epics shown, with what became of the blocker', () => {
    const work = ordered(
      [anIssue('NET-9', { category: 'done' }), anIssue('NET-12'), anIssue('VIRT-7')],
      [
        ['NET-9', 'NET-12'],
        ['NET-12', 'VIRT-7'],
        ['VIRT-7', 'NET-12'],
      ],
    );
    const epics = overview(work).departments.flatMap((department) => department.epics);
    expect(epics.map(({ key, waitsFor, blockers }) => [key, waitsFor, blockers])).toEqual([
      ['NET-9', [], []],
      [
        'NET-12',
        [],
        [
          { id: idOf('NET-9'), key: 'NET-9', state: 'done' },
          { id: idOf('VIRT-7'), key: 'VIRT-7', state: 'circle' },
        ],
      ],
      ['VIRT-7', [], [{ id: idOf('NET-12'), key: 'NET-12', state: 'circle' }]],
    ]);
  });

  it('tells state, whom an epic waits for, progress and what is overdue', () => {
    const epics = overview(chain).departments.flatMap((department) => department.epics);
    expect(
      epics.map(({ key, state, waitsFor, progress, overdue }) => [
        key,
        state,
        waitsFor,
        progress,
        overdue,
      ]),
    ).toEqual([
      ['NET-9', 'ready', [], null, false],
      ['NET-12', 'running', [], { done: 2, total: 5 }, true],
      ['VIRT-7', 'waiting', ['NET-12'], null, false],
      ['BCK-3', 'waiting', ['VIRT-7'], null, false],
    ]);
  });

  it('counts hidden epics and hidden blockers, and names neither (D4)', () => {
    const shown = overview(chain, ['VIRT-7']);
    expect(shown.hidden).toEqual([{ department: 'Virtualisation', count: 1 }]);
    const backup = shown.departments.find(({ department }) => department === 'Backup');
    expect(backup?.epics).toMatchObject([
      {
        key: 'BCK-3',
        state: 'waiting',
        waitsFor: [],
        hiddenWaits: [{ department: 'Virtualisation', count: 1 }],
      },
    ]);
    expect(JSON.stringify(shown)).not.toContain('VIRT-7');
  });

  it('calls a Jira project that is no department by its own name', () => {
    expect(overview([anIssue('DBA-1')]).departments).toMatchObject([{ department: 'Project DBA' }]);
  });
});

describe('startOverview', () => {
  const circle = ordered(
    [anIssue('NET-12'), anIssue('VIRT-7')],
    [
      ['NET-12', 'VIRT-7'],
      ['VIRT-7', 'NET-12'],
    ],
  );
  const graph = buildOrderGraph(circle, BLOCKS.typeId);
  const [network] = circle as [Issue];

  const show = (mayKnow: (id: string) => boolean) =>
    startOverview(network.id, graph, { accountId: 'oleg', mayKnow }, departments);

  it('shows a circle whose issues the viewer may all browse', () => {
    expect(show(() => true)).toMatchObject({
      state: 'ready',
      start: null,
      cycle: ['NET-12', 'VIRT-7', 'NET-12'],
    });
  });

  it('leaves a gap in a circle for what he may not browse', () => {
    expect(show((id) => id === network.id)).toMatchObject({
      state: 'ready',
      cycle: ['NET-12', null, 'NET-12'],
    });
  });
});

describe('countHidden', () => {
  it('tells when the last of a department is due, unless one of them has no date (D4)', () => {
    const dues: Record<string, string | null> = {
      ...{ 'BCK-3': '2026-11-30', 'BCK-9': '2026-12-04' },
      ...{ 'SECRET-1': '2026-11-25', 'SECRET-2': '2026-11-26' },
    };
    const dueOf = (key: string) => dues[key] ?? null;
    expect(countHidden(Object.keys(dues), departments, dueOf)).toEqual([
      { department: 'Backup', count: 2, due: '2026-12-04' },
      { department: null, count: 2 },
    ]);
    dues['BCK-3'] = null;
    expect(countHidden(['BCK-3', 'BCK-9'], departments, dueOf)).toEqual([
      { department: 'Backup', count: 2, due: null },
    ]);
  });

  it('does not name projects that are no departments', () => {
    expect(countHidden(['BCK-3', 'SECRET-1', 'BCK-9'], departments)).toEqual([
      { department: 'Backup', count: 2 },
      { department: null, count: 1 },
    ]);
  });
});

describe('isOverdue', () => {
  it.each([
    ['2026-11-23', 'todo', true],
    ['2026-11-24', 'todo', false],
    ['2026-11-23', 'done', false],
    [null, 'todo', false],
  ] as const)('due %s and %s, on 2026-11-24: %s', (dueDate, category, expected) => {
    expect(isOverdue(anIssue('NET-1', { dueDate, category }), '2026-11-24')).toBe(expected);
  });
});

describe('calendarDate', () => {
  it.each([
    ['UTC', '2026-11-23'],
    ['Europe/Moscow', '2026-11-24'],
    ['America/New_York', '2026-11-23'],
  ])('of 2026-11-23T22:30Z in %s is %s', (timeZone, expected) => {
    expect(calendarDate(instant(Date.parse('2026-11-23T22:30:00Z')), timeZone)).toBe(expected);
  });
});

describe('textSearchJql', () => {
  it('searches open issues of the departments, the last word unfinished', () => {
    expect(textSearchJql('new VLAN', ['1', '2'])).toBe(
      'project in (1, 2) AND statusCategory != Done AND summary ~ "new VLAN*" ORDER BY updated DESC',
    );
  });

  it('lets no quote, operator or escape reach Jira', () => {
    expect(textSearchJql('a" OR project = SECRET \\ (b)', [])).toBe(
      'statusCategory != Done AND summary ~ "a OR project SECRET b*" ORDER BY updated DESC',
    );
  });

  it('is nothing without a word', () => {
    expect(textSearchJql(' "*" ', ['1'])).toBeNull();
  });
});
