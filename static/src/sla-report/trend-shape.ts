import type { WeekView } from '../../../src/contract/sla-report';

export const TREND_WIDTH = 600;
export const TREND_HEIGHT = 120;

export type TrendDot = { readonly x: number; readonly y: number; readonly week: WeekView };

export type TrendShape = {
  /** What the bottom of the picture stands for; its top is 100 %. */
  readonly lowest: number;
  readonly targetY: number;
  /** Weeks in which something was decided. */
  readonly dots: readonly TrendDot[];
  /** Stretches of such weeks without a gap, as points of a line. */
  readonly lines: readonly string[];
};

/**
 * Where everything of a trend stands in a picture of 600 by 120. A week in which nothing was
 * decided is a gap, not a zero; the scale begins at a full ten below the lowest value.
 *
 * 90 % and 100 % against a target of 95 %: the bottom is 80 %, so 90 % stands in the middle.
 */
export function trendShape(weeks: readonly WeekView[], targetPercent: number): TrendShape {
  const values = weeks.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  const lowest = Math.max(0, Math.floor((Math.min(targetPercent, ...values) - 1) / 10) * 10);
  const yOf = (percent: number) =>
    round(TREND_HEIGHT * (1 - (percent - lowest) / (100 - lowest || 1)));
  const step = TREND_WIDTH / Math.max(1, weeks.length);
  const places = weeks.map((week, index): TrendDot | null =>
    week.percent === null ? null : { x: round((index + 0.5) * step), y: yOf(week.percent), week },
  );
  return {
    lowest,
    targetY: yOf(targetPercent),
    dots: places.filter((it) => it !== null),
    lines: stretches(places).map((dots) => dots.map(({ x, y }) => `${x},${y}`).join(' ')),
  };
}

function stretches(places: readonly (TrendDot | null)[]): readonly (readonly TrendDot[])[] {
  const all: TrendDot[][] = [[]];
  for (const place of places) {
    if (place === null) all.push([]);
    else all.at(-1)?.push(place);
  }
  return all.filter((dots) => dots.length > 1);
}

const round = (value: number) => Math.round(value * 10) / 10;
