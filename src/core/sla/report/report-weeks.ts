import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay, startOfISOWeek } from 'date-fns';
import { type Instant, instant, type Span } from '../../time';

/**
 * Bounds of the weeks of a report's period: its beginning, each Monday midnight of the zone in it,
 * and its end; nothing after the end of the week in which `now` lies. Week i is [i, i + 1). Empty
 * before the period.
 *
 * November 2026 (a Sunday is its first day) in Moscow on Wed 11 November: 1, 2, 9 and 16 November.
 */
export function weekBounds(period: Span, timeZone: string, now: Instant): readonly Instant[] {
  if (now < period.from) return [];
  const bounds = [period.from];
  let monday = startOfISOWeek(startOfDay(new TZDate(period.from, timeZone)));
  while ((bounds.at(-1) ?? now) <= now) {
    monday = addDays(monday, 7);
    if (monday.getTime() >= period.to) return [...bounds, period.to];
    bounds.push(instant(monday.getTime()));
  }
  return bounds;
}
