import { tzOffset } from '@date-fns/tz';

/** Jira's time format, in a zone: 2026-11-20T10:00:00.000+0300 (offset without a colon). */
export function jiraTime(epochMs: number, timeZone: string): string {
  const offsetMinutes = tzOffset(timeZone, new Date(epochMs));
  const local = new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(offsetMinutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  const minutes = String(size % 60).padStart(2, '0');
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${hours}${minutes}`;
}
