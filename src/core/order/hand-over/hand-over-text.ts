import { plainText } from '../rule/plain-text';
import type { RefusalLocale } from '../rule/refusal-words';
import type { HandOverFact } from './hand-over';

/** What one department still has to be told before the blocker may be done. */
export type HandOverOwed = {
  readonly department: string;
  /** Labels of required fields. */
  readonly lacks: readonly string[];
  /** It was given, and came back. */
  readonly isReturned: boolean;
};

type Words = {
  readonly cannot: (key: string) => string;
  readonly lacks: (department: string, labels: string) => string;
  readonly returned: (department: string) => string;
  readonly more: (count: number) => string;
  readonly what: string;
};

const WORDS: Readonly<Record<RefusalLocale, Words>> = {
  en: {
    cannot: (key) => `${key} can't be finished yet.`,
    lacks: (department, labels) => `Hand-over to ${department} lacks: ${labels}.`,
    returned: (department) => `${department} returned the hand-over.`,
    more: (count) => `${count} more`,
    what: 'Hand over in the TAM panel.',
  },
  ru: {
    cannot: (key) => `${key} пока нельзя завершить.`,
    lacks: (department, labels) => `Для передачи в отдел ${department} не заполнено: ${labels}.`,
    returned: (department) => `Отдел ${department} вернул передачу.`,
    more: (count) => `ещё ${count}`,
    what: 'Передайте на панели TAM.',
  },
};

/** Jira shows a validator's message in a flag; longer ones are cut off on the board. */
const LONGEST = 255;
const LONGEST_NAME = 40;

/**
 * Why a blocker can't be finished yet, and what to do, in at most 255 code points of plain text:
 * departments in the order given and the labels that fit, the rest as a number.
 *
 * `UNIX-31 can't be finished yet. Hand-over to Backup lacks: VLAN, addresses. Hand over in the TAM
 * panel.`
 */
export function handOverRefusal(
  issueKey: string,
  owed: readonly HandOverOwed[],
  locale: RefusalLocale,
): string {
  const words = WORDS[locale];
  const most = Math.max(1, ...owed.map(({ lacks }) => lacks.length));
  for (let departments = owed.length; departments > 0; departments -= 1) {
    for (let labels = most; labels > 0; labels -= 1) {
      const text = [
        words.cannot(issueKey),
        ...owed.slice(0, departments).map((each) => sentence(each, labels, words)),
        words.what,
      ].join(' ');
      if ([...text].length <= LONGEST) return text;
    }
  }
  return `${words.cannot(issueKey)} ${words.what}`;
}

function sentence({ department, lacks, isReturned }: HandOverOwed, most: number, words: Words) {
  const name = plainText(department, LONGEST_NAME);
  if (isReturned || lacks.length === 0) return words.returned(name);
  const shown = lacks.slice(0, most).map((label) => plainText(label, LONGEST_NAME));
  const left = lacks.length - shown.length;
  return words.lacks(name, [...shown, ...(left > 0 ? [words.more(left)] : [])].join(', '));
}

/**
 * What was handed over, on one line of plain text for mails and comments; each answer cut to
 * `longest` code points, empty ones left out.
 *
 * `VLAN: 120; addresses: 10.1.4.0/24`
 */
export function handOverLine(facts: readonly HandOverFact[], longest = 200): string {
  return facts
    .filter(({ text }) => text.trim() !== '')
    .map(({ label, text }) => `${plainText(label, LONGEST_NAME)}: ${plainText(text, longest)}`)
    .join('; ');
}
