import {
  type CalendarDefinition,
  compileCalendar,
  type Holiday,
  type WorkingTime,
} from '../../../../src/core/calendar/calendar';
import { toInstant, toLocal } from '../../../../src/core/calendar/local-dates';
import { parseHours } from '../../../../src/core/calendar/parse-hours';
import type { Policy } from '../../../../src/core/sla/policy/policy';
import { policyCalendars } from '../../../../src/core/sla/policy/policy-calendars';
import { instant } from '../../../../src/core/time';

/** What a calendar of a contract means. Dates are of the calendar's own zone. */
export type CalendarFacts = {
  readonly key: string;
  readonly name: string;
  readonly timeZone: string;
  /** Of a week without holidays. */
  readonly weekMs: number;
  /** As many as are written, shared ones too; a yearly one counts once. */
  readonly holidayCount: number;
  /** The next ones, in order. */
  readonly nextHolidays: readonly Holiday[];
  /** From today on. */
  readonly days: readonly OpenDay[];
};

export type OpenDay = {
  readonly date: string;
  /** `09:00–18:00`; none when closed. */
  readonly hours: readonly string[];
  /** The holiday that it is, by its name or ''. */
  readonly holiday: string | null;
};

const DAY = 86_400_000;
const DAYS_SHOWN = 14;
const HOLIDAYS_SHOWN = 5;

/**
 * The calendars of a policy file as they will be reckoned with: shared holidays, short days and
 * maintenance included. Null for a text that is no policy; a calendar that has faults is left out.
 *
 * Moscow office hours on Tue 2026-11-24 answer 45 h a week and a first day of
 * `{ date: '2026-11-24', hours: ['09:00–18:00'], holiday: null }`.
 */
export function calendarFacts(text: string, now: number): readonly CalendarFacts[] | null {
  try {
    return policyCalendars(JSON.parse(text) as Policy).flatMap((calendar) =>
      factsOf(calendar, now),
    );
  } catch {
    return null;
  }
}

function factsOf(calendar: CalendarDefinition, now: number): CalendarFacts[] {
  try {
    const working = compileCalendar(calendar);
    const { key, name, timeZone, holidays = [] } = calendar;
    const today = toLocal(timeZone, instant(now));
    const midnight = today - (today % DAY);
    return [
      {
        ...{ key, name, timeZone, weekMs: weekOf(calendar), holidayCount: holidays.length },
        nextHolidays: nextOf(holidays, midnight),
        days: Array.from({ length: DAYS_SHOWN }, (_, day) =>
          openDay(calendar, working, midnight + day * DAY),
        ),
      },
    ];
  } catch {
    return [];
  }
}

function openDay(calendar: CalendarDefinition, working: WorkingTime, local: number): OpenDay {
  const { timeZone, holidays = [] } = calendar;
  const time = (at: number) => (at >= local + DAY ? '24:00' : textOf(at).slice(11, 16));
  const spans = working.openSpans(toInstant(timeZone, local), toInstant(timeZone, local + DAY));
  const date = textOf(local).slice(0, 10);
  const holiday = holidays.find((it) => it.date === date || it.date === date.slice(5));
  return {
    date,
    hours: spans.map(
      ({ from, to }) => `${time(toLocal(timeZone, from))}–${time(toLocal(timeZone, to))}`,
    ),
    holiday: holiday ? (holiday.name ?? '') : null,
  };
}

/** A yearly one comes this year or the next. */
function nextOf(holidays: readonly Holiday[], today: number): Holiday[] {
  const first = textOf(today).slice(0, 10);
  const year = Number(first.slice(0, 4));
  const coming = holidays.flatMap((day) => {
    const dates = day.date.length === 5 ? [year, year + 1].map((it) => `${it}-${day.date}`) : [];
    return (dates.length === 0 ? [day.date] : dates).map((date) => ({ ...day, date }));
  });
  const byDate = new Map(coming.map((day) => [day.date, day]));
  return [...byDate.values()]
    .filter(({ date }) => date >= first)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .slice(0, HOLIDAYS_SHOWN);
}

function weekOf({ week }: CalendarDefinition): number {
  const minutes = Object.values(week)
    .flat()
    .map((text) => parseHours(text) ?? { from: 0, to: 0 })
    .reduce((sum, { from, to }) => sum + to - from, 0);
  return minutes * 60_000;
}

/** A local time, which we carry as if it were UTC. */
function textOf(local: number): string {
  return new Date(local).toISOString();
}
