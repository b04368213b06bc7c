import { periodBounds, previousPeriod } from '../../../src/core/sla/report/report-period';
import { weekBounds } from '../../../src/core/sla/report/report-weeks';
import { moscow } from '../../builders/incident';

const ZONE = 'Europe/Moscow';
const day = (date: string) => moscow(`${date}T00:00`);
const november = { from: day('2026-11-01'), to: day('2026-12-01') };

describe('weekBounds', () => {
  it('begins with the period and goes from Monday to Monday up to now', () => {
    // 1 November 2026 is a Sunday, the 11th a Wednesday.
    expect(weekBounds(november, ZONE, moscow('2026-11-11T12:00'))).toEqual(
      ['2026-11-01', '2026-11-02', '2026-11-09', '2026-11-16'].map(day),
    );
  });

  it('ends with the period', () => {
    const after = weekBounds(november, ZONE, moscow('2027-01-01T12:00'));
    expect(after.slice(-2)).toEqual([day('2026-11-30'), day('2026-12-01')]);
  });

  it('takes the midnight of a Monday into the week that begins', () => {
    expect(weekBounds(november, ZONE, day('2026-11-09')).at(-1)).toBe(day('2026-11-16'));
  });

  it('cuts a year into no more buckets than a trend may have', () => {
    const now = moscow('2026-12-31T12:00');
    expect(weekBounds(periodBounds('thisYear', ZONE, now), ZONE, now)).toHaveLength(54);
  });

  it('keeps to midnights when clocks are changed', () => {
    // Berlin leaves summer time on Sunday 25 October 2026: this week has 169 hours.
    const at = Date.parse('2026-10-28T12:00+01:00') as typeof november.from;
    const october = periodBounds('thisMonth', 'Europe/Berlin', at);
    const bounds = weekBounds(october, 'Europe/Berlin', at);
    expect(bounds.slice(-3).map((it) => new Date(it).toISOString())).toEqual([
      ...['2026-10-18T22:00:00.000Z', '2026-10-25T23:00:00.000Z', '2026-10-31T23:00:00.000Z'],
    ]);
  });

  it('is empty before the period', () => {
    expect(weekBounds(november, ZONE, day('2026-10-31'))).toEqual([]);
  });
});

describe('previousPeriod', () => {
  const now = moscow('2026-11-23T12:00');
  it.each([
    ['last30Days', '2026-09-25', '2026-10-25'],
    ['last90Days', '2026-05-28', '2026-08-26'],
    ['thisMonth', '2026-10-01', '2026-11-01'],
    ['lastMonth', '2026-09-01', '2026-10-01'],
    ['thisYear', '2025-01-01', '2026-01-01'],
    ['lastYear', '2024-01-01', '2025-01-01'],
  ] as const)('of %s is %s to %s', (name, from, to) => {
    expect(previousPeriod(name, ZONE, now)).toEqual({ from: day(from), to: day(to) });
  });
});
