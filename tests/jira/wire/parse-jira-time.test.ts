import { parseJiraTime } from '../../../src/jira/wire/parse-jira-time';

describe('parseJiraTime', () => {
  it.each([
    ['2026-11-20T10:00:00.000+0300', Date.UTC(2026, 10, 20, 7)],
    ['2021-04-01T08:52:27.109+0800', Date.UTC(2021, 3, 1, 0, 52, 27, 109)],
    ['2012-01-05T10:12:13.007-0530', Date.UTC(2012, 0, 5, 15, 42, 13, 7)],
    ['2026-11-20T10:00:00Z', Date.UTC(2026, 10, 20, 10)],
    ['2026-11-20T10:00:00.5+03:00', Date.UTC(2026, 10, 20, 7, 0, 0, 500)],
    ['2024-02-29T23:59:59.999999Z', Date.UTC(2024, 1, 29, 23, 59, 59, 999)],
    [1790584137824, 1790584137824],
    ['1791038284541', 1791038284541],
  ])('reads %s', (text, ms) => expect(parseJiraTime(text)).toBe(ms));

  it.each([
    ...['', 'yesterday', '2026-11-20', '2026-11-20T10:00:00.000', '2026-11-20 10:00:00.000+0300'],
    ...['2026-02-30T10:00:00.000Z', '2025-02-29T10:00:00.000Z', '2026-13-01T10:00:00.000Z'],
    ...['2026-11-20T24:00:00.000Z', '2026-11-20T10:60:00.000Z', '2026-11-20T10:00:00.Z'],
    ...['2026-11-20T10:00:00.000+0300x', '2026-11-20T10:00:00.000+3', '12026-11-20T10:00:00Z'],
    ...['1899-12-31T23:59:59.999Z', '2200-01-01T00:00:00.000Z', Number.NaN, 1.5, null, undefined],
    {},
  ])('refuses %p', (value) => expect(parseJiraTime(value)).toBeUndefined());

  it('agrees with Date for every offset, and for a day in each month of 1900 to 2199', () => {
    const pad = (n: number) => String(n).padStart(2, '0');
    let compared = 0;
    for (let minutes = -14 * 60; minutes <= 14 * 60; minutes += 15) {
      const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
      const sign = minutes < 0 ? '-' : '+';
      for (let month = 0; month < 300 * 12; month += 7) {
        const year = 1900 + Math.floor(month / 12);
        const local = `${year}-${pad((month % 12) + 1)}-${pad((month % 28) + 1)}T${pad(month % 24)}:59:07.12${month % 10}`;
        const expected = Date.parse(`${local}${sign}${pad(hours)}:${pad(rest)}`);
        expect(parseJiraTime(`${local}${sign}${pad(hours)}${pad(rest)}`)).toBe(expected);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(50_000);
  });
});
