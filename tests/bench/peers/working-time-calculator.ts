import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns';
import { loadPackage, type Peer, plainCalendar } from './peer';

type Calculator = {
  addWorkingHours(days: number[], from: string, to: string, timeZone: string): void;
  excludeBetween(from: Date, to: Date): void;
  calcMillisecondsBetween(from: Date, to: Date): number;
};

/** Knows a zone, several intervals and exclusions; it has no due date and no sign. */
export const workingTimeCalculator: Peer = {
  name: 'working-time-calculator',
  licence: 'ISC',
  prepare(calendar) {
    const plain = plainCalendar(calendar);
    if (plain === null) return null;
    const Class = loadPackage<new () => Calculator>('working-time-calculator');
    const calculator = new Class();
    for (const [day, list] of plain.week.entries()) {
      for (const { from, to } of list) {
        calculator.addWorkingHours([day === 0 ? 7 : day], from, to, calendar.timeZone);
      }
    }
    for (const date of plain.holidays) {
      const [year, month, day] = date.split('-').map(Number) as [number, number, number];
      const start = new TZDate(year, month - 1, day, calendar.timeZone);
      calculator.excludeBetween(new Date(+start), new Date(+addDays(start, 1)));
    }
    const between = (from: number, to: number) =>
      calculator.calcMillisecondsBetween(new Date(from), new Date(to));
    return {
      goesBack: false,
      elapsed: (from, to) => (from <= to ? between(from, to) : -between(to, from)),
      deadline: null,
    };
  },
};
