import type { Texts } from '../en';

export const runs: Texts['runs'] = {
  columns: { who: 'Кто запустил', state: 'Состояние', actions: 'Действия' },
  states: {
    waiting: 'Ждёт начала',
    running: 'Идёт',
    done: 'Готово',
    cancelled: 'Остановлено',
    failed: 'Ошибка',
  },
  doneOf: (done, total) => `${done} из ${total}`,
  nobody: 'неизвестно кто',
  stuck: 'Не движется',
  stuckHint: 'Ничего не происходит уже 20 минут.',
  resume: 'Запустить снова',
  cancel: 'Остановить',
  remove: 'Удалить',
};
