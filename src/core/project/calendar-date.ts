import type { Instant } from '../time';

/**
 * Which calendar day it is somewhere, as Jira writes due dates: YYYY-MM-DD.
 * 2026-11-23T22:30Z is 2026-11-24 in Europe/Moscow and 2026-11-23 in UTC.
 */
export function calendarDate(at: Instant, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
