import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CalendarDefinition } from '../../../src/core/calendar/calendar';

/** Working time as another library tells it. Instants and durations in ms. */
export type PreparedPeer = {
  elapsed(from: number, to: number): number;
  /** null: the library has no such question. */
  readonly deadline: ((from: number, duration: number) => number) | null;
  /** A due date can also be asked for before an instant, by a negative duration. */
  readonly goesBack: boolean;
};

/** Another way to do business time. The packages are those of tests/bench/package.json. */
export type Peer = {
  readonly name: string;
  readonly licence: string;
  /** null: the library cannot express such a calendar. */
  prepare(calendar: CalendarDefinition): PreparedPeer | null;
};

/** The bench keeps its packages apart, so they are found from its folder and not from the bundle. */
const benchRequire = createRequire(join(process.cwd(), 'tests/bench/package.json'));

export function loadPackage<Module>(name: string): Module {
  return benchRequire(name) as Module;
}

export function versionOf(name: string): string {
  return (benchRequire(`${name}/package.json`) as { version: string }).version;
}

export const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Interval = { readonly from: string; readonly to: string };

/**
 * The plainest calendars, which everybody can express: intervals within a day, and holidays. null
 * for a calendar with more than that. A yearly holiday is listed for the years of the questions.
 */
export function plainCalendar(calendar: CalendarDefinition): {
  readonly week: readonly (readonly Interval[])[];
  readonly holidays: readonly string[];
} | null {
  const exceptions = { ...calendar.dateHours, ...calendar.breaks };
  if (Object.keys(exceptions).length > 0) return null;
  const week = DAYS.map((day) =>
    (calendar.week[day] ?? []).map((hours) => {
      const [from = '', to = ''] = hours.split('-');
      return { from, to };
    }),
  );
  const isWithinDay = ({ from, to }: Interval) => from < to && to < '24:00';
  if (!week.every((list) => list.every(isWithinDay))) return null;
  const holidays = (calendar.holidays ?? []).flatMap(({ date }) =>
    date.length === 10 ? [date] : YEARS.map((year) => `${year}-${date}`),
  );
  return { week, holidays: [...new Set(holidays)].sort() };
}

const YEARS = Array.from({ length: 26 }, (_, index) => 2005 + index);
