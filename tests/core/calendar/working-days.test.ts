import { compileCalendar } from '../../../src/core/calendar/calendar';
import { endOfDate } from '../../../src/core/calendar/local-dates';
import { addWorkingDays } from '../../../src/core/calendar/working-days';
import { instant } from '../../../src/core/time';
import { BER, BERLIN_ALWAYS, MSK, NIGHT } from '../../builders/calendars';
import { moscow } from '../../builders/incident';

const iso = (at: number | undefined | null) => (at == null ? at : new Date(at).toISOString());
const utc = (text: string) => instant(Date.parse(text));

/** 2026-11-20 is a Friday; Mon-Fri 09-18 in Moscow. */
describe('addWorkingDays (Europe/Moscow)', () => {
  const work = compileCalendar(MSK);

  it.each([
    ['Fri 12:00 and 2 days is Tue 12:00', '2026-11-20T12:00', 2, 'sameTime', '2026-11-24T12:00'],
    ['Sat 12:00 and 1 day is Mon 12:00', '2026-11-21T12:00', 1, 'sameTime', '2026-11-23T12:00'],
    ['Fri 19:00 and 1 day is Tue 09:00', '2026-11-20T19:00', 1, 'sameTime', '2026-11-24T09:00'],
    ['Fri 19:00 and 1 day closes Mon', '2026-11-20T19:00', 1, 'closing', '2026-11-23T18:00'],
    ['Fri 12:00 and 1 day ends Mon 18:00', '2026-11-20T12:00', 1, 'endOfDay', '2026-11-23T18:00'],
    ['Mon 12:00 less 1 day is Fri 12:00', '2026-11-23T12:00', -1, 'sameTime', '2026-11-20T12:00'],
    ['Tue 08:00 less 1 day is Fri 18:00', '2026-11-24T08:00', -1, 'sameTime', '2026-11-20T18:00'],
  ] as const)('%s', (_sentence, from, days, dayEnd, expected) => {
    expect(addWorkingDays(work, moscow(from), days, dayEnd)).toBe(moscow(expected));
  });

  it('passes over holidays, and gives up on a calendar that never opens', () => {
    const holiday = compileCalendar({ ...MSK, holidays: [{ date: '2026-11-23' }] });
    expect(addWorkingDays(holiday, moscow('2026-11-20T12:00'), 1)).toBe(moscow('2026-11-24T12:00'));
    const once = compileCalendar({
      ...MSK,
      week: {},
      dateHours: { '2020-01-01': ['09:00-18:00'] },
    });
    expect(addWorkingDays(once, moscow('2026-11-20T12:00'), 1)).toBeUndefined();
  });
});

describe('addWorkingDays (Europe/Berlin)', () => {
  it('keeps the time of day over the change of clocks: Fri 27.03. 12:00 and 1 day is Mon 12:00', () => {
    const due = addWorkingDays(compileCalendar(BER), utc('2026-03-27T12:00+01:00'), 1);
    expect(iso(due)).toBe('2026-03-30T10:00:00.000Z');
  });

  it('knows a night shift by the day it begins on, and ends it there: Fri and 1 day is Sun 06:00', () => {
    const due = addWorkingDays(
      ...[compileCalendar(NIGHT), utc('2026-11-20T23:00+01:00'), 1, 'endOfDay' as const],
    );
    expect(iso(due)).toBe('2026-11-22T05:00:00.000Z');
  });

  it('ends a day of 24 hours at midnight', () => {
    const work = compileCalendar(BERLIN_ALWAYS);
    const due = addWorkingDays(work, utc('2026-11-20T23:00+01:00'), 1, 'endOfDay');
    expect(iso(due)).toBe('2026-11-21T23:00:00.000Z');
  });
});

describe('endOfDate', () => {
  it.each([
    ['Europe/Moscow', '2026-11-23', '2026-11-23T21:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['UTC', '2026-12-31', '2027-01-01T00:00:00.000Z'],
  ])('in %s of %s is %s', (zone, date, expected) => {
    expect(iso(endOfDate(zone, date))).toBe(expected);
  });

  it('of no date is nothing', () => expect(endOfDate('UTC', 'soon')).toBeNull());
});
