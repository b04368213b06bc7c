/** Languages that a refusal can be said in. */
export type RefusalLocale = 'en' | 'ru';

export type RefusalWords = {
  readonly cannotStart: (key: string, waitsFor: string) => string;
  readonly hidden: (count: number, department: string | null) => string;
  readonly items: (count: number) => string;
  readonly more: (count: number) => string;
  readonly and: string;
  readonly notAssigned: string;
  /** `date` is YYYY-MM-DD; a date that is none stands as it came. */
  readonly expected: (date: string) => string;
};

const en: RefusalWords = {
  cannotStart: (key, waitsFor) => `${key} can't start yet. It waits for ${waitsFor}.`,
  hidden: (count, department) =>
    `${en.items(count)} ${department ? `in ${department}` : 'elsewhere'}`,
  items: (count) => (count === 1 ? '1 item' : `${count} items`),
  more: (count) => `${count} more`,
  and: 'and',
  notAssigned: 'not assigned',
  expected: (date) => `expected ${dayText(date, EN_DAYS, EN_MONTHS)}`,
};

const ru: RefusalWords = {
  cannotStart: (key, waitsFor) =>
    `${key} пока нельзя начать. Сначала нужно завершить: ${waitsFor}.`,
  hidden: (count, department) =>
    `${ru.items(count)} ${department ? `в отделе ${department}` : 'в другом проекте'}`,
  items: (count) => `${count} ${russianPlural(count)}`,
  more: (count) => `ещё ${count}`,
  and: 'и',
  notAssigned: 'не назначена',
  expected: (date) => `ожидается ${dayText(date, RU_DAYS, RU_MONTHS)}`,
};

export const REFUSAL_WORDS: Readonly<Record<RefusalLocale, RefusalWords>> = { en, ru };

const EN_DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const EN_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const RU_DAYS = ['вс', 'пн', 'вт', 'ср', 'чт', 'пт', 'сб'];
const RU_MONTHS = 'янв фев мар апр мая июн июл авг сен окт ноя дек'.split(' ');

/** "Tue 24 Nov" for 2026-11-24: a calendar date, so no time zone moves it. */
function dayText(date: string, days: readonly string[], months: readonly string[]): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  return `${days[day.getUTCDay()]} ${day.getUTCDate()} ${months[day.getUTCMonth()]}`;
}

/** 1 задача, 2 задачи, 5 задач, 11 задач, 21 задача. */
function russianPlural(count: number): string {
  const form = new Intl.PluralRules('ru').select(count);
  return form === 'one' ? 'задача' : form === 'few' ? 'задачи' : 'задач';
}
