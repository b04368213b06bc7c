import type { Texts } from '../en';
import { russianCount } from '../plural';

const number = (value: number) => value.toLocaleString('ru-RU');

export const report: Texts['report'] = {
  surface: 'Отчёт SLA',
  title: 'SLA',
  response: 'Реакция',
  resolution: 'Решение',
  metOf: (met, decided) => `${met} в срок из ${decided}`,
  target: (percent) => `цель ${percent}`,
  reached: 'цель достигнута',
  missed: 'ниже цели',
  nothingDecided: 'Завершённых пока нет',
  nothingDecidedThen: 'За этот период завершённых нет',
  smallSample: (decided) =>
    `Завершено всего ${russianCount(decided, { one: 'инцидент', few: 'инцидента', many: 'инцидентов' })}: для процента слишком мало.`,
  notCounted: 'Не учтено',
  running: (count) => `идёт: ${number(count)}`,
  paused: (count) => `на паузе: ${number(count)}`,
  noTarget: (count) => `без норматива: ${number(count)}`,
  excluded: (count) => `исключено: ${number(count)}`,
  breaches: (total) => `Нарушения (${number(total)})`,
  noBreaches: 'За этот период нарушений нет.',
  youSee: (visible, total) =>
    `Вы видите ${number(visible)} из ${number(total)}: остальные в проектах, куда у вас нет доступа, или раньше по времени.`,
  columns: {
    issue: 'Задача',
    priority: 'Приоритет',
    clock: 'Норматив',
    department: 'Отдел',
    overrun: 'Превышение',
    when: 'Когда',
  },
  open: 'ещё открыта',
  closed: 'закрыта',
  noPriority: 'Без приоритета',
  lastChange: (age) => `последнее изменение ${age}`,
  backfill: 'Идёт чтение истории инцидентов: числа ещё растут.',
  backfillProgress: (done, total) => `прочитано ${number(done)} из ${number(total)}`,
  backfillCount: (done) => `прочитано ${number(done)}`,
  notConfigured: 'Выберите, что показывать',
  notConfiguredText: 'Откройте меню гаджета, «Настроить», и выберите клиентский проект и период.',
  projectGone: 'Клиентского проекта больше нет',
  projectGoneText:
    'Его удалили, или его отчёты вам больше не доступны. Выберите другой в настройках гаджета.',
  noData: 'За этот период инцидентов нет',
  noDataText:
    'Выберите период подлиннее или попросите администратора Jira загрузить прошлые инциденты.',
  periods: {
    last30Days: 'Последние 30 дней',
    last90Days: 'Последние 90 дней',
    thisMonth: 'Этот месяц',
    lastMonth: 'Прошлый месяц',
    thisYear: 'Этот год',
    lastYear: 'Прошлый год',
  },
  edit: {
    title: 'Настройки отчёта SLA',
    project: 'Клиентский проект',
    period: 'Период',
    timeZone: 'Часовой пояс',
    timeZoneHint: 'Дни и месяцы начинаются в полночь этого пояса, например Europe/Moscow.',
    timeZoneBad: 'Такой пояс неизвестен. Напишите, например, Europe/Moscow.',
    target: 'Цель, %',
    targetBad: 'Нужно число больше 0 и не больше 100.',
    noProjects: 'Нет клиентских проектов, по которым вам доступны отчёты',
    noProjectsText: 'Попросите TAM добавить вас в читатели и вернитесь сюда.',
  },
};
