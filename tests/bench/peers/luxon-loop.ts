import { loadPackage, type Peer, plainCalendar } from './peer';

type LuxonDate = {
  readonly weekday: number;
  startOf(unit: 'day'): LuxonDate;
  plus(amount: { days: number }): LuxonDate;
  set(values: { hour: number; minute: number }): LuxonDate;
  toISODate(): string;
  toMillis(): number;
};
type Luxon = { DateTime: { fromMillis(at: number, options: { zone: string }): LuxonDate } };

/** The same day by day with Luxon, whose dates know their zone. */
export const luxonLoop: Peer = {
  name: 'Luxon day loop (ours)',
  licence: 'MIT',
  prepare(calendar) {
    const plain = plainCalendar(calendar);
    if (plain === null) return null;
    const { DateTime } = loadPackage<Luxon>('luxon');
    const holidays = new Set(plain.holidays);
    const dayOf = (at: number) =>
      DateTime.fromMillis(at, { zone: calendar.timeZone }).startOf('day');
    const openOn = (day: LuxonDate): [number, number][] =>
      holidays.has(day.toISODate())
        ? []
        : (plain.week[day.weekday % 7] ?? []).map(({ from, to }) => [at(day, from), at(day, to)]);
    const forward = (from: number, to: number): number => {
      let total = 0;
      for (let day = dayOf(from); day.toMillis() < to; day = day.plus({ days: 1 })) {
        for (const [start, end] of openOn(day)) {
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
        for (let day = dayOf(from); ; day = day.plus({ days: 1 })) {
          for (const [start, end] of openOn(day)) {
            const begin = Math.max(start, from);
            if (end - begin >= left) return begin + left;
            left -= Math.max(0, end - begin);
          }
        }
      },
    };
  },
};

function at(day: LuxonDate, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute }).toMillis();
}
