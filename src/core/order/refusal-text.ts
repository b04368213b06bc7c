import { plainText } from './plain-text';
import { REFUSAL_WORDS, type RefusalLocale, type RefusalWords } from './refusal-words';

/** An open blocker that the reader of the refusal may know. */
export type NamedBlocker = {
  readonly key: string;
  readonly department: string;
  readonly statusName: string;
  readonly assigneeName: string | null;
  readonly dueDate: string | null;
};

export type Refusal = {
  readonly issueKey: string;
  readonly named: readonly NamedBlocker[];
  /** Open blockers that he may not know; `department` null where even that would tell too much. */
  readonly hidden: readonly { readonly department: string | null; readonly count: number }[];
};

/** Jira shows a validator's message in a flag; longer ones are cut off on the board. */
const LONGEST = 255;
const MOST_NAMED = 5;

/** Code points of a name; with five of these and the words around, one blocker always fits. */
const LONGEST_NAME = 40;

type Part = { readonly text: string; readonly items: number };

/**
 * Says why an issue can't start, in at most 255 code points of plain text. As many blockers as fit
 * are named (five at most), the rest is counted.
 *
 * `VIRT-7 can't start yet. It waits for NET-12 (Network, In progress, Anna, expected Tue 24 Nov)
 * and 1 item in Backup.`
 */
export function refusalText(refusal: Refusal, locale: RefusalLocale): string {
  const words = REFUSAL_WORDS[locale];
  const parts = [
    ...refusal.named.slice(0, MOST_NAMED).map((blocker) => namedPart(blocker, words)),
    ...refusal.hidden.map(({ department, count }) => ({
      text: words.hidden(count, department === null ? null : shortName(department)),
      items: count,
    })),
  ];
  const all = refusal.named.length + refusal.hidden.reduce((sum, { count }) => sum + count, 0);
  for (let shown = parts.length; shown > 0; shown -= 1) {
    const text = sentence(refusal.issueKey, parts.slice(0, shown), all, words);
    if ([...text].length <= LONGEST) return text;
  }
  return words.cannotStart(refusal.issueKey, words.items(all));
}

function sentence(
  issueKey: string,
  parts: readonly Part[],
  all: number,
  words: RefusalWords,
): string {
  const left = all - parts.reduce((sum, { items }) => sum + items, 0);
  const texts = parts.map(({ text }) => text);
  if (left > 0) texts.push(words.more(left));
  const last = texts.pop() ?? '';
  const list = texts.length === 0 ? last : `${texts.join(', ')} ${words.and} ${last}`;
  return words.cannotStart(issueKey, list);
}

function namedPart(blocker: NamedBlocker, words: RefusalWords): Part {
  const facts = [
    shortName(blocker.department),
    shortName(blocker.statusName),
    blocker.assigneeName === null ? words.notAssigned : shortName(blocker.assigneeName),
    ...(blocker.dueDate === null ? [] : [words.expected(blocker.dueDate)]),
  ];
  return { text: `${blocker.key} (${facts.join(', ')})`, items: 1 };
}

function shortName(name: string): string {
  return plainText(name, LONGEST_NAME);
}
