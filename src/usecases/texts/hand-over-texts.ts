import type { Language } from '../../core/language';

/** What is said to people about hand-overs. */
export type HandOverTexts = {
  readonly mayNotEdit: string;
  readonly noForm: string;
  readonly changed: string;
  readonly notNow: string;
  readonly required: string;
  readonly tooLong: (most: number) => string;
  readonly reasonLength: (least: number, most: number) => string;
  readonly hasFaults: string;
  readonly badge: string;
  /** Mails: `key` is whose mail it is, `other` is a key or nothing. */
  readonly given: (key: string, department: string, other: string, facts: string) => string;
  readonly returned: (key: string, department: string, other: string, reason: string) => string;
  /** Behind "you may start": what was handed over. */
  readonly facts: (from: string, facts: string) => string;
  /** Closed past the rule. */
  readonly flag: (key: string) => string;
};

export const HAND_OVER_TEXTS: Readonly<Record<Language, HandOverTexts>> = {
  en: {
    mayNotEdit: 'Hand-overs are given and answered by people who may edit this issue.',
    noForm: 'Nothing is handed over between these two issues any more. Reload the page.',
    changed: 'Somebody has acted on this hand-over meanwhile. Look at it and try again.',
    notNow: 'That is not possible as the hand-over stands now. Reload the page.',
    required: 'Fill this in.',
    tooLong: (most) => `At most ${most} characters.`,
    reasonLength: (least, most) => `Say why, in ${least} to ${most} characters.`,
    hasFaults: 'Check the marked fields.',
    badge: 'Hand-over waits for you',
    given: (key, department, other, facts) =>
      `${key}: ${department} hands over${inBrackets(other)}: ${facts}. Accept or return it in the TAM panel.`,
    returned: (key, department, other, reason) =>
      `${key}: ${department} returned the hand-over${inBrackets(other)}: ${reason}. Until it is given again, they wait for you.`,
    facts: (from, facts) => `Handed over by ${from}: ${facts}.`,
    flag: (key) => `${key} was closed without the hand-over that the next department needs.`,
  },
  ru: {
    mayNotEdit: 'Передают и принимают те, кто может редактировать эту задачу.',
    noForm: 'Между этими задачами больше ничего не передаётся. Обновите страницу.',
    changed: 'Эту передачу тем временем изменил кто-то другой. Посмотрите и попробуйте снова.',
    notNow: 'Сейчас с этой передачей так поступить нельзя. Обновите страницу.',
    required: 'Заполните это поле.',
    tooLong: (most) => `Не больше ${most} знаков.`,
    reasonLength: (least, most) => `Напишите причину, от ${least} до ${most} знаков.`,
    hasFaults: 'Проверьте отмеченные поля.',
    badge: 'Передача ждёт вас',
    given: (key, department, other, facts) =>
      `${key}: отдел ${department} передаёт работу${inBrackets(other)}: ${facts}. Примите или верните на панели TAM.`,
    returned: (key, department, other, reason) =>
      `${key}: отдел ${department} вернул передачу${inBrackets(other)}: ${reason}. Пока вы не передадите снова, ждут вас.`,
    facts: (from, facts) => `Передано (${from}): ${facts}.`,
    flag: (key) => `${key} закрыта без передачи, которая нужна следующему отделу.`,
  },
};

function inBrackets(other: string): string {
  return other === '' ? '' : ` (${other})`;
}
