import type { Gate, WhyOpen } from '../judge/judgement';

/** How a blocker stands before an issue other than by a link of its own. */
export type Through = 'parent' | 'duplicate' | 'copiedLink';

/** Why nobody could judge: no answer, or an issue that the app may not read. */
export type UncertainCause = 'noAnswer' | 'unreadable';

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
  readonly through: Readonly<Record<Through, string>>;
  /** Always the last words: where to get a pass. */
  readonly wayOut: string;
  readonly uncertain: Readonly<Record<UncertainCause, (key: string) => string>>;
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
  lag: (until) => (until === null ? 'but the time after it never ends' : `but wait until ${until}`),
  closedAs: (name) => `closed as ${name}, so the TAM decides`,
  returned: 'but the hand-over was returned',
  unknown: {
    unreadable: 'state unknown',
    archived: 'archived while open',
    noDoneDate: 'but nobody knows since when',
  },
  unreadable: (count) => `${en.items(count)} that not even the app can read`,
  notBefore: (key, moment) =>
    key ? `${key} can't start before ${moment}.` : `Not before ${moment}.`,
  progress: ({ done, total }) => `${done} of ${total} done.`,
  policy: (name) => `Policy: ${name}.`,
  through: {
    parent: 'blocks the parent issue',
    duplicate: 'the original of a duplicate',
    copiedLink: 'by a copied link',
  },
  wayOut: 'Urgent? Ask for a pass in the TAM panel.',
  uncertain: {
    noAnswer: (key) =>
      `${key} was not moved: Jira or the app gave no answer in time, so nobody can tell what it waits for. Try again in a minute.`,
    unreadable: (key) =>
      `${key} was not moved: the app can't read it, so nobody can tell what it waits for. Ask a Jira administrator to let the app see it.`,
  },
  moment: (local) => momentText(local, EN_DAYS, EN_MONTHS),
};

const ru: RefusalWords = {
  cannot: {
    start: (key, waitsFor) => `${key} пока нельзя начать. Ждёт: ${waitsFor}.`,
    finish: (key, waitsFor) => `${key} пока нельзя завершить. Ждёт: ${waitsFor}.`,
  },
  hidden: (count, department) =>
    `${ru.items(count)} ${department ? `в отделе ${department}` : 'в другом проекте'}`,
  items: (count) => `${count} ${russianPlural(count)}`,
  more: (count) => `ещё ${count}`,
  and: 'и',
  notAssigned: 'не назначена',
  expected: (date) => `срок ${dayText(date, RU_DAYS, RU_MONTHS)}`,
  lag: (until) =>
    until === null ? 'но пауза после неё никогда не кончится' : `но ждать до ${until}`,
  closedAs: (name) => `закрыта как ${name}, решает TAM`,
  returned: 'но передача возвращена',
  unknown: {
    unreadable: 'состояние неизвестно',
    archived: 'в архиве, хотя не закрыта',
    noDoneDate: 'но неизвестно, с каких пор',
  },
  unreadable: (count) =>
    `${ru.items(count)}, ${count === 1 ? 'недоступная' : 'недоступные'} даже приложению`,
  notBefore: (key, moment) =>
    key ? `${key} нельзя начать раньше ${moment}.` : `Не раньше ${moment}.`,
  progress: ({ done, total }) => `Завершено ${done} из ${total}.`,
  policy: (name) => `Политика: ${name}.`,
  through: {
    parent: 'держит родительскую задачу',
    duplicate: 'оригинал дубликата',
    copiedLink: 'связь скопирована',
  },
  wayOut: 'Срочно? Попросите пропуск на панели TAM.',
  uncertain: {
    noAnswer: (key) =>
      `${key} не перемещена: Jira или приложение не ответили вовремя, и неизвестно, чего она ждёт. Повторите через минуту.`,
    unreadable: (key) =>
      `${key} не перемещена: приложению она не видна, и неизвестно, чего она ждёт. Попросите администратора Jira открыть её приложению.`,
  },
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
