import fc from 'fast-check';
import { type CalendarDefinition, compileCalendar } from '../../../src/core/calendar/calendar';
import { type Instant, instant, type Millis, millis } from '../../../src/core/time';
import { MinuteReference } from '../../builders/minute-reference';

/**
 * The engine against a minute-by-minute reference. `DIFFERENTIAL_CASES=1000000` asks for a million
 * cases; without it there are a little over 20,000.
 */
const PER_CALENDAR = 200;
const CALENDARS = Math.ceil(Number(process.env.DIFFERENTIAL_CASES ?? 20_400) / PER_CALENDAR);
const YEAR = 365.25 * 86_400_000;
const MINUTE = 60_000;
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const ZONES = [
  ...['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago'],
  ...['Pacific/Apia', 'Africa/Casablanca', 'Asia/Tehran', 'Europe/Moscow'],
  ...['Asia/Kolkata', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'UTC'],
];

const clock = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** Up to three intervals a day, the last of them sometimes far into the next one. */
const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 0, maxLength: 5 })
  .map((points) => [...points].sort((a, b) => a - b))
  .chain((points) =>
    fc.integer({ min: 1, max: 600 }).map((extra) => {
      const list: string[] = [];
      for (let i = 0; i + 1 < points.length; i += 2) {
        list.push(`${clock(points[i] as number)}-${clock(points[i + 1] as number)}`);
      }
      const last = points.length % 2 === 1 ? (points.at(-1) as number) : undefined;
      if (last !== undefined) list.push(`${clock(last)}-${clock(1440 + Math.min(extra, last))}`);
      return list;
    }),
  );

const date = (from: number) =>
  fc
    .integer({ min: 0, max: 7 * 365 })
    .map((day) => new Date(from + day * 86_400_000).toISOString().slice(0, 10));

const aCase = fc.integer({ min: 2005, max: 2028 }).chain((year) => {
  const from = Date.UTC(year, 0, 1);
  const calendar: fc.Arbitrary<CalendarDefinition> = fc.record({
    key: fc.constant('any'),
    name: fc.constant('any'),
    timeZone: fc.constantFrom(...ZONES),
    week: fc
      .tuple(hours, hours, hours, hours, hours, hours, hours)
      .map((days) => Object.fromEntries(days.map((list, i) => [WEEK[i], list]))),
    holidays: fc.array(
      fc
        .oneof(
          date(from),
          date(from).map((text) => text.slice(5)),
        )
        .map((text) => ({ date: text })),
      { maxLength: 15 },
    ),
    dateHours: fc.dictionary(date(from), hours, { maxKeys: 6 }),
    breaks: fc.dictionary(date(from), hours, { maxKeys: 4 }),
  });
  const start = fc.double({ min: from + YEAR / 2, max: from + 1.5 * YEAR, noNaN: true });
  const span = fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x ** 3 * 5 * YEAR);
  const query = fc.tuple(start, span).map(([a, length]) => ({
    from: instant(Math.floor(a)),
    to: instant(Math.floor(a + length)),
  }));
  const queries = fc.array(query, { minLength: PER_CALENDAR, maxLength: PER_CALENDAR });
  return fc.record({ year: fc.constant(year), calendar, queries });
});

describe('working time against a walk over every minute, 12 zones, spans up to five years', () => {
  it(`is the same in ${CALENDARS * PER_CALENDAR} cases`, () => {
    fc.assert(
      fc.property(aCase, ({ year, calendar, queries }) => {
        fc.pre(Object.values(calendar.week).some((list) => list.length > 0));
        const last = Date.UTC(year + 8, 0, 1) / MINUTE;
        const reference = new MinuteReference(calendar, Date.UTC(year, 0, 1) / MINUTE, last);
        const work = compileCalendar(calendar);
        for (const { from, to } of queries) compare(work, reference, from, to);
      }),
      { numRuns: CALENDARS, endOnFailure: true },
    );
  }, 3_600_000);
});

function compare(
  work: ReturnType<typeof compileCalendar>,
  reference: MinuteReference,
  from: Instant,
  to: Instant,
): void {
  const elapsed = reference.elapsed(from, to);
  expectSame('elapsed', from, to, work.elapsed(from, to), elapsed);
  expectSame('backwards', to, from, work.elapsed(to, from), -elapsed + 0);
  expectSame('isOpen', from, to, work.isOpen(from), reference.isOpen(from));
  if (elapsed === 0) return;
  const due = work.deadline(from, elapsed as Millis);
  expectSame('deadline', from, elapsed, due, reference.deadline(from, elapsed));
  const half = millis(Math.ceil(elapsed / 2));
  const early = work.deadline(from, half);
  expectSame('deadline', from, half, early, reference.deadline(from, half));
  expectSame('elapsed to the deadline', from, half, work.elapsed(from, early as Instant), half);
}

/** `expect` is slow, and this asks a hundred thousand times. */
function expectSame(what: string, a: number, b: number, ours: unknown, theirs: unknown): void {
  if (Object.is(ours, theirs) || (ours === 0 && theirs === 0)) return;
  throw new Error(`${what} ${new Date(a).toISOString()} ${b}: ${ours} instead of ${theirs}`);
}
