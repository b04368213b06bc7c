import {
  emptyHolidayForm,
  holidayRequest,
} from '../../static/src/tam-settings/holidays/holiday-form';
import { targetOf } from '../../static/src/tam-settings/holidays/holiday-target-of';
import { readHolidayPlaces } from '../../static/src/tam-settings/policies/policy-holidays';

const empty = emptyHolidayForm(Date.parse('2026-11-24T00:00:00Z'));

describe('holidayRequest', () => {
  it('asks for this year and the next, of the smallest place that is chosen', () => {
    const form = { ...empty, country: 'DE', state: 'DE-BY' };
    expect(holidayRequest(form)).toEqual({
      request: { source: 'country', place: 'DE-BY', from: 2026, to: 2027 },
    });
    expect(holidayRequest({ ...form, region: 'DE-BY-A' })).toMatchObject({
      request: { place: 'DE-BY-A' },
    });
  });

  it('asks for what stands in a file', () => {
    const form = { ...empty, source: 'ics', ics: 'BEGIN:VCALENDAR' } as const;
    expect(holidayRequest(form)).toEqual({
      request: { source: 'ics', text: 'BEGIN:VCALENDAR', from: 2026, to: 2027 },
    });
    expect(holidayRequest({ ...form, ics: ' ' })).toEqual({ fault: 'ics' });
  });

  it('says what is missing or wrong', () => {
    expect(holidayRequest(empty)).toEqual({ fault: 'place' });
    const years = (from: string, to: string) =>
      holidayRequest({ ...empty, country: 'DE', from, to });
    expect(years('2027', '2026')).toEqual({ fault: 'years' });
    expect(years('2026', 'soon')).toEqual({ fault: 'years' });
    expect(years('2026', '2036')).toEqual({ fault: 'years' });
    expect(years('2026', '2035')).toHaveProperty('request');
  });
});

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

describe('targetOf', () => {
  const places = readHolidayPlaces(
    JSON.stringify({
      calendars: [
        { key: 'office one', week: { mon: ['09:00-18:00'] } },
        { key: 'late', week: {} },
        { key: 'always', week: Object.fromEntries(DAYS.map((day) => [day, ['00:00-24:00']])) },
      ],
      holidaySets: { 'DE BY': [] },
    }),
  );
  if (places === null) throw new Error('no places');
  const chosen = { place: 'new', setName: ' de ', calendars: null };

  it('is a new set that every calendar takes but 24x7, unless some are chosen', () => {
    expect(targetOf(chosen, places)).toEqual({
      ...{ kind: 'set', name: 'de', calendars: ['office one', 'late'] },
    });
    expect(targetOf({ ...chosen, calendars: ['always'] }, places)).toMatchObject({
      calendars: ['always'],
    });
  });

  it('is a set or a calendar that is there, whose names may have blanks', () => {
    expect(targetOf({ ...chosen, place: 'set DE BY' }, places)).toMatchObject({ name: 'DE BY' });
    expect(targetOf({ ...chosen, place: 'calendar office one' }, places)).toEqual({
      ...{ kind: 'calendar', key: 'office one' },
    });
  });

  it('is nothing while the new set has no name', () => {
    expect(targetOf({ ...chosen, setName: ' ' }, places)).toBeNull();
  });
});
