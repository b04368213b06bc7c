import { countryHolidays } from '../../../src/usecases/holidays/country-holidays';
import { listHolidayPlaces } from '../../../src/usecases/holidays/list-holiday-places';
import { readIcs } from '../../../src/usecases/holidays/read-ics';

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
    expect(readIcs(text, years).days).toEqual([
      { date: '2026-12-31', name: 'New Year' },
      { date: '2027-01-01', name: 'New Year' },
    ]);
  });

  it('are yearly where the event comes every year on its date', () => {
    const text = ics(
      event('SUMMARY:Labour Day', 'DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY'),
    );
    expect(readIcs(text, years).days).toEqual([{ date: '05-01', name: 'Labour Day' }]);
  });

  it('are written out where it comes by another rule: the fourth Thursday of November', () => {
    const text = ics(
      event('DTSTART;VALUE=DATE:20201126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'),
    );
    expect(readIcs(text, years).days.map(({ date }) => date)).toEqual(['2026-11-26', '2027-11-25']);
  });

  it('are none of a text that is no calendar', () => {
    expect(readIcs('hello', years)).toEqual({
      days: [],
      problems: [{ line: 1, fault: 'noCalendar', text: 'hello' }],
    });
  });

  it('are read beside events that cannot be, each of which is named with its line', () => {
    const good = event('SUMMARY:Good', 'DTSTART;VALUE=DATE:20261104');
    const text = ics(
      event('SUMMARY:Thirteenth month', 'DTSTART;VALUE=DATE:20261304'), // lines 4 to 8
      event('SUMMARY:Some day'), // 9 to 12
      'this is no line', // 13
      event('SUMMARY:Often', 'DTSTART;VALUE=DATE:20261104', 'RRULE:FREQ=SOMETIMES'), // 14 to 19
      good,
    );
    expect(readIcs(text, years)).toEqual({
      days: [{ date: '2026-11-04', name: 'Good' }],
      problems: [
        { line: 7, fault: 'badDate', text: '20261304' },
        { line: 9, fault: 'noDate', text: 'Some day' },
        { line: 13, fault: 'notALine', text: 'this is no line' },
        { line: 14, fault: 'badRule', text: 'Often' },
      ],
    });
  });

  it('are those before an event that has no end, which is named', () => {
    const text = [
      'BEGIN:VCALENDAR',
      event('SUMMARY:Good', 'DTSTART;VALUE=DATE:20261104'),
      'BEGIN:VEVENT',
      'END:VCALENDAR',
    ].join('\n');
    expect(readIcs(text, years)).toEqual({
      days: [{ date: '2026-11-04', name: 'Good' }],
      problems: [{ line: 7, fault: 'notClosed', text: 'BEGIN:VEVENT' }],
    });
  });

  it('are days also where nothing says that they are no times', () => {
    const text = ics(event('SUMMARY:Day', 'DTSTART:20261104', 'DTEND:20261106'));
    expect(readIcs(text, years).days.map(({ date }) => date)).toEqual(['2026-11-04', '2026-11-05']);
  });

  it('are the day of a time in its own zone', () => {
    const text = ics(
      event('DTSTART;TZID=Asia/Tokyo:20261104T090000', 'DTEND;TZID=Asia/Tokyo:20261104T180000'),
    );
    expect(readIcs(text, years).days.map(({ date }) => date)).toEqual(['2026-11-04']);
  });

  it('keep a name that is folded over two lines', () => {
    const text = ics(event('SUMMARY:A long', '  weekend', 'DTSTART;VALUE=DATE:20261104'));
    expect(readIcs(text, years).days).toEqual([{ date: '2026-11-04', name: 'A long weekend' }]);
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

  it('are named in the language of the reader where they have a name in it', async () => {
    const [first] = await countryHolidays('DE', { from: 2027, to: 2027 }, 'ru');
    expect(first).toEqual({ date: '2027-01-01', name: 'Новый год' });
  });

  it('are found by the places that can be chosen: a country, a state, a region', async () => {
    const places = await listHolidayPlaces();
    const germany = places.find(({ code }) => code === 'DE');
    const bavaria = germany?.parts.find(({ code }) => code === 'DE-BY');
    expect(bavaria?.parts.map(({ code }) => code)).toContain('DE-BY-A');
    const augsburg = await countryHolidays('DE-BY-A', years);
    expect(augsburg.map(({ date }) => date)).toContain('2026-08-08');
  });

  it('are not guessed for a country that nobody knows', async () => {
    await expect(countryHolidays('XX', years)).rejects.toThrow('no holidays of "XX"');
    await expect(countryHolidays('DE-XX', years)).rejects.toThrow('no holidays of "DE-XX"');
    await expect(countryHolidays('DE-BY-X', years)).rejects.toThrow('no holidays of "DE-BY-X"');
  });
});
