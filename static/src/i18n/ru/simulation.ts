import type { Texts } from '../en';
import { russianCount } from '../plural';

export const simulation: Texts['simulation'] = {
  title: 'Что было бы по другому договору?',
  text: 'Пересчитывает последние месяцы клиентского проекта по другому договору. В SLA ничего не сохраняется: ни один вердикт и отчёт не меняется.',
  project: 'Клиентский проект',
  months: 'Месяцев назад',
  base: 'Взять за основу',
  baseNone: 'пустой файл',
  file: 'Другой договор (файл, JSON)',
  fileHint:
    'Измените нормативы, паузы, календарь или JQL и запустите. Расчёты идут по очереди, хранятся последние десять.',
  start: 'Пересчитать',
  runs: 'Последние расчёты',
  runColumns: {
    what: 'Инциденты',
    contracts: 'По какому договору',
    flips: 'Изменятся',
  },
  insteadOf: 'вместо',
  result: 'Что показал расчёт',
  onlyPresent: (count) => `Инцидентов, которые выбирает только нынешний договор (JQL): ${count}.`,
  onlyOther: (count) => `Инцидентов, которые выбирает только другой договор (JQL): ${count}.`,
  bar: 'Пересчитано инцидентов',
  badMonths: 'От 1 до 36.',
  about: (project, months) =>
    months === 1
      ? `${project}, последний месяц`
      : `${project}, последние ${russianCount(months, { one: 'месяц', few: 'месяца', many: 'месяцев' })}`,
  clock: 'Счётчик',
  present: (name) => `Сейчас: ${name}`,
  other: (name) => `Вместо него: ${name}`,
  tallies: 'Сколько было бы в срок',
  metOf: (met, decided) => `${met} в срок из ${decided}`,
  nothingDecided: 'ещё нечего считать',
  notCounted: (count) => `${count} не учитывается`,
  flips: (count) => `Вердикты, которые изменятся (${count})`,
  noFlips: 'Ни один вердикт не изменится: оба договора судят эти инциденты одинаково.',
  youSee: (shown, all) =>
    `Показано ${shown} из ${all}: остальные в проектах без доступа или дальше по списку.`,
  columns: {
    issue: 'Задача',
    clock: 'Счётчик',
    now: 'Сейчас',
    instead: 'Стало бы',
    why: 'Почему',
  },
  noSuchClock: 'такого счётчика нет',
  notSelected: 'не его инцидент',
  tookOf: (took, target) => `${took} из ${target}`,
  took: (took) => `${took}, без норматива`,
  whyGoal: (now, instead) => `норматив ${instead} вместо ${now}`,
  whyNoGoal: 'норматив есть только с одной стороны',
  whyCalendar: (now, instead) => `календарь «${instead}» вместо «${now}»`,
  whyStart: (now, instead) => `начало ${instead} вместо ${now}`,
  whyStop: (now, instead) => `конец ${instead} вместо ${now}`,
  notStopped: 'никогда',
  whyShift: (time, now, instead) => `${time} ${instead} вместо «${now}»`,
  whyCarried: (now, instead) => `в прежних заходах ушло ${instead} вместо ${now}`,
  whyUsed: (now, instead) => `засчитано ${instead} вместо ${now}`,
  whyRules: 'то же время, но другие правила',
  whySelect: {
    present: 'JQL другого договора не выбирает эту задачу',
    other: 'эту задачу выбирает только JQL другого договора',
  },
  stretches: (count) =>
    `Когда: ${russianCount(count, { one: 'отрезок', few: 'отрезка', many: 'отрезков' })}`,
  whyStretch: (from, to, now, instead) => `${from} – ${to}: ${instead} вместо «${now}»`,
  whyMore: (count) =>
    `и ещё ${russianCount(count, { one: 'отрезок', few: 'отрезка', many: 'отрезков' })}`,
  whyCycle: 'этот заход есть только по одному из договоров',
  notMeasured: 'не измеряется',
};
