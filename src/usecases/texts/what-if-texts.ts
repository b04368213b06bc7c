import type { Language } from '../../core/language';

/** What is said to people about due dates that they try out. */
export type WhatIfTexts = {
  readonly tooMuch: (most: number) => string;
  readonly notToMove: string;
  readonly noDraft: string;
  readonly changedElsewhere: string;
  readonly changedNow: (key: string) => string;
};

export const WHAT_IF_TEXTS: Readonly<Record<Language, WhatIfTexts>> = {
  en: {
    tooMuch: (most) =>
      `This works for at most ${most} linked issues. This client project has more.`,
    notToMove:
      'This can only be done with open work of this client project that you may see. Reload the page.',
    noDraft: 'There is nothing to apply: the draft is empty. Reload the page.',
    changedElsewhere:
      'You have changed this draft in another tab. Reload the page, look at it, and apply it then.',
    changedNow: (key) =>
      `${key} was changed in Jira this very moment. It was not written; rebase and look at it again.`,
  },
  ru: {
    tooMuch: (most) =>
      `Это работает, пока в клиентском проекте не больше ${most} привязанных задач. Здесь их больше.`,
    notToMove:
      'Так можно только с открытыми задачами этого клиентского проекта, которые вам видны. Обновите страницу.',
    noDraft: 'Применять нечего: черновик пуст. Обновите страницу.',
    changedElsewhere:
      'Вы изменили этот черновик в другой вкладке. Обновите страницу, проверьте его и примените снова.',
    changedNow: (key) =>
      `${key} только что изменили в Jira. Срок не записан: перенесите черновик на новые данные и проверьте его.`,
  },
};
