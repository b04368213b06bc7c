import { type NamedBlocker, refusalText } from '../../../src/core/order/refusal-text';

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
