import { TZDate } from '@date-fns/tz';
import { addDays, set, startOfDay } from 'date-fns';
import { type Interval, type Peer, plainCalendar } from './peer';

type Open = { readonly start: number; readonly end: number };

/** What a careful person writes with date-fns: day by day, in the calendar's zone. */
export const dateFnsLoop: Peer = {
  name: 'date-fns day loop (ours)',
  licence: 'MIT',
  prepare(calendar) {
    const plain = plainCalendar(calendar);
    if (plain === null) return null;
    const { timeZone } = calendar;
    const holidays = new Set(plain.holidays);
    const openOn = (day: TZDate): Open[] =>
      holidays.has(dateOf(day))
        ? []
        : (plain.week[day.getDay()] ?? []).map(({ from, to }) => ({
            start: at(day, from),
            end: at(day, to),
          }));
    const forward = (from: number, to: number): number => {
      let total = 0;
      for (let day = startOfDay(new TZDate(from, timeZone)); +day < to; day = addDays(day, 1)) {
        for (const { start, end } of openOn(day)) {
          total += Math.max(0, Math.min(end, to) - Math.max(start, from));
        }
      }
      return total;
    };
    return {
      goesBack: false,
      elapsed: (from, to) => (from <= to ? forward(from, to) : -forward(to, from)),
      deadline: (from, duration) => {
        let left = duration;
        if (left === 0) return from;
        for (let day = startOfDay(new TZDate(from, timeZone)); ; day = addDays(day, 1)) {
          for (const { start, end } of openOn(day)) {
            const begin = Math.max(start, from);
            if (end - begin >= left) return begin + left;
            left -= Math.max(0, end - begin);
          }
        }
      },
    };
  },
};

function at(day: TZDate, time: Interval['from']): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return +set(day, { hours, minutes });
}

function dateOf(day: TZDate): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}
