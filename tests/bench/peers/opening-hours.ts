import { loadPackage, type Peer, plainCalendar } from './peer';

type Iterator = { getDate(): Date; getState(): boolean; advance(limit?: Date): boolean };
type OpeningHours = {
  getOpenDuration(from: Date, to: Date): [open: number, unknown: number];
  getIterator(from: Date): Iterator;
};
type OpeningHoursClass = new (text: string, nominatim: null) => OpeningHours;

const DAYS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** OpenStreetMap's opening hours. It has no due date: its own iterator is walked for that. */
export const openingHours: Peer = {
  name: 'opening_hours',
  licence: 'LGPL-3.0-only',
  prepare(calendar) {
    const plain = plainCalendar(calendar);
    if (plain === null) return null;
    const Hours = loadPackage<OpeningHoursClass>('opening_hours');
    process.env.TZ = calendar.timeZone;
    const week = plain.week.flatMap((list, day) =>
      list.length === 0 ? [] : `${DAYS[day]} ${list.map(({ from, to }) => `${from}-${to}`)}`,
    );
    const holidays = plain.holidays.map((date) => {
      const [year, month, day] = date.split('-');
      return `${year} ${MONTHS[Number(month) - 1]} ${day} off`;
    });
    const hours = new Hours([...week, ...holidays].join('; '), null);
    return {
      goesBack: false,
      elapsed: (from, to) =>
        from <= to
          ? hours.getOpenDuration(new Date(from), new Date(to))[0]
          : -hours.getOpenDuration(new Date(to), new Date(from))[0],
      deadline: (from, duration) => walk(hours.getIterator(new Date(from)), from, duration),
    };
  },
};

function walk(iterator: Iterator, from: number, duration: number): number {
  let left = duration;
  let at = from;
  for (;;) {
    const isOpen = iterator.getState();
    if (!iterator.advance()) return isOpen ? at + left : Number.NaN;
    const next = iterator.getDate().getTime();
    if (isOpen) {
      if (next - at >= left) return at + left;
      left -= next - at;
    }
    at = next;
  }
}
