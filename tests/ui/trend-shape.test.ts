import type { WeekView } from '../../src/contract/sla-report';
import { trendShape } from '../../static/src/sla-report/trend-shape';

const week = (met: number, breached: number): WeekView => ({
  ...{ met, breached, from: '2026-11-01T21:00:00.000Z', to: '2026-11-08T21:00:00.000Z' },
  percent: met + breached === 0 ? null : (met * 100) / (met + breached),
});

describe('trendShape', () => {
  it('puts 90 % into the middle of a scale from 80 % to 100 %', () => {
    const { lowest, targetY, dots } = trendShape([week(9, 1), week(10, 0)], 95);
    expect({ lowest, targetY }).toEqual({ lowest: 80, targetY: 30 });
    // Two weeks share a width of 600; the height is 120.
    expect(dots.map(({ x, y }) => [x, y])).toEqual([
      [150, 60],
      [450, 0],
    ]);
  });

  it('leaves a gap, not a zero, where nothing was decided', () => {
    const weeks = [week(1, 0), week(1, 0), week(0, 0), week(1, 0)];
    const { dots, lines } = trendShape(weeks, 100);
    expect(dots).toHaveLength(3);
    expect(lines).toEqual(['75,0 225,0']);
  });

  it('ends its scale at nothing', () => {
    expect(trendShape([week(0, 3)], 95)).toMatchObject({ lowest: 0, dots: [{ y: 120 }] });
  });

  it('keeps to its picture without any week, and with a target of zero', () => {
    expect(trendShape([], 0)).toEqual({ lowest: 0, targetY: 120, dots: [], lines: [] });
  });
});
