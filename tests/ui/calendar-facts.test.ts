import { calendarFacts } from '../../static/src/tam-settings/policies/calendar-facts';
import { whatDiffers } from '../../static/src/tam-settings/type-into';
import { goldPolicy } from '../builders/policy-text';

const workdays = ['09:00-18:00'];

/** Tuesday 2026-11-24, 22:30 UTC: Wednesday 01:30 in Moscow. */
const now = Date.parse('2026-11-24T22:30:00Z');

const policy = goldPolicy({
  calendars: [
    {
      ...{ key: 'office', name: 'Office', timeZone: 'Europe/Moscow' },
      week: { mon: workdays, tue: workdays, wed: workdays, thu: workdays, fri: ['09:00-17:00'] },
      holidays: [{ date: '01-01', name: 'New Year' }, { date: '2026-11-26' }],
      holidaySets: ['more'],
      dateHours: { '2026-11-27': ['10:00-12:00', '13:00-15:00'] },
    },
    {
      ...{ key: 'night', name: 'Night shift', timeZone: 'Europe/Berlin' },
      week: { wed: ['22:00-06:00'] },
    },
  ],
  holidaySets: { more: [{ date: '2026-12-01', name: 'Founders' }, { date: '2020-01-02' }] },
});

const [office, night] = calendarFacts(JSON.stringify(policy), now) ?? [];

describe('calendarFacts', () => {
  it('says how long a week is, and counts shared holidays', () => {
    expect(office).toMatchObject({ timeZone: 'Europe/Moscow', holidayCount: 4 });
    expect(office?.weekMs).toBe((4 * 9 + 8) * 3_600_000);
    expect(night?.weekMs).toBe(8 * 3_600_000);
  });

  it('names the next holidays in order, a yearly one on its next date, none of the past', () => {
    expect(office?.nextHolidays).toEqual([
      { date: '2026-11-26' },
      { date: '2026-12-01', name: 'Founders' },
      { date: '2027-01-01', name: 'New Year' },
    ]);
  });

  it('shows two weeks from today in its own zone, with short days and holidays', () => {
    expect(office?.days).toHaveLength(14);
    expect(office?.days.slice(0, 4)).toEqual([
      { date: '2026-11-25', hours: ['09:00–18:00'], holiday: null },
      { date: '2026-11-26', hours: [], holiday: '' },
      { date: '2026-11-27', hours: ['10:00–12:00', '13:00–15:00'], holiday: null },
      { date: '2026-11-28', hours: [], holiday: null },
    ]);
    expect(office?.days[6]).toEqual({ date: '2026-12-01', hours: [], holiday: 'Founders' });
  });

  it('cuts a night in two at midnight', () => {
    // 22:30 UTC is 23:30 in Berlin, still Tuesday there.
    expect(night?.days.slice(0, 3)).toEqual([
      { date: '2026-11-24', hours: [], holiday: null },
      { date: '2026-11-25', hours: ['22:00–24:00'], holiday: null },
      { date: '2026-11-26', hours: ['00:00–06:00'], holiday: null },
    ]);
  });

  it('leaves out a calendar with faults, and is null for what is no policy', () => {
    const [first] = policy.calendars;
    const broken = { ...policy, calendars: [{ ...first, timeZone: 'Mars/Olympus' }] };
    expect(calendarFacts(JSON.stringify(broken), now)).toEqual([]);
    expect(calendarFacts('{', now)).toBeNull();
    expect(calendarFacts('{}', now)).toBeNull();
  });
});

describe('whatDiffers', () => {
  it('is the one stretch that has to be typed', () => {
    expect(whatDiffers('abc', 'abXc')).toEqual({ from: 2, to: 2, inserted: 'X' });
    expect(whatDiffers('aXXb', 'aYb')).toEqual({ from: 1, to: 3, inserted: 'Y' });
    expect(whatDiffers('aa', 'aaa')).toEqual({ from: 2, to: 2, inserted: 'a' });
    expect(whatDiffers('same', 'same')).toEqual({ from: 4, to: 4, inserted: '' });
  });
});
