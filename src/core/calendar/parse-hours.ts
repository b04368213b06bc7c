/** Minutes after the midnight that starts the day; `to` may pass 1440 (the next day's hours). */
export type Hours = { readonly from: number; readonly to: number };

const PATTERN = /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/;

/**
 * Reads `"HH:MM-HH:MM"`; undefined when it is not that. An end at or before the start is on the
 * next day: `"22:00-06:00"` is `{ from: 1320, to: 1800 }`, and so is `"22:00-30:00"`.
 * An end may reach 48:00, a start 24:00 at most.
 */
export function parseHours(text: string): Hours | undefined {
  const match = PATTERN.exec(text.trim());
  if (match === null) return undefined;
  const [fromHour, fromMinute, toHour, toMinute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const from = fromHour * 60 + fromMinute;
  const end = toHour * 60 + toMinute;
  if (fromMinute > 59 || toMinute > 59 || from >= 1440 || end > 2880) return undefined;
  return { from, to: end <= from ? end + 1440 : end };
}
