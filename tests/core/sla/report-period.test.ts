import { isTimeZone, periodBounds } from '../../../src/core/sla/report/report-period';
import { instant } from '../../../src/core/time';

const at = (iso: string) => instant(Date.parse(iso));

const bounds = (...question: Parameters<typeof periodBounds>) => {
  const { from, to } = periodBounds(...question);
  return [new Date(from).toISOString(), new Date(to).toISOString()];
};

describe('periodBounds in Europe/Moscow (+03:00 all year)', () => {
  // Monday 2026-11-23, 13:00 in Moscow.
  const now = at('2026-11-23T10:00:00Z');

  it('this month runs from its first midnight to the first midnight of the next', () => {
    expect(bounds('thisMonth', 'Europe/Moscow', now)).toEqual([
      '2026-10-31T21:00:00.000Z',
      '2026-11-30T21:00:00.000Z',
    ]);
  });

  it('the last 30 days are today and the 29 before it', () => {
    expect(bounds('last30Days', 'Europe/Moscow', now)).toEqual([
      '2026-10-24T21:00:00.000Z',
      '2026-11-23T21:00:00.000Z',
    ]);
  });

  it('a day begins at the zone’s midnight, not at UTC’s', () => {
    // 2026-12-01 00:30 in Moscow is still November in UTC.
    expect(bounds('lastMonth', 'Europe/Moscow', at('2026-11-30T21:30:00Z'))).toEqual([
      '2026-10-31T21:00:00.000Z',
      '2026-11-30T21:00:00.000Z',
    ]);
  });

  it('this year runs from New Year to New Year', () => {
    expect(bounds('thisYear', 'Europe/Moscow', now)).toEqual([
      '2025-12-31T21:00:00.000Z',
      '2026-12-31T21:00:00.000Z',
    ]);
  });

  it('lastYear ends where this year begins', () => {
    expect(bounds('lastYear', 'Europe/Moscow', at('2015-04-01T16:51:00Z'))).toEqual([
      '2013-12-31T20:00:00.000Z',
      '2014-12-31T21:00:00.000Z',
    ]);
  });
});

describe('periodBounds in Europe/Berlin (clocks change)', () => {
  it('March 2026 begins at +01:00 and ends at +02:00', () => {
    expect(bounds('thisMonth', 'Europe/Berlin', at('2026-03-10T12:00:00Z'))).toEqual([
      '2026-02-28T23:00:00.000Z',
      '2026-03-31T22:00:00.000Z',
    ]);
  });

  it('the last 90 days reach back over the change in October', () => {
    // 2026-11-23 and 89 days before: 2026-08-26, summer time.
    expect(bounds('last90Days', 'Europe/Berlin', at('2026-11-23T10:00:00Z'))).toEqual([
      '2026-08-25T22:00:00.000Z',
      '2026-11-23T23:00:00.000Z',
    ]);
  });
});

describe('a zone that does not exist', () => {
  it('is told apart', () => {
    expect(isTimeZone('Europe/Moscow')).toBe(true);
    expect(isTimeZone('Moscow/Europe')).toBe(false);
    expect(() => periodBounds('thisYear', 'Moscow/Europe', instant(0))).toThrow(RangeError);
  });
});
