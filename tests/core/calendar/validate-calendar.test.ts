import { compileCalendar } from '../../../src/core/calendar/calendar';
import { validateCalendar } from '../../../src/core/calendar/validate-calendar';
import { MSK, NIGHT } from '../../builders/calendars';

describe('validateCalendar', () => {
  it('has nothing against office hours and nights', () => {
    expect(validateCalendar(MSK)).toEqual([]);
    expect(validateCalendar(NIGHT)).toEqual([]);
  });

  it.each([
    [
      'hours that overlap',
      { week: { mon: ['09:00-13:00', '12:00-18:00'] } },
      'week.mon: 09:00-13:00 and 12:00-18:00 overlap',
    ],
    ['no hours at all', { week: {} }, 'week: there is no working time'],
    [
      'an unknown zone',
      { timeZone: 'Mars/Base' },
      'timeZone: "Mars/Base" is not a known time zone',
    ],
    [
      'hours of nonsense',
      { week: { tue: ['9 to 5'] } },
      'week.tue: "9 to 5" is not hours like 09:00-18:00',
    ],
    [
      'a day that does not exist',
      { holidays: [{ date: '2026-02-30' }] },
      'holidays: "2026-02-30" is not a date like 2026-12-31 or 12-31',
    ],
    [
      'a break every year',
      { breaks: { '12-31': ['12:00-13:00'] } },
      'breaks: "12-31" is not a date like 2026-12-31',
    ],
  ])('names %s', (_what, change, problem) => {
    expect(validateCalendar({ ...MSK, ...change })).toContain(problem);
  });

  it('names a weekday that is none', () => {
    const week = { ...MSK.week, monday: ['09:00-18:00'] };
    expect(validateCalendar({ ...MSK, week })[0]).toMatch('"monday" is not one of');
  });

  it('takes the 29th of February as a yearly holiday', () => {
    expect(validateCalendar({ ...MSK, holidays: [{ date: '02-29' }] })).toEqual([]);
  });

  it('keeps an invalid calendar from being compiled', () => {
    expect(() => compileCalendar({ ...MSK, timeZone: 'Mars/Base' })).toThrow(
      'calendar msk: timeZone: "Mars/Base" is not a known time zone',
    );
  });
});
