import { countryHolidays } from '../../src/cli/holidays/country-holidays';
import { readIcs } from '../../src/cli/holidays/read-ics';

const years = { from: 2026, to: 2027 };
const ics = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...events, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]) =>
  ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n');

describe('holidays of an iCalendar file', () => {
  it('are all days of an event but its end: 31.12.2026 and 1.1.2027', () => {
    const text = ics(
      event('SUMMARY:New Year', 'DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270102'),
    );
    expect(readIcs(text, years).holidays).toEqual([
      { date: '2026-12-31', name: 'New Year' },
      { date: '2027-01-01', name: 'New Year' },
    ]);
  });

  it('are yearly where the event comes every year on its date', () => {
    const text = ics(
      event('SUMMARY:Labour Day', 'DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY'),
    );
    expect(readIcs(text, years).holidays).toEqual([{ date: '05-01', name: 'Labour Day' }]);
  });

  it('are written out where it comes by another rule: the fourth Thursday of November', () => {
    const text = ics(
      event('DTSTART;VALUE=DATE:20201126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'),
    );
    expect(readIcs(text, years).holidays.map(({ date }) => date)).toEqual([
      '2026-11-26',
      '2027-11-25',
    ]);
  });

  it('are none of a text that is no calendar', () => {
    expect(() => readIcs('hello', years)).toThrow();
  });
});

describe('holidays of a country', () => {
  it('are those of its state: Epiphany in Bavaria, not in Berlin', async () => {
    const bavaria = await countryHolidays('DE-BY', years);
    const berlin = await countryHolidays('DE-BE', years);
    expect(bavaria).toContainEqual(expect.objectContaining({ date: '2026-01-06' }));
    expect(berlin.map(({ date }) => date)).not.toContain('2026-01-06');
    expect(berlin.map(({ date }) => date)).toContain('2027-10-03');
  });

  it('are not guessed for a country that nobody knows', async () => {
    await expect(countryHolidays('XX', years)).rejects.toThrow('no holidays of "XX"');
    await expect(countryHolidays('DE-XX', years)).rejects.toThrow('no holidays of "DE-XX"');
  });
});
