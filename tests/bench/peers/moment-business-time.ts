import { loadPackage, type Peer, plainCalendar } from './peer';

type Moment = {
  workingDiff(other: Moment, unit: string): number;
  addWorkingTime(count: number, unit: string): Moment;
  valueOf(): number;
};
type MomentLibrary = {
  (at: number): Moment;
  locale(): string;
  updateLocale(locale: string, data: object): void;
};

/** Its hours are those of the process (TZ), its calendar is one for all (the locale). */
export const momentBusinessTime: Peer = {
  name: 'moment-business-time',
  licence: 'MIT',
  prepare(calendar) {
    const plain = plainCalendar(calendar);
    if (plain === null) return null;
    const moment = loadPackage<MomentLibrary>('moment-business-time');
    process.env.TZ = calendar.timeZone;
    const hours = plain.week.map((list) =>
      list.length === 0 ? null : list.flatMap(({ from, to }) => [`${from}:00`, `${to}:00`]),
    );
    moment.updateLocale(moment.locale(), {
      workinghours: Object.fromEntries(hours.entries()),
      holidays: plain.holidays,
    });
    return {
      goesBack: true,
      elapsed: (from, to) => moment(to).workingDiff(moment(from), 'milliseconds'),
      deadline: (from, duration) => {
        const unit = duration % 60_000 === 0 ? 'minute' : 'second';
        const count = duration / (unit === 'minute' ? 60_000 : 1000);
        return moment(from).addWorkingTime(count, unit).valueOf();
      },
    };
  },
};
