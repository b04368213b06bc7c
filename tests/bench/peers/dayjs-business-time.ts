import { loadPackage, type Peer, plainCalendar } from './peer';

type Day = {
  businessMinutesDiff(other: Day): number;
  addBusinessMinutes(count: number): Day;
  subtractBusinessMinutes(count: number): Day;
  valueOf(): number;
};
type DayLibrary = {
  (at: number): Day;
  extend(plugin: unknown): void;
  setBusinessTime(hours: object): void;
  setHolidays(dates: readonly string[]): void;
};

const NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Its hours are those of the process (TZ), its calendar is one for all; it counts whole minutes. */
export const dayjsBusinessTime: Peer = {
  name: 'dayjs-business-time',
  licence: 'MIT',
  prepare(calendar) {
    const plain = plainCalendar(calendar);
    if (plain === null) return null;
    const dayjs = loadPackage<DayLibrary>('dayjs');
    dayjs.extend(loadPackage('dayjs-business-time'));
    process.env.TZ = calendar.timeZone;
    const hours = plain.week.map((list) =>
      list.length === 0
        ? null
        : list.map(({ from, to }) => ({ start: `${from}:00`, end: `${to}:00` })),
    );
    dayjs.setBusinessTime(Object.fromEntries(hours.map((list, day) => [NAMES[day], list])));
    dayjs.setHolidays(plain.holidays);
    return {
      goesBack: true,
      elapsed: (from, to) => dayjs(from).businessMinutesDiff(dayjs(to)) * 60_000,
      deadline: (from, duration) => {
        const minutes = Math.abs(duration) / 60_000;
        const day = dayjs(from);
        return (
          duration < 0 ? day.subtractBusinessMinutes(minutes) : day.addBusinessMinutes(minutes)
        ).valueOf();
      },
    };
  },
};
