import type { Texts } from '../en';

export const department: Texts['department'] = {
  title: 'Работы отдела',
  notDepartment: 'Этот проект не зарегистрирован как отдел',
  notDepartmentText: 'Администратор Jira может добавить его в настройках TAM.',
  columns: { ready: 'Можно начинать', waiting: 'Ждут', running: 'В работе' },
  columnEmpty: {
    ready: 'Сейчас начинать нечего.',
    waiting: 'Никого не ждём.',
    running: 'В работе ничего нет.',
  },
  waitsFor: {
    ready: 'Начать всё же можно; до неё ещё открыто',
    waiting: 'Ждёт',
    running: 'До неё ещё открыто',
  },
  empty: 'Работ по клиентским проектам пока нет',
  emptyText: 'Эпики отдела появятся здесь, когда TAM привяжет их к клиентскому проекту.',
};
