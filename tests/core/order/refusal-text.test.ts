import {
  type NamedBlocker,
  type Refusal,
  refusalText,
  uncertainText,
} from '../../../src/core/order/refusal-text';
import { at } from '../../builders/judged-order';

const network: NamedBlocker = {
  key: 'NET-12',
  department: 'Network',
  statusName: 'In progress',
  assigneeName: 'Anna',
  dueDate: '2026-11-24',
};

const many = (count: number): NamedBlocker[] =>
  Array.from({ length: count }, (_, index) => ({ ...network, key: `NET-${index + 1}` }));

const text = (named: readonly NamedBlocker[], hidden: readonly [string | null, number][] = []) =>
  refusalText(
    {
      issueKey: 'VIRT-7',
      named,
      hidden: hidden.map(([department, count]) => ({ department, count })),
    },
    'en',
  );

describe('refusalText', () => {
  it('names the blocker, its department, status, assignee and expected day', () => {
    expect(text([network])).toBe(
      "VIRT-7 can't start yet. It waits for NET-12 (Network, In progress, Anna, expected Tue 24 Nov).",
    );
  });

  it('says that nobody is assigned, and leaves out a day that is not set', () => {
    expect(text([{ ...network, assigneeName: null, dueDate: null }])).toBe(
      "VIRT-7 can't start yet. It waits for NET-12 (Network, In progress, not assigned).",
    );
  });

  it('counts what the reader may not see, by department (D4)', () => {
    expect(text([network], [['Backup', 1]])).toBe(
      "VIRT-7 can't start yet. It waits for NET-12 (Network, In progress, Anna, expected Tue 24 Nov) and 1 item in Backup.",
    );
    expect(
      text(
        [],
        [
          ['Backup', 2],
          [null, 1],
        ],
      ),
    ).toBe("VIRT-7 can't start yet. It waits for 2 items in Backup and 1 item elsewhere.");
  });

  it('speaks Russian', () => {
    const refusal = {
      issueKey: 'VIRT-7',
      named: [{ ...network, department: 'Сеть', statusName: 'В работе', assigneeName: 'Анна' }],
      hidden: [{ department: 'Бэкап', count: 2 }],
    };
    expect(refusalText(refusal, 'ru')).toBe(
      'VIRT-7 пока нельзя начать. Сначала нужно завершить: NET-12 (Сеть, В работе, Анна, ожидается вт 24 ноя) и 2 задачи в отделе Бэкап.',
    );
  });

  it('counts in "more" what does not fit, hidden items too (D29)', () => {
    const said = text(many(17), [['Backup', 2]]);
    expect(said).toMatch(
      /^VIRT-7 can't start yet\. It waits for NET-1 \(.*\), NET-2 \(.*\) and 1[5-7] more\.$/,
    );
    expect([...said].length).toBeLessThanOrEqual(255);
  });

  it('names at most five', () => {
    const short = many(7).map((blocker) => ({
      ...blocker,
      department: 'N',
      statusName: 'S',
      assigneeName: 'A',
      dueDate: null,
    }));
    expect(text(short)).toBe(
      "VIRT-7 can't start yet. It waits for NET-1 (N, S, A), NET-2 (N, S, A), NET-3 (N, S, A), NET-4 (N, S, A), NET-5 (N, S, A) and 2 more.",
    );
  });

  it.each([
    ['very long names', 'x'.repeat(300)],
    ['emoji, counted in code points', '🧑‍🚒'.repeat(100)],
    ['right-to-left names', 'שרה'.repeat(60)],
  ])('stays within 255 code points and still names one blocker with %s (D48)', (_what, name) => {
    const long = { ...network, department: name, statusName: name, assigneeName: name };
    for (const locale of ['en', 'ru'] as const) {
      const said = refusalText(
        { issueKey: 'VIRT-7', named: [long, long], hidden: [{ department: name, count: 3 }] },
        locale,
      );
      expect([...said].length).toBeLessThanOrEqual(255);
      expect(said).toContain('NET-12 (');
    }
  });

  it('keeps markup and line breaks of names from working (D48)', () => {
    const said = text([{ ...network, assigneeName: '<b>Anna</b>\n"A"', department: 'R&D' }]);
    expect(said).toContain('(R&D, In progress, ‹b›Anna‹/b› "A", expected');
  });

  it('keeps a right-to-left name from turning the rest of the sentence (D48)', () => {
    const said = text([{ ...network, assigneeName: '\u202eשרה' }]);
    expect(said).toContain('In progress, \u2068שרה\u2069, expected Tue 24 Nov');
  });
});

describe('refusalText of more than an open status', () => {
  const full = (changes: Partial<Refusal>, locale: 'en' | 'ru' = 'en') =>
    refusalText({ issueKey: 'VIRT-7', named: [], hidden: [], ...changes }, locale);
  const tuesday = at('2026-11-24T12:00:00+03:00');
  const timeZone = 'Europe/Moscow';

  it('D11: says how many of them are done', () => {
    const named = [{ ...network, dueDate: null }];
    const progress = { done: 1, total: 2 };
    expect(full({ named, progress })).toBe(
      "VIRT-7 can't start yet. It waits for NET-12 (Network, In progress, Anna). 1 of 2 done.",
    );
    expect(full({ named, progress }, 'ru')).toMatch(/ Завершено 1 из 2\.$/);
    expect(full({ named, progress: { done: 0, total: 1 } })).not.toContain('of 1');
  });

  it('D38: gives the time at which a lag ends, in the zone of the site', () => {
    const named = [
      { ...network, statusName: 'Done', why: { kind: 'lag' as const, until: tuesday } },
    ];
    expect(full({ named, timeZone })).toBe(
      "VIRT-7 can't start yet. It waits for NET-12 (Network, Done, wait until Tue 24 Nov 12:00).",
    );
    expect(full({ named, timeZone }, 'ru')).toContain('(Network, Done, ждать до вт 24 ноя 12:00)');
  });

  it('D39: gives the date before which nobody starts', () => {
    expect(full({ notBefore: tuesday, timeZone })).toBe(
      "VIRT-7 can't start before Tue 24 Nov 12:00.",
    );
    expect(full({ notBefore: tuesday, timeZone }, 'ru')).toBe(
      'VIRT-7 нельзя начать раньше вт 24 ноя 12:00.',
    );
    expect(full({ named: [network], notBefore: tuesday, timeZone })).toMatch(
      / Not before Tue 24 Nov 12:00\.$/,
    );
  });

  it('says that a time is in UTC where nobody knows the zone (D39)', () => {
    expect(full({ notBefore: tuesday })).toBe("VIRT-7 can't start before Tue 24 Nov 09:00 UTC.");
    expect(full({ notBefore: tuesday, timeZone: null }, 'ru')).toBe(
      'VIRT-7 нельзя начать раньше вт 24 ноя 09:00 UTC.',
    );
  });

  it('D10: says what a blocker was closed as, and who has to confirm', () => {
    const why = { kind: 'notReleasing' as const, closedAs: { id: '7', name: "Won't Do" } };
    expect(full({ named: [{ ...network, why }] })).toBe(
      "VIRT-7 can't start yet. It waits for NET-12 (Network, closed as Won't Do, the TAM has to confirm).",
    );
  });

  it('D4, D27: counts what nobody can read, and says that a state is unknown', () => {
    const why = { kind: 'unknown' as const, because: 'archived' as const };
    expect(full({ named: [{ ...network, why }], unreadable: 1 })).toBe(
      "VIRT-7 can't start yet. It waits for NET-12 (Network, In progress, archived, state unknown) and 1 item that the app can't read.",
    );
    expect(full({ unreadable: 2 }, 'ru')).toContain('2 задачи, недоступные приложению.');
  });

  it('says that it is the finish which is refused', () => {
    expect(full({ named: [network], gate: 'finish' })).toMatch(
      /^VIRT-7 can't be finished yet\. It waits for NET-12/,
    );
    expect(full({ named: [network], gate: 'finish' }, 'ru')).toMatch(
      /^VIRT-7 пока нельзя завершить\. Сначала нужно завершить: NET-12/,
    );
  });

  it('D52: names the policy', () => {
    expect(full({ named: [network], policyName: 'Night work' })).toMatch(/ Policy: Night work\.$/);
  });

  it.each(['en', 'ru'] as const)(
    'D48: names one blocker within 255 code points, whatever the names (%s)',
    (locale) => {
      const name = '🧑‍🚒<b>שרה'.repeat(40);
      const why = { kind: 'notReleasing' as const, closedAs: { id: '7', name } };
      const long = { ...network, department: name, statusName: name, assigneeName: name };
      for (const blocker of [long, { ...long, why }]) {
        const said = full(
          {
            ...{ named: [blocker, long, long], hidden: [{ department: name, count: 3 }] },
            ...{ unreadable: 2, progress: { done: 11, total: 19 }, policyName: name },
            ...{ notBefore: tuesday },
          },
          locale,
        );
        expect([...said].length).toBeLessThanOrEqual(255);
        expect(said).toContain('NET-12 (');
        expect(said).not.toMatch(/[<>]/);
      }
    },
  );

  it('D31: says why nobody could judge', () => {
    expect(uncertainText('VIRT-7', 'Jira does not answer', 'en')).toBe(
      'Nobody can tell right now whether VIRT-7 may move on: Jira does not answer. Try again in a minute.',
    );
    expect([...uncertainText('VIRT-7', 'x'.repeat(900), 'ru')].length).toBeLessThanOrEqual(255);
  });
});
