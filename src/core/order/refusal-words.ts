import type { Gate, WhyOpen } from './judgement';

/** Languages that a refusal can be said in. */
export type RefusalLocale = 'en' | 'ru';

export type RefusalWords = {
  readonly cannot: Readonly<Record<Gate, (key: string, waitsFor: string) => string>>;
  readonly hidden: (count: number, department: string | null) => string;
  readonly items: (count: number) => string;
  readonly more: (count: number) => string;
  readonly and: string;
  readonly notAssigned: string;
  /** `date` is YYYY-MM-DD; a date that is none stands as it came. */
  readonly expected: (date: string) => string;
  /** Null: the calendar never opens. */
  readonly lag: (until: string | null) => string;
  readonly closedAs: (name: string) => string;
  readonly returned: string;
  readonly unknown: Readonly<Record<Extract<WhyOpen, { kind: 'unknown' }>['because'], string>>;
  readonly unreadable: (count: number) => string;
  /** `key` null: the issue was named before. */
  readonly notBefore: (key: string | null, moment: string) => string;
  readonly progress: (progress: { readonly done: number; readonly total: number }) => string;
  readonly policy: (name: string) => string;
  readonly uncertain: (key: string, why: string) => string;
  /** A day and a time; local time in ms as if the zone were UTC. */
  readonly moment: (localMs: number) => string;
};

const en: RefusalWords = {
  cannot: {
    start: (key, waitsFor) => `${key} can't start yet. It waits for ${waitsFor}.`,
    finish: (key, waitsFor) => `${key} can't be finished yet. It waits for ${waitsFor}.`,
  },
  hidden: (count, department) =>
    `${en.items(count)} ${department ? `in ${department}` : 'elsewhere'}`,
  items: (count) => (count === 1 ? '1 item' : `${count} items`),
  more: (count) => `${count} more`,
  and: 'and',
  notAssigned: 'not assigned',
  expected: (date) => `expected ${dayText(date, EN_DAYS, EN_MONTHS)}`,
  lag: (until) => (until === null ? 'waiting time not over' : `wait until ${until}`),
  closedAs: (name) => `closed as ${name}, the TAM has to confirm`,
  returned: 'hand-over returned',
  unknown: {
    unreadable: 'state unknown',
    archived: 'archived, state unknown',
    noDoneDate: 'nobody knows since when',
  },
  unreadable: (count) => `${en.items(count)} that the app can't read`,
  notBefore: (key, moment) =>
    key ? `${key} can't start before ${moment}.` : `Not before ${moment}.`,
  progress: ({ done, total }) => `${done} of ${total} done.`,
  policy: (name) => `Policy: ${name}.`,
  uncertain: (key, why) =>
    `Nobody can tell right now whether ${key} may move on: ${why}. Try again in a minute.`,
  moment: (local) => momentText(local, EN_DAYS, EN_MONTHS),
};

const ru: RefusalWords = {
  cannot: {
    start: (key, waitsFor) => `${key} пока нельзя начать. Сначала нужно завершить: ${waitsFor}.`,
    finish: (key, waitsFor) =>
      `${key} пока нельзя завершить. Сначала нужно завершить: ${waitsFor}.`,
  },
  hidden: (count, department) =>
    `${ru.items(count)} ${department ? `в отделе ${department}` : 'в другом проекте'}`,
  items: (count) => `${count} ${russianPlural(count)}`,
  more: (count) => `ещё ${count}`,
  and: 'и',
  notAssigned: 'не назначена',
  expected: (date) => `ожидается ${dayText(date, RU_DAYS, RU_MONTHS)}`,
  lag: (until) => (until === null ? 'время ожидания не вышло' : `ждать до ${until}`),
  closedAs: (name) => `закрыта как ${name}, нужно подтверждение TAM`,
  returned: 'передача возвращена',
  unknown: {
    unreadable: 'состояние неизвестно',
    archived: 'в архиве, состояние неизвестно',
    noDoneDate: 'неизвестно, с каких пор',
  },
  unreadable: (count) =>
    `${ru.items(count)}, ${count === 1 ? 'недоступная' : 'недоступные'} приложению`,
  notBefore: (key, moment) =>
    key ? `${key} нельзя начать раньше ${moment}.` : `Не раньше ${moment}.`,
  progress: ({ done, total }) => `Завершено ${done} из ${total}.`,
  policy: (name) => `Правило: ${name}.`,
  uncertain: (key, why) =>
    `Сейчас нельзя проверить, можно ли двигать ${key}: ${why}. Повторите через минуту.`,
  moment: (local) => momentText(local, RU_DAYS, RU_MONTHS),
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

/** "Tue 24 Nov 12:00". */
function momentText(local: number, days: readonly string[], months: readonly string[]): string {
  const [date = '', time = ''] = new Date(local).toISOString().split('T');
  return `${dayText(date, days, months)} ${time.slice(0, 5)}`;
}

/** 1 задача, 2 задачи, 5 задач, 11 задач, 21 задача. */
function russianPlural(count: number): string {
  const form = new Intl.PluralRules('ru').select(count);
  return form === 'one' ? 'задача' : form === 'few' ? 'задачи' : 'задач';
}
