import type { Language } from '../../core/language';
import type { Instant } from '../../core/time';

const DATES: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru-RU' };

/**
 * An instant for a mail, whose reader's zone nobody knows, so the zone is named.
 *
 * 15:00 UTC of 24 November 2026 in Moscow: "24 Nov 2026, 18:00 (Europe/Moscow)".
 */
export function sayTime(timeZone: string, at: Instant, language: Language): string {
  const format = new Intl.DateTimeFormat(DATES[language], {
    ...{ timeZone, dateStyle: 'medium', timeStyle: 'short' },
  });
  return `${format.format(at)} (${timeZone})`;
}

/** A date as Jira keeps it, without any zone: "2026-11-25" is "25 Nov 2026". */
export function sayDate(date: string, language: Language): string {
  const format = new Intl.DateTimeFormat(DATES[language], { timeZone: 'UTC', dateStyle: 'medium' });
  return format.format(new Date(`${date}T00:00:00Z`));
}
