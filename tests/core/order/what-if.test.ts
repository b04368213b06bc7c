import { compileCalendar } from '../../../src/core/calendar/calendar';
import { planBase, planVersion } from '../../../src/core/order/plan/plan-base';
import { rebaseMoves } from '../../../src/core/order/plan/rebase-moves';
import { type WhatIfFacts, whatIf } from '../../../src/core/order/plan/what-if';
import { DEFAULT_POLICY } from '../../../src/core/order/policy/order-policy';
import { calendarDate } from '../../../src/core/project/calendar-date';
import { MSK } from '../../builders/calendars';
import { anIssue, blockedBy, idOf, ordered } from '../../builders/issues';
import { at, NOW, orderOf, rulesOf, said } from '../../builders/judged-order';
import { edge, november, planned, planOf } from '../../builders/plan';

/** Mon-Fri 09-18 in Moscow. The 23rd is a Monday, the 27th a Friday. */
const office = compileCalendar(MSK);
const FACTS: WhatIfFacts = {
  dateOf: (moment) => calendarDate(moment, 'Europe/Moscow'),
  calendarOf: () => office,
};

const moving = (...moves: readonly (readonly [string, number])[]) =>
  new Map(moves.map(([key, day]) => [idOf(key), november(day)]));

/** "VIRT-7 26 -> 30 because NET-12", with the date that was set by hand in between. */
const told = (steps: ReturnType<typeof whatIf>['steps']) =>
  steps.map(({ issue, move, needs, because }) =>
    [
      issue.key,
      ...[issue.due, move, needs].map((date) => date?.slice(-2) ?? '-'),
      ...because.map((id) => id.slice(3)),
    ].join(' '),
  );

/** NET-12 (25th), a working day, VIRT-7 (26th), UNIX-31 (26th); BCK-3 (24th) alone. */
const chain = planOf(
  [planned('BCK-3', 24), planned('NET-12', 25), planned('UNIX-31', 26), planned('VIRT-7', 26)],
  [edge('NET-12', 'VIRT-7', 1), edge('VIRT-7', 'UNIX-31')],
);

describe('whatIf', () => {
  it('D54: pushes all that waits for what is moved, with lags in working days', () => {
    // Friday the 27th and a working day more is Monday the 30th.
    const { steps, end, before, solved } = whatIf(chain, moving(['NET-12', 27]), FACTS);
    expect(told(steps)).toEqual([
      'NET-12 25 27 -',
      'VIRT-7 26 - 30 NET-12',
      'UNIX-31 26 - 30 VIRT-7',
    ]);
    expect(end).toEqual({ before: november(26), after: november(30) });
    expect([before, solved]).toEqual([[], []]);
  });

  it('counts a lag by the calendar of the department that waits', () => {
    // Virtualisation has no calendar: the day after Friday the 27th is a Saturday.
    const calendarOf = (projectKey: string) => (projectKey === 'VIRT' ? null : office);
    const { steps } = whatIf(chain, moving(['NET-12', 27]), { ...FACTS, calendarOf });
    expect(told(steps)).toContain('VIRT-7 26 - 28 NET-12');
  });

  it('pushes nothing where the new date still leaves time', () => {
    const { steps, end } = whatIf(chain, moving(['NET-12', 24], ['BCK-3', 25]), FACTS);
    expect(told(steps)).toEqual(['BCK-3 24 25 -', 'NET-12 25 24 -']);
    expect(end).toEqual({ before: november(26), after: november(26) });
  });

  it('says of a move itself that it is too early', () => {
    const { steps, end } = whatIf(chain, moving(['VIRT-7', 25]), FACTS);
    expect(told(steps)).toEqual(['VIRT-7 26 25 26 NET-12']);
    expect(end).toEqual({ before: november(26), after: november(26) });
  });

  it('tells what is wrong anyway from what the moves do, and what they put right', () => {
    const late = planOf(
      [planned('NET-12', 27), planned('UNIX-31', 30), planned('VIRT-7', 25)],
      [edge('NET-12', 'VIRT-7')],
    );
    const other = whatIf(late, moving(['UNIX-31', 29]), FACTS);
    expect(told(other.steps)).toEqual(['UNIX-31 30 29 -']);
    expect(told(other.before)).toEqual(['VIRT-7 25 - 27 NET-12']);
    const right = whatIf(late, moving(['NET-12', 25]), FACTS);
    expect([told(right.steps), right.before, right.solved]).toEqual([
      ['NET-12 27 25 -'],
      [],
      [idOf('VIRT-7')],
    ]);
    // Worse than it was already: that is the move's doing.
    expect(told(whatIf(late, moving(['NET-12', 30]), FACTS).steps)).toEqual([
      'NET-12 27 30 -',
      'VIRT-7 25 - 30 NET-12',
    ]);
  });

  it('takes the day on which a done blocker was done, and leaves circles alone', () => {
    const plan = planOf(
      [
        planned('BCK-3', 24),
        planned('NET-12', 30, { isOpen: false, doneAt: NOW }),
        planned('VIRT-7', 26),
      ],
      [edge('NET-12', 'VIRT-7', 2), { ...edge('VIRT-7', 'BCK-3'), isOnCircle: true }],
    );
    expect(told(whatIf(plan, moving(['VIRT-7', 24]), FACTS).steps)).toEqual([
      'VIRT-7 26 24 25 NET-12',
    ]);
  });

  it('ends with the open work of the client project that the reader may see', () => {
    const plan = planOf([
      planned('BCK-3', 30, { isSeen: false }),
      planned('NET-12', 30, { isOpen: false }),
      planned('UNIX-31', null),
      planned('VIRT-7', 26),
      planned('VIRT-9', 30, { isLinked: false }),
    ]);
    expect(whatIf(plan, new Map(), FACTS)).toEqual({
      ...{ steps: [], before: [], solved: [], unplanned: 1 },
      end: { before: november(26), after: november(26) },
    });
    const dated = whatIf(plan, moving(['UNIX-31', 27]), FACTS);
    expect([dated.end.after, dated.unplanned]).toEqual([november(27), 0]);
  });
});

describe('planBase', () => {
  const issues = ordered(
    [
      said('NET-12', {
        dueDate: november(25),
        category: 'done',
        categorySince: at('2026-11-20T12:00:00+03:00'),
      }),
      said('VIRT-7', { dueDate: november(26) }),
      said('BCK-3'),
    ],
    [
      ['NET-12', 'VIRT-7'],
      ['VIRT-7', 'BCK-3'],
      ['BCK-3', 'VIRT-7'],
    ],
  );
  const lag = { kind: 'workingDays', days: 2 } as const;
  const rules = rulesOf({ lags: [{ fromProjectKey: 'NET', toProjectKey: 'VIRT', lag }] });
  const scope = {
    ...{ at: NOW, isSeen: (id: string) => id !== idOf('BCK-3') },
    isLinked: (id: string) => id !== idOf('NET-12'),
  };

  it('keeps dates, what is done, and links with their lags, circles marked', () => {
    expect(planBase(orderOf(issues, rules), scope)).toEqual({
      at: NOW,
      issues: [
        planned('BCK-3', null, { isSeen: false }),
        planned('NET-12', 25, {
          ...{ isOpen: false, doneAt: at('2026-11-20T12:00:00+03:00'), isLinked: false },
        }),
        planned('VIRT-7', 26),
      ],
      edges: [
        { ...edge('VIRT-7', 'BCK-3'), isOnCircle: true },
        edge('NET-12', 'VIRT-7', 2),
        { ...edge('BCK-3', 'VIRT-7'), isOnCircle: true },
      ],
    });
  });

  it('leaves out soft links, and blockers that were not read', () => {
    const soft = { typeId: '10077', typeName: 'Better before' };
    const linkTypes = [
      ...DEFAULT_POLICY.linkTypes,
      { typeId: soft.typeId, hardness: 'soft' as const },
    ];
    const links = [blockedBy(anIssue('NET-12'), soft), blockedBy(anIssue('GONE-1'))];
    const order = orderOf([said('NET-12'), said('VIRT-7', { links })], rulesOf({ linkTypes }));
    const { issues: kept, edges } = planBase(order, scope);
    expect([kept.map(({ key }) => key), edges]).toEqual([['NET-12', 'VIRT-7'], []]);
  });

  it('has the same version at any other moment, and another with any other fact', () => {
    const base = planBase(orderOf(issues, rules), scope);
    const later = planBase(orderOf([...issues].reverse(), rules), {
      ...scope,
      at: at('2026-11-24T10:00:00Z'),
    });
    expect(planVersion(later)).toBe(planVersion(base));
    expect(planVersion(base)).toMatch(/^[0-9a-f]{8}$/);
    const others = [
      planBase(orderOf(issues), scope),
      planBase(orderOf(issues, rules), { ...scope, isSeen: () => true }),
      { ...base, issues: base.issues.map((one) => ({ ...one, due: november(27) })) },
      { ...base, edges: base.edges.slice(1) },
    ];
    for (const other of others) expect(planVersion(other)).not.toBe(planVersion(base));
  });
});

describe('rebaseMoves', () => {
  it('D54: keeps the moves that the new data has a place for, and says why others go', () => {
    const now = planOf([
      planned('BCK-3', 24, { isLinked: false }),
      planned('NET-12', 26),
      planned('STO-2', 24, { isSeen: false }),
      planned('UNIX-31', 26, { isOpen: false }),
      planned('VIRT-7', 27),
    ]);
    const moves = moving(
      ...([
        ['NET-12', 27],
        ['VIRT-7', 27],
        ['UNIX-31', 28],
      ] as const),
      ...([
        ['BCK-3', 28],
        ['STO-2', 28],
        ['GONE-1', 28],
      ] as const),
    );
    expect(rebaseMoves(moves, now)).toEqual({
      kept: moving(['NET-12', 27]),
      left: [
        { id: idOf('VIRT-7'), why: 'sameDate' },
        { id: idOf('UNIX-31'), why: 'done' },
        { id: idOf('BCK-3'), why: 'gone' },
        { id: idOf('STO-2'), why: 'gone' },
        { id: idOf('GONE-1'), why: 'gone' },
      ],
    });
  });
});
