import {
  type NamedBlocker,
  type Refusal,
  refusalText,
  uncertainText,
} from '../../../src/core/order/rule/refusal-text';
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

/** Always the last words, whatever else has to be left out. */
const WAY_OUT = 'Urgent? Ask for a pass in the TAM panel.';
const WAY_OUT_RU = 'Срочно? Попросите пропуск на панели TAM.';

describe('refusalText', () => {
  it('names the blocker, its department, status, assignee and expected day', () => {
    expect(text([network])).toBe(
      "VIRT-7 can't start yet. It waits for NET-12 (Network, In progress, Anna, expected Tue 24 Nov). Urgent? Ask for a pass in the TAM panel.",
    );
  });

  it('says that nobody is assigned, and leaves out a day that is not set', () => {
    expect(text([{ ...network, assigneeName: null, dueDate: null }])).toBe(
      "VIRT-7 can't start yet. It waits for NET-12 (Network, In progress, not assigned). Urgent? Ask for a pass in the TAM panel.",
    );
  });

  it('counts what the reader may not see, by department (D4)', () => {
    expect(text([network], [['Backup', 1]])).toBe(
      "VIRT-7 can't start yet. It waits for NET-12 (Network, In progress, Anna, expected Tue 24 Nov) and 1 item in Backup. Urgent? Ask for a pass in the TAM panel.",
    );
    expect(
      text(
        [],
        [
          ['Backup', 2],
          [null, 1],
        ],
      ),
    ).toBe(
      "VIRT-7 can't start yet. It waits for 2 items in Backup and 1 item elsewhere. Urgent? Ask for a pass in the TAM panel.",
    );
  });

  it('speaks Russian', () => {
    const refusal = {
      issueKey: 'VIRT-7',
      named: [{ ...network, department: 'Сеть', statusName: 'В работе', assigneeName: 'Анна' }],
      hidden: [{ department: 'Бэкап', count: 2 }],
    };
    expect(refusalText(refusal, 'ru')).toBe(
      'VIRT-7 пока нельзя начать. Ждёт: NET-12 (Сеть, В работе, Анна, срок вт 24 ноя) и 2 задачи в отделе Бэкап. Срочно? Попросите пропуск на панели TAM.',
    );
  });

  it('counts in "more" what does not fit, hidden items too (D29)', () => {
    const said = text(many(17), [['Backup', 2]]);
    expect(said).toMatch(
      /^VIRT-7 can't start yet\. It waits for NET-1 \(.*\), NET-2 \(.*\) and 17 more\. Urgent\? Ask for a pass in the TAM panel\.$/,
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
      "VIRT-7 can't start yet. It waits for NET-1 (N, S, A), NET-2 (N, S, A), NET-3 (N, S, A), NET-4 (N, S, A), NET-5 (N, S, A) and 2 more. Urgent? Ask for a pass in the TAM panel.",
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
      expect(said.endsWith(locale === 'en' ? WAY_OUT : WAY_OUT_RU)).toBe(true);
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
      "VIRT-7 can't start yet. It waits for NET-12 (Network, In progress, Anna). 1 of 2 done. Urgent? Ask for a pass in the TAM panel.",
    );
    expect(full({ named, progress }, 'ru')).toContain(' Завершено 1 из 2. Срочно?');
    expect(full({ named, progress: { done: 0, total: 1 } })).not.toContain('of 1');
  });

  it('D38: gives the time at which a lag ends, in the zone of the site', () => {
    const named = [
      { ...network, statusName: 'Done', why: { kind: 'lag' as const, until: tuesday } },
    ];
    expect(full({ named, timeZone })).toBe(
      "VIRT-7 can't start yet. It waits for NET-12 (Network, Done, but wait until Tue 24 Nov 12:00). Urgent? Ask for a pass in the TAM panel.",
    );
    expect(full({ named, timeZone }, 'ru')).toContain(
      '(Network, Done, но ждать до вт 24 ноя 12:00)',
    );
  });

  it('D39: gives the date before which nobody starts', () => {
    expect(full({ notBefore: tuesday, timeZone })).toBe(
      "VIRT-7 can't start before Tue 24 Nov 12:00. Urgent? Ask for a pass in the TAM panel.",
    );
    expect(full({ notBefore: tuesday, timeZone }, 'ru')).toBe(
      'VIRT-7 нельзя начать раньше вт 24 ноя 12:00. Срочно? Попросите пропуск на панели TAM.',
    );
    expect(full({ named: [network], notBefore: tuesday, timeZone })).toContain(
      ' Not before Tue 24 Nov 12:00. Urgent?',
    );
  });

  it('says that a time is in UTC where nobody knows the zone (D39)', () => {
    expect(full({ notBefore: tuesday })).toContain(
      "VIRT-7 can't start before Tue 24 Nov 09:00 UTC. ",
    );
    expect(full({ notBefore: tuesday, timeZone: null }, 'ru')).toContain(
      'VIRT-7 нельзя начать раньше вт 24 ноя 09:00 UTC. ',
    );
  });

  it('D10: says what a blocker was closed as, and who decides', () => {
    const why = { kind: 'notReleasing' as const, closedAs: { id: '7', name: "Won't Do" } };
    expect(full({ named: [{ ...network, why }] })).toBe(
      "VIRT-7 can't start yet. It waits for NET-12 (Network, closed as Won't Do, so the TAM decides). Urgent? Ask for a pass in the TAM panel.",
    );
  });

  it('D4, D27: counts what nobody can read, and says that a state is unknown', () => {
    const why = { kind: 'unknown' as const, because: 'archived' as const };
    expect(full({ named: [{ ...network, why }], unreadable: 1 })).toBe(
      "VIRT-7 can't start yet. It waits for NET-12 (Network, In progress, archived while open) and 1 item that not even the app can read. Urgent? Ask for a pass in the TAM panel.",
    );
    expect(full({ unreadable: 2 }, 'ru')).toContain('2 задачи, недоступные даже приложению.');
  });

  it('says that it is the finish which is refused', () => {
    expect(full({ named: [network], gate: 'finish' })).toMatch(
      /^VIRT-7 can't be finished yet\. It waits for NET-12/,
    );
    expect(full({ named: [network], gate: 'finish' }, 'ru')).toMatch(
      /^VIRT-7 пока нельзя завершить\. Ждёт: NET-12/,
    );
  });

  it('D52: names the policy', () => {
    expect(full({ named: [network], policyName: 'Night work' })).toContain(
      ' Policy: Night work. Urgent?',
    );
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
        expect(said.endsWith(locale === 'en' ? WAY_OUT : WAY_OUT_RU)).toBe(true);
        expect(said).not.toMatch(/[<>]/);
      }
    },
  );

  it('says how a blocker comes to stand before the issue where its own links do not (D10, D13, D25)', () => {
    const because = (through: NonNullable<NamedBlocker['through']>, locale: 'en' | 'ru' = 'en') =>
      full({ named: [{ ...network, dueDate: null, through }] }, locale);
    expect(because('parent')).toContain(
      'NET-12 (Network, In progress, Anna, blocks the parent issue).',
    );
    expect(because('duplicate')).toContain('Anna, the original of a duplicate).');
    expect(because('copiedLink')).toContain('Anna, by a copied link).');
    expect(because('parent', 'ru')).toContain('Anna, держит родительскую задачу).');
    expect(because('duplicate', 'ru')).toContain('Anna, оригинал дубликата).');
    expect(because('copiedLink', 'ru')).toContain('Anna, связь скопирована).');
  });

  it('says of a done blocker why it still holds (D38)', () => {
    const said = (why: NonNullable<NamedBlocker['why']>, locale: 'en' | 'ru' = 'en') =>
      full({ named: [{ ...network, statusName: 'Done', why }] }, locale);
    expect(said({ kind: 'returned' })).toContain(
      '(Network, Done, but the hand-over was returned).',
    );
    expect(said({ kind: 'lag', until: null })).toContain(
      '(Network, Done, but the time after it never ends).',
    );
    expect(said({ kind: 'unknown', because: 'noDoneDate' })).toContain(
      '(Network, Done, but nobody knows since when).',
    );
    expect(said({ kind: 'returned' }, 'ru')).toContain('(Network, Done, но передача возвращена).');
  });

  it('leaves out what it can do without before the way out, even of the longest key', () => {
    const name = 'Wide 🧑‍🚒 '.repeat(20);
    const issueKey = `${'A'.repeat(10)}-1234567890`;
    const long = { ...network, department: name, statusName: name, assigneeName: name };
    const said = full({
      ...{ issueKey, named: [{ ...long, key: `${issueKey}1`, through: 'parent' }, long] },
      ...{ progress: { done: 11, total: 13 }, policyName: name, notBefore: tuesday },
    });
    expect(said).toContain(` It waits for ${issueKey}1 (`);
    expect(said.endsWith(WAY_OUT)).toBe(true);
    expect([...said].length).toBeLessThanOrEqual(255);
  });

  it('D31: says why nobody could judge, and what to do', () => {
    expect(uncertainText('VIRT-7', 'noAnswer', 'en')).toBe(
      'VIRT-7 was not moved: Jira or the app gave no answer in time, so nobody can tell what it waits for. Try again in a minute.',
    );
    expect(uncertainText('VIRT-7', 'unreadable', 'en')).toBe(
      "VIRT-7 was not moved: the app can't read it, so nobody can tell what it waits for. Ask a Jira administrator to let the app see it.",
    );
    expect(uncertainText('VIRT-7', 'noAnswer', 'ru')).toMatch(
      /^VIRT-7 не перемещена: .+ минуту\.$/,
    );
    expect(uncertainText('VIRT-7', 'unreadable', 'ru')).toMatch(/^VIRT-7 не перемещена: /);
  });
});
