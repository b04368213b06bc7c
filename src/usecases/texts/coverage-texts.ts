/** What the app says when it changes workflows. */
export type CoverageTexts = {
  /** Jira lets this person not read or change the workflow. */
  readonly noRight: string;
  readonly workflowGone: string;
  readonly conflict: string;
  /** Since the page named who uses the workflow, that has changed. */
  readonly usedByOthers: string;
};

export const coverageEn: CoverageTexts = {
  noRight:
    'Jira does not let you change this workflow. Ask a Jira administrator, or of a team-managed project its administrator.',
  workflowGone: 'This workflow does not exist any more, or you may not see it. Reload the page.',
  conflict:
    'Somebody else has changed this workflow just now. Nothing was written; look at it and try again.',
  usedByOthers:
    'Other projects use this workflow now than those that were named. Look at them again and confirm.',
};

export const coverageRu: CoverageTexts = {
  noRight:
    'Jira не разрешает вам менять этот бизнес-процесс. Обратитесь к администратору Jira, а для проекта под управлением команды — к администратору проекта.',
  workflowGone: 'Этого бизнес-процесса больше нет, или он вам не виден. Обновите страницу.',
  conflict:
    'Этот бизнес-процесс только что изменил кто-то другой. Ничего не записано: посмотрите на него и попробуйте ещё раз.',
  usedByOthers:
    'Бизнес-процессом теперь пользуются не те проекты, что были названы. Посмотрите на них ещё раз и подтвердите.',
};
