import { toInstant, toLocal } from '../../../../src/core/calendar/local-dates';
import { instant } from '../../../../src/core/time';

/** An instant as a field of type `datetime-local` shows it in a zone; empty for none. */
export function localOf(at: string | null, timeZone: string): string {
  if (at === null) return '';
  return new Date(toLocal(timeZone, instant(Date.parse(at)))).toISOString().slice(0, 16);
}

/**
 * The instant that somebody in a zone means by a local day and time; null while that is incomplete.
 *
 * `2026-11-24T22:00` in Europe/Moscow is `2026-11-24T19:00:00.000Z`.
 */
export function instantOf(local: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${local}Z`);
  if (local === '' || Number.isNaN(asUtc)) return null;
  return new Date(toInstant(timeZone, asUtc)).toISOString();
}
