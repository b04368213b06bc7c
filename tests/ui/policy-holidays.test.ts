import { readFileSync } from 'node:fs';
import {
  addHolidays,
  isKnownDay,
  readHolidayPlaces,
} from '../../static/src/tam-settings/policies/policy-holidays';

/** Written as people write it: no two lists alike. */
const file = `{
  "key": "gold",
  "calendars": [
    { "key": "office", "name": "Office", "timeZone": "Europe/Berlin", "week": { "mon": ["09:00-18:00"] },
      "holidays": [ { "date": "01-01", "name": "New Year" } ] },
    { "key": "always", "name": "24x7",   "week": {} }
  ],
  "select": ""
}
`;

const christmas = { date: '2026-12-25', name: 'Christmas "Day"' };
const newYear = { date: '2027-01-01', name: 'New Year' };

describe('addHolidays', () => {
  it('appends to a calendar what it lacks, and leaves every other character alone', () => {
    const { text, added } = addHolidays(file, [christmas, newYear], {
      kind: 'calendar',
      key: 'office',
    });
    expect(added).toBe(1);
    expect(JSON.parse(text).calendars[0].holidays).toEqual([
      { date: '01-01', name: 'New Year' },
      christmas,
    ]);
    expect(text).toContain('{ "date": "2026-12-25", "name": "Christmas \\"Day\\"" }');
    for (const line of [1, 2, 3, 5, 6, 7]) expect(text).toContain(file.split('\n')[line]);
  });

  it('makes a shared set and lets calendars take it', () => {
    const target = { kind: 'set', name: 'DE', calendars: ['office', 'always'] } as const;
    const { text, added } = addHolidays(file, [newYear, christmas], target);
    expect(added).toBe(2);
    const policy = JSON.parse(text);
    expect(policy.holidaySets).toEqual({ DE: [newYear, christmas] });
    expect(policy.calendars.map((it: { holidaySets: string[] }) => it.holidaySets)).toEqual([
      ...[['DE'], ['DE']],
    ]);
    expect({ ...policy, holidaySets: undefined }).toMatchObject({ key: 'gold', select: '' });
    expect(addHolidays(text, [newYear, christmas], target)).toEqual({ text, added: 0 });
  });

  it('keeps a file that it cannot read as it is', () => {
    const target = { kind: 'calendar', key: 'office' } as const;
    expect(addHolidays('{"calendars"', [christmas], target)).toEqual({
      ...{ text: '{"calendars"', added: 0 },
    });
  });

  it('loses nothing of the examples', () => {
    const before = readFileSync('src/cli/examples/departments.policy.json', 'utf8');
    const target = { kind: 'set', name: 'public', calendars: ['always'] } as const;
    const { text } = addHolidays(before, [{ date: '2027-03-29', name: 'Easter' }], target);
    const [was, is] = [JSON.parse(before), JSON.parse(text)];
    expect(is.holidaySets.public).toEqual([
      ...was.holidaySets.public,
      { date: '2027-03-29', name: 'Easter' },
    ]);
    const lines = before.split('\n').filter((line) => !text.split('\n').includes(line));
    expect(lines.length).toBeLessThanOrEqual(2);
  });
});

describe('isKnownDay', () => {
  const places = readHolidayPlaces(
    addHolidays(file, [christmas], {
      ...{ kind: 'set', name: 'DE', calendars: ['office'] },
    }).text,
  );
  if (places === null) throw new Error('no places');

  it('knows what comes every year, and what a calendar shares', () => {
    const office = { kind: 'calendar', key: 'office' } as const;
    expect(isKnownDay(places, office, '2030-01-01')).toBe(true);
    expect(isKnownDay(places, office, '2026-12-25')).toBe(true);
    expect(isKnownDay(places, office, '2026-12-26')).toBe(false);
    expect(isKnownDay(places, { kind: 'calendar', key: 'always' }, '2026-12-25')).toBe(false);
  });

  it('knows of a set only what is in it', () => {
    const shared = { kind: 'set', name: 'DE', calendars: ['office'] } as const;
    expect(isKnownDay(places, shared, '2026-12-25')).toBe(true);
    expect(isKnownDay(places, shared, '2027-01-01')).toBe(false);
  });
});

describe('readHolidayPlaces', () => {
  it('is null for what is no policy file', () => {
    expect(readHolidayPlaces('')).toBeNull();
    expect(readHolidayPlaces('[]')).toBeNull();
    expect(readHolidayPlaces('{"calendars": []}')).toBeNull();
  });
});
