import type { CalendarDefinition, Weekday } from './calendar';
import { isSkippedDay, localToInstant } from './local-to-instant';
import { type Hours, parseHours } from './parse-hours';
import { zoneShifts } from './zone-shifts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const WEEKDAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Starts and ends in rising order, apart from each other: touching intervals are one. */
export type Intervals = { readonly starts: number[]; readonly ends: number[] };

/**
 * When a valid calendar is open between two instants, clipped to them.
 *
 * Mon-Fri 09-18, from Mon 12:00 to Tue 10:00: Mon 12-18 and Tue 09-10.
 */
export function openIntervals(definition: CalendarDefinition, from: number, to: number): Intervals {
  // Hours reach two days on (48:00) and zones differ by up to 14 hours: three days of margin.
  const firstDay = Math.floor(from / DAY) * DAY - 3 * DAY;
  const clock = zoneShifts(definition.timeZone, firstDay - DAY, to + 3 * DAY);
  const toInstant = localToInstant(clock);
  const hoursOf = hoursByDate(definition);
  const found: [number, number][] = [];
  for (let day = firstDay; day < to + 2 * DAY; day += DAY) {
    const hours = hoursOf(day);
    if (hours.length === 0) continue;
    if (clock.shifts.length > 0 && isSkippedDay(clock, day, day + DAY)) continue;
    for (const open of hours) {
      const start = Math.max(from, toInstant(day + open.from * MINUTE));
      const end = Math.min(to, toInstant(day + open.to * MINUTE));
      if (start < end) found.push([start, end]);
    }
  }
  const closures = (definition.closures ?? []).map((closure): [number, number] => [
    Date.parse(closure.from),
    Date.parse(closure.to),
  ]);
  const breaks = Object.entries(definition.breaks ?? {}).flatMap(([date, list]) =>
    parseAll(list).map((hours): [number, number] => [
      toInstant(Date.parse(date) + hours.from * MINUTE),
      toInstant(Date.parse(date) + hours.to * MINUTE),
    ]),
  );
  return withoutBreaks(merged(found), merged([...breaks, ...closures]));
}

/** The hours of a local day, given as the ms of its midnight read as UTC. */
function hoursByDate(definition: CalendarDefinition): (day: number) => readonly Hours[] {
  const week = WEEKDAYS.map((day) => parseAll(definition.week[day] ?? []));
  const byDate = new Map<string, readonly Hours[]>();
  for (const [date, list] of Object.entries(definition.dateHours ?? {})) {
    byDate.set(date, parseAll(list));
  }
  const holidays = new Set((definition.holidays ?? []).map((holiday) => holiday.date));
  const everyWeekIsAlike = byDate.size === 0 && holidays.size === 0;
  return (day) => {
    const weekday = week[(day / DAY + 4) % 7] ?? [];
    if (everyWeekIsAlike) return weekday;
    const date = new Date(day).toISOString().slice(0, 10);
    const yearly = date.slice(5);
    if (holidays.has(date) || holidays.has(yearly)) return [];
    return byDate.get(date) ?? byDate.get(yearly) ?? weekday;
  };
}

function parseAll(list: readonly string[]): readonly Hours[] {
  return list.map((text) => {
    const hours = parseHours(text);
    if (hours === undefined) throw new Error(`not hours: "${text}"`);
    return hours;
  });
}

function merged(found: [number, number][]): Intervals {
  found.sort((a, b) => a[0] - b[0]);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [start, end] of found) {
    const last = ends.length - 1;
    if (last >= 0 && start <= (ends[last] as number)) {
      ends[last] = Math.max(ends[last] as number, end);
    } else {
      starts.push(start);
      ends.push(end);
    }
  }
  return { starts, ends };
}

function withoutBreaks(open: Intervals, breaks: Intervals): Intervals {
  if (breaks.starts.length === 0) return open;
  const starts: number[] = [];
  const ends: number[] = [];
  const keep = (start: number, end: number): void => {
    if (start >= end) return;
    starts.push(start);
    ends.push(end);
  };
  let next = 0;
  open.starts.forEach((openStart, index) => {
    const end = open.ends[index] as number;
    let start = openStart;
    while (next < breaks.starts.length && (breaks.ends[next] as number) <= start) next++;
    for (let b = next; b < breaks.starts.length && (breaks.starts[b] as number) < end; b++) {
      keep(start, breaks.starts[b] as number);
      start = Math.max(start, breaks.ends[b] as number);
    }
    keep(start, end);
  });
  return { starts, ends };
}
