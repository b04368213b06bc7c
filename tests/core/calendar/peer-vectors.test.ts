import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDefinition, Weekday, WorkingTime } from '../../../src/core/calendar/calendar';
import { addWorkingDays } from '../../../src/core/calendar/working-days';
import { workingTime } from '../../../src/core/calendar/working-time';
import { type Instant, instant, millis, type Span } from '../../../src/core/time';

/** Business-time vectors from the test suites of other systems, when they are at hand. */
const folder = join(__dirname, '../../../../shared/data/sla');
const there = existsSync(folder);
const DAY = 86_400_000;

type HoursList = readonly (readonly [string, string])[];
type Vector = {
  readonly id: string;
  readonly calendar: {
    readonly timezone: string;
    readonly hours: Partial<Record<Weekday, HoursList>>;
    readonly holidays: readonly string[];
    readonly recurringHolidays?: readonly string[];
    readonly dateHours?: Record<string, HoursList>;
    readonly breaks?: Record<string, HoursList>;
  };
  readonly op: string;
  readonly start: string;
  readonly end?: string;
  readonly duration?: number;
  readonly days?: number;
  readonly backward?: boolean;
  readonly endOfWorkingDay?: boolean;
  readonly expected: unknown;
  readonly policy?: Record<string, unknown>;
};

/** Values of the sources' switches that this product follows; any other one is skipped by name. */
const OFFERED: Readonly<Record<string, readonly unknown[]>> = {
  deadlineAtClose: ['close', 'nextOpen'],
  zeroDuration: ['keep'],
  negativeElapsed: ['signed'],
  gap: ['shiftForward'],
  overlap: ['first'],
  dayUnit: ['workingDaySameWallTimeThenNextOpen'],
};

const vectors: readonly Vector[] = there
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json') && name !== 'scenarios.json')
      .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Vector[])
  : [];

describe('working time, by the vectors of other systems', () => {
  (there ? it : it.skip)('are at hand (needs ../shared/data/sla)', () => {
    expect(vectors.length).toBeGreaterThan(600);
  });
  for (const vector of vectors) {
    const reason = whyNot(vector);
    const name = `${vector.id}: ${vector.op} from ${vector.start}`;
    (reason === undefined ? it : it.skip)(reason ? `${name} (${reason})` : name, () => {
      expect(answer(vector)).toEqual(expected(vector));
    });
  }
});

function whyNot(vector: Vector): string | undefined {
  const other = Object.entries(vector.policy ?? {}).find(
    ([key, value]) => OFFERED[key]?.includes(value) !== true,
  );
  return other === undefined ? undefined : `not offered: ${other[0]} ${other[1]}`;
}

function answer(vector: Vector): unknown {
  const work = workingTime(definitionOf(vector));
  const start = at(vector.start);
  switch (vector.op) {
    case 'elapsed':
      return work.elapsed(start, at(vector.end as string)) / 1000;
    case 'deadline':
      return deadline(work, start, vector);
    case 'nextOpen':
      return work.nextOpen(start);
    case 'nextClose':
      return work.nextClose(start);
    case 'isOpen':
      return work.isOpen(start);
    case 'prevClose':
      return work.openSpans(instant(start - 90 * DAY), start).at(-1)?.to;
    case 'addDays': {
      const days = (vector.days as number) * (vector.backward === true ? -1 : 1);
      return addWorkingDays(work, start, days, vector.endOfWorkingDay ? 'endOfDay' : 'sameTime');
    }
    case 'segments':
      return segments(work, start, vector);
    default:
      throw new Error(`no such operation: ${vector.op}`);
  }
}

/** The sources list a few segments on, or back, from the start: as far as they listed. */
function segments(work: WorkingTime, start: Instant, vector: Vector): Span[] {
  const listed = expected(vector) as Span[];
  const last = listed.at(-1) as Span;
  return last.to > start
    ? work.openSpans(start, last.to)
    : work.openSpans(last.from, start).reverse();
}

function deadline(work: WorkingTime, start: Instant, vector: Vector): Instant | undefined {
  const due = work.deadline(start, millis((vector.duration as number) * 1000));
  const atNextOpen = vector.policy?.deadlineAtClose === 'nextOpen';
  return due !== undefined && atNextOpen ? work.nextOpen(due) : due;
}

function expected(vector: Vector): unknown {
  if (vector.op === 'segments') {
    return (vector.expected as [string, string][]).map(([from, to]) => ({
      from: at(from),
      to: at(to),
    }));
  }
  if (vector.expected === null) return undefined;
  return typeof vector.expected === 'string' ? at(vector.expected) : vector.expected;
}

function definitionOf({ calendar, id }: Vector): CalendarDefinition {
  const once = calendar.holidays.map((date) => ({ date }));
  const yearly = (calendar.recurringHolidays ?? []).map((date) => ({ date }));
  return {
    key: id,
    name: id,
    timeZone: calendar.timezone,
    week: hoursOf(calendar.hours),
    holidays: [...once, ...yearly],
    dateHours: hoursOf(calendar.dateHours ?? {}),
    breaks: hoursOf(calendar.breaks ?? {}),
  };
}

function hoursOf(hours: Record<string, HoursList>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(hours).map(([day, list]) => [day, list.map(([from, to]) => `${from}-${to}`)]),
  );
}

function at(iso: string): Instant {
  return instant(Date.parse(iso));
}
