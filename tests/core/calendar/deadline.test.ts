import { type CalendarDefinition, compileCalendar } from '../../../src/core/calendar/calendar';
import { parseDuration } from '../../../src/core/sla/policy/parse-duration';
import { type Instant, instant, type Millis } from '../../../src/core/time';
import { BER, BERLIN_ALWAYS, LUNCH, MOSCOW_ALWAYS, MSK, NIGHT } from '../../builders/calendars';

const at = (iso: string): Instant => instant(Date.parse(iso));
const iso = (due: Instant | undefined) =>
  due === undefined ? 'never' : new Date(due).toISOString();
const utc = (text: string) => new Date(Date.parse(text)).toISOString();

type Row = readonly [
  sentence: string,
  calendar: CalendarDefinition,
  start: string,
  goal: string,
  due: string,
];

const longHolidays: CalendarDefinition = {
  ...MSK,
  holidays: [
    { date: '12-31' },
    ...Array.from({ length: 10 }, (_, i) => ({
      date: `2027-01-${String(i + 1).padStart(2, '0')}`,
    })),
  ],
};
const shortEve: CalendarDefinition = { ...MSK, dateHours: { '2026-12-31': ['09:00-17:00'] } };
const workingSaturday: CalendarDefinition = {
  ...MSK,
  dateHours: { '2026-11-21': ['09:00-18:00'] },
};

/** Instants carry their offset: +03:00 is Moscow, +01:00 and +02:00 Berlin. */
const rows: readonly Row[] = [
  ['Sat 15:00 + 4 h is Mon 13:00', MSK, '2026-11-21T15:00+03:00', '4h', '2026-11-23T13:00+03:00'],
  ['Fri 17:30 + 4 h is Mon 12:30', MSK, '2026-11-20T17:30+03:00', '4h', '2026-11-23T12:30+03:00'],
  ['Mon 07:00 + 1 h is Mon 10:00', MSK, '2026-11-23T07:00+03:00', '1h', '2026-11-23T10:00+03:00'],
  [
    'at closing time it is closed: Fri 18:00 + 1 h is Mon 10:00',
    MSK,
    ...(['2026-11-20T18:00+03:00', '1h', '2026-11-23T10:00+03:00'] as const),
  ],
  [
    'a whole day ends with the window: Mon 09:00 + 9 h is Mon 18:00',
    MSK,
    ...(['2026-11-23T09:00+03:00', '9h', '2026-11-23T18:00+03:00'] as const),
  ],
  [
    'and a second more is Tue 09:00:01',
    MSK,
    ...(['2026-11-23T09:00+03:00', '9h 1s', '2026-11-24T09:00:01+03:00'] as const),
  ],
  [
    'holidays from 31.12 to 10.01: Wed 30.12 16:00 + 4 h is Mon 11.01 11:00',
    longHolidays,
    ...(['2026-12-30T16:00+03:00', '4h', '2027-01-11T11:00+03:00'] as const),
  ],
  [
    'a short 31.12 until 17:00: Thu 16:30 + 1 h is Fri 01.01 09:30',
    shortEve,
    ...(['2026-12-31T16:30+03:00', '1h', '2027-01-01T09:30+03:00'] as const),
  ],
  [
    'a Saturday declared working: Fri 17:30 + 4 h is Sat 12:30',
    workingSaturday,
    ...(['2026-11-20T17:30+03:00', '4h', '2026-11-21T12:30+03:00'] as const),
  ],
  [
    'the lunch break does not count: Mon 12:30 + 1 h is Mon 14:30',
    LUNCH,
    ...(['2026-11-23T12:30+03:00', '1h', '2026-11-23T14:30+03:00'] as const),
  ],
  [
    '24x7 in Berlin over the spring change: Sat 22:00 + 8 h is Sun 07:00',
    BERLIN_ALWAYS,
    ...(['2026-03-28T22:00+01:00', '8h', '2026-03-29T07:00+02:00'] as const),
  ],
  [
    '24x7 in Berlin over the autumn change: Sat 22:00 + 8 h is Sun 05:00',
    BERLIN_ALWAYS,
    ...(['2026-10-24T22:00+02:00', '8h', '2026-10-25T05:00+01:00'] as const),
  ],
  [
    'office hours over the spring change: Fri 17:00 + 2 h is Mon 10:00',
    BER,
    ...(['2026-03-27T17:00+01:00', '2h', '2026-03-30T10:00+02:00'] as const),
  ],
  [
    'the night of the spring change has 7 hours: Sat 22:00 + 8 h is Sun 23:00',
    NIGHT,
    ...(['2026-03-28T22:00+01:00', '8h', '2026-03-29T23:00+02:00'] as const),
  ],
  [
    'the night of the autumn change has 9 hours: Sat 22:00 + 8 h is Sun 05:00',
    NIGHT,
    ...(['2026-10-24T22:00+02:00', '8h', '2026-10-25T05:00+01:00'] as const),
  ],
];

describe('deadline (Moscow and Berlin)', () => {
  it.each(rows)('%s', (_sentence, calendar, start, goal, due) => {
    const work = compileCalendar(calendar);
    const duration = parseDuration(goal) as Millis;
    expect(iso(work.deadline(at(start), duration))).toBe(utc(due));
    expect(work.elapsed(at(start), at(due))).toBe(duration);
  });
});

describe('the length of a 24x7 day', () => {
  it.each([
    ['Berlin on 29.03.2026 has 23 hours', BERLIN_ALWAYS, '2026-03-29', '+01:00', '+02:00', 23],
    ['Berlin on 25.10.2026 has 25 hours', BERLIN_ALWAYS, '2026-10-25', '+02:00', '+01:00', 25],
    ['Moscow on 29.03.2026 has 24 hours', MOSCOW_ALWAYS, '2026-03-29', '+03:00', '+03:00', 24],
  ] as const)('%s', (_sentence, calendar, day, before, after, hours) => {
    const start = at(`${day}T00:00${before}`);
    const nextDay = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    const end = at(`${nextDay}T00:00${after}`);
    expect(compileCalendar(calendar).elapsed(start, end)).toBe(hours * 3_600_000);
  });
});
