import { type Millis, millis } from '../../time';

const UNITS: Readonly<Record<string, number>> = {
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
};

/**
 * Reads `"15m"`, `"4h"`, `"1d 2h 30m"`; undefined when it is not that. A day is 24 hours: of
 * working time where working time is meant, so `"1d"` on a nine-hour calendar ends in three days.
 */
export function parseDuration(text: string): Millis | undefined {
  const parts = text.trim().split(/\s+/);
  let total = 0;
  for (const part of parts) {
    const match = /^(\d{1,6})([dhms])$/.exec(part);
    const unit = UNITS[match?.[2] ?? ''];
    if (match === null || unit === undefined) return undefined;
    total += Number(match[1]) * unit;
  }
  return millis(total);
}
