import type { Texts } from '../en';
import { russianCount, russianForm } from '../plural';

export const shared: Texts['shared'] = {
  historyNotRead:
    'Прошлые инциденты не загружены: это может сделать администратор Jira в настройках Jira > TAM > Прошлые инциденты.',
  loading: 'Загрузка',
  retry: 'Повторить',
  cancel: 'Отмена',
  save: 'Сохранить',
  saving: 'Сохранение',
  remove: 'Убрать',
  removeNamed: (name) => `Убрать: ${name}`,
  none: 'Нет',
  choose: 'Выберите…',
  required: 'Заполните это поле.',
  unassigned: 'Не назначен',
  noDue: 'Без срока',
  overdue: 'просрочено',
  dueOn: (date) => `срок ${date}`,
  failedTitle: 'Не удалось загрузить',
  failedText: 'Jira или приложение не ответили. Ничего не изменилось.',
  notAllowedTitle: 'У вас нет доступа',
  notFoundTitle: 'Этого здесь нет',
  actionFailed: 'Приложение не ответило. Введённое сохранилось, попробуйте ещё раз.',
  stale: (age) => `Данные могли устареть: загружены ${age}, обновить не удаётся.`,
  hiddenItems: (count, department) =>
    `${russianCount(count, { one: 'задача', few: 'задачи', many: 'задач' })} в ${department}`,
  hiddenWhy: 'У вас нет доступа к этим задачам.',
  results: (count) =>
    `${russianForm(count, { one: 'найден', few: 'найдено', many: 'найдено' })} ${russianCount(
      count,
      { one: 'вариант', few: 'варианта', many: 'вариантов' },
    )}`,
  searchHint: 'Введите хотя бы 2 символа.',
  searchEmpty: 'Ничего не найдено.',
  searching: 'Поиск',
  progress: (done, total) => `готово ${done} из ${total}`,
  noChildren: 'Нет вложенных задач',
  state: {
    ready: 'Можно начинать',
    waiting: 'Ждёт',
    running: 'В работе',
    done: 'Готово',
    suspect: 'Не по порядку',
  },
  table: {
    item: 'Задача',
    status: 'Статус',
    assignee: 'Исполнитель',
    due: 'Срок',
    progress: 'Прогресс',
    order: 'Порядок',
    actions: 'Действия',
    thisIssue: 'эта задача',
    waitsFor: 'ждёт',
    /** The word above says it all. */
    waitingFor: '',
    after: 'после:',
    epicsByDepartment: 'Связанные эпики',
  },
};
