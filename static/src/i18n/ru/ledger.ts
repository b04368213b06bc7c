import type { Texts } from '../en';

export const ledger: Texts['ledger'] = {
  why: 'Почему?',
  whyNamed: (clock) => `Почему? ${clock}`,
  title: 'Куда ушло время',
  ran: (ran, life) => `${ran} отсчёта за ${life} жизни`,
  bar: 'Жизнь задачи',
  byLabel: 'Суммы',
  minutes: 'По минутам',
  columns: { what: 'Что', from: 'С', to: 'До', lasted: 'Длилось', share: 'Доля' },
  total: 'Вся жизнь',
  now: 'сейчас',
  kind: {
    running: (department) => `в работе: ${department}`,
    queue: (department) => `в очереди: ${department}`,
    blocked: (by) => `мешает ${by}`,
    paused: {
      client: 'пауза: ждём клиента',
      vendor: 'пауза: ждём поставщика',
      internal: 'пауза: ждём своих',
    },
    sleeping: 'нерабочее время',
    stopped: 'остановлено',
  },
  counted: 'В норматив идут работа, очередь и ожидание других отделов; паузы и ночи не идут.',
  clock: 'По счётчику решения, а где его нет, по счётчику реакции.',
  recount: 'Пересчёт',
  recountText:
    'Зафиксированный вердикт в силе. Вот что показал бы пересчёт по правилам и календарям на тот момент.',
  frozen: 'Зафиксировано',
  again: 'Пересчёт',
  empty: 'По этой задаче пока ничего не измерено.',
};
