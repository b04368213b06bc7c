import { formatLocale, type Language } from './locale';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const units: Record<Language, { h: string; m: string; s: string }> = {
  en: { h: 'h', m: 'm', s: 's' },
  ru: { h: 'ч', m: 'мин', s: 'с' },
};

/**
 * A length of working time in words, cut down to whole units so that it never promises more time
 * than there is. Hours are the largest unit: a "day" of working time means something else in every
 * calendar. The sign is the caller's: the text is of the absolute value.
 *
 * @example durationText(5_430_000, 'en') //=> '1 h 30 m'
 * @example durationText(45_000, 'en') //=> '45 s'
 */
export function durationText(ms: number, language: Language): string {
  const length = Math.abs(ms);
  const unit = units[language];
  if (length < minute) return `${Math.floor(length / second)} ${unit.s}`;
  const hours = Math.floor(length / hour);
  const minutes = Math.floor((length % hour) / minute);
  if (hours === 0) return `${minutes} ${unit.m}`;
  const inHours = `${hours.toLocaleString(formatLocale(language))} ${unit.h}`;
  return minutes === 0 ? inHours : `${inHours} ${minutes} ${unit.m}`;
}

/**
 * The same for a clock that somebody watches: with seconds in the last ten minutes.
 *
 * @example countdownText(545_000, 'en') //=> '9 m 05 s'
 */
export function countdownText(ms: number, language: Language): string {
  const length = Math.abs(ms);
  if (length < minute || length >= 10 * minute) return durationText(length, language);
  const unit = units[language];
  const seconds = String(Math.floor((length % minute) / second)).padStart(2, '0');
  return `${Math.floor(length / minute)} ${unit.m} ${seconds} ${unit.s}`;
}
