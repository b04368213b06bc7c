import type { Language } from '../../core/language';

/** What is said of settings of the order that cannot be saved. */
export type OrderTexts = {
  readonly changedMeanwhile: string;
  readonly samePolicy: string;
  readonly policyUnnamed: (number: number) => string;
  readonly policyTwice: (name: string) => string;
  /** `where` is the member's name in the settings. */
  readonly policyFault: (name: string, where: string) => string;
  readonly handOverFault: (number: number) => string;
  readonly fault: (where: string) => string;
  readonly tooLong: string;
  readonly notADepartment: (projectKey: string) => string;
  readonly linkTypeTwice: (policy: string) => string;
  readonly noResolution: (policy: string) => string;
  readonly noClientProject: (policy: string) => string;
  readonly lagTwice: (policy: string, pair: string) => string;
  readonly noCalendar: (projectKey: string, calendar: string) => string;
  readonly handOverTwice: (pair: string) => string;
  readonly fieldTwice: (pair: string, label: string) => string;
  readonly dryRunsUnderWay: (most: number) => string;
  readonly dryRunGone: string;
};

const en: OrderTexts = {
  changedMeanwhile:
    'Somebody else has saved these settings meanwhile. What you entered is kept here: load theirs, or compare in another tab.',
  samePolicy: 'Two policies have the same key.',
  policyUnnamed: (number) => `Policy ${number} has no name.`,
  policyTwice: (name) => `Two policies are called "${name}".`,
  policyFault: (name, where) => `Policy "${name}": "${where}" cannot be read.`,
  handOverFault: (number) =>
    `Hand-over form ${number} needs 1 to 20 fields, each with a name of at most 255 characters.`,
  fault: (where) => `"${where}" cannot be read.`,
  tooLong: 'These settings are longer than the app can keep. Take out policies or forms.',
  notADepartment: (projectKey) => `${projectKey} is not a department.`,
  linkTypeTwice: (policy) => `Policy "${policy}" names a link type twice.`,
  noResolution: (policy) => `Policy "${policy}": choose at least one resolution.`,
  noClientProject: (policy) => `Policy "${policy}": choose at least one client project.`,
  lagTwice: (policy, pair) => `Policy "${policy}" has two lags for ${pair}; only the first counts.`,
  noCalendar: (projectKey, calendar) => `${projectKey}: there is no calendar "${calendar}".`,
  handOverTwice: (pair) => `There are two hand-over forms for ${pair}; only the first counts.`,
  fieldTwice: (pair, label) => `The hand-over form for ${pair} asks for "${label}" twice.`,
  dryRunsUnderWay: (most) =>
    `${most} dry runs wait or run already. Wait for one of them, or cancel it.`,
  dryRunGone: 'This dry run does not exist any more.',
};

const ru: OrderTexts = {
  changedMeanwhile:
    'Тем временем эти настройки сохранил кто-то ещё. Введённое вами осталось здесь: загрузите чужой вариант или сравните в другой вкладке.',
  samePolicy: 'У двух политик один и тот же ключ.',
  policyUnnamed: (number) => `У политики ${number} нет названия.`,
  policyTwice: (name) => `Две политики называются «${name}».`,
  policyFault: (name, where) => `Политика «${name}»: «${where}» прочитать нельзя.`,
  handOverFault: (number) =>
    `Форме передачи ${number} нужно от 1 до 20 полей, у каждого название не длиннее 255 знаков.`,
  fault: (where) => `«${where}» прочитать нельзя.`,
  tooLong: 'Настройки длиннее, чем приложение может хранить. Уберите часть политик или форм.',
  notADepartment: (projectKey) => `${projectKey} не является отделом.`,
  linkTypeTwice: (policy) => `Политика «${policy}» называет один тип связи дважды.`,
  noResolution: (policy) => `Политика «${policy}»: выберите хотя бы одну резолюцию.`,
  noClientProject: (policy) => `Политика «${policy}»: выберите хотя бы один клиентский проект.`,
  lagTwice: (policy, pair) =>
    `В политике «${policy}» две паузы для ${pair}; считается только первая.`,
  noCalendar: (projectKey, calendar) => `${projectKey}: календаря «${calendar}» нет.`,
  handOverTwice: (pair) => `Для ${pair} есть две формы передачи; считается только первая.`,
  fieldTwice: (pair, label) => `Форма передачи для ${pair} спрашивает «${label}» дважды.`,
  dryRunsUnderWay: (most) =>
    `Уже ждут или идут пробные прогоны: ${most}. Дождитесь одного из них или отмените его.`,
  dryRunGone: 'Этого пробного прогона больше нет.',
};

export const ORDER_SETTINGS_TEXTS: Readonly<Record<Language, OrderTexts>> = { en, ru };
