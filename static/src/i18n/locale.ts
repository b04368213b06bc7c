export type Language = 'en' | 'ru';

/** The languages that there are texts for; everybody else reads English. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

/**
 * Locale for dates and numbers. English is written day first and in 24 hours, also for Americans:
 * "24 Nov 14:00" is read one way only by people on three continents.
 */
export function formatLocale(language: Language): string {
  return language === 'ru' ? 'ru-RU' : 'en-GB';
}
