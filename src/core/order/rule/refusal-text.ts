import { toLocal } from '../../calendar/local-dates';
import type { Instant } from '../../time';
import type { Gate, WhyOpen } from '../judge/judgement';
import { plainText } from './plain-text';
import {
  REFUSAL_WORDS,
  type RefusalLocale,
  type RefusalWords,
  type Through,
  type UncertainCause,
} from './refusal-words';

/** An open blocker that the reader of the refusal may know. */
export type NamedBlocker = {
  readonly key: string;
  readonly department: string;
  readonly statusName: string;
  readonly assigneeName: string | null;
  readonly dueDate: string | null;
  /** Absent: because of its status. */
  readonly why?: WhyOpen;
  /** Absent: by a link of its own. */
  readonly through?: Through;
};

export type Refusal = {
  readonly issueKey: string;
  readonly named: readonly NamedBlocker[];
  /** Open blockers that he may not know; `department` null where even that would tell too much. */
  readonly hidden: readonly {
    readonly department: string | null;
    readonly count: number;
    /** When the last of them is due, YYYY-MM-DD. */
    readonly due?: string | null;
  }[];
  /** How many more there are that even the app cannot read. */
  readonly unreadable?: number;
  /** Absent: the start. */
  readonly gate?: Gate;
  readonly progress?: { readonly done: number; readonly total: number };
  readonly notBefore?: Instant | null;
  /** Where several policies stand: the one that refuses. */
  readonly policyName?: string | null;
  /** In which instants are told; where nobody knows one they are in UTC, and say so. */
  readonly timeZone?: string | null;
};

/** Jira shows a validator's message in a flag; longer ones are cut off on the board. */
const LONGEST = 255;
const MOST_NAMED = 5;

/**
 * Code points of a name, and whether the sentences behind the list stand: the next where with the
 * one before not even one blocker fits.
 */
const ATTEMPTS = [
  { longestName: 40, restStands: true },
  { longestName: 20, restStands: true },
  { longestName: 12, restStands: true },
  { longestName: 12, restStands: false },
];

/** How things are said in one language, with names cut to one length. */
type Saying = {
  readonly words: RefusalWords;
  readonly name: (name: string) => string;
  readonly moment: (at: Instant) => string;
};

type Part = { readonly text: string; readonly items: number };

/**
 * Says why an issue can't start or be finished, and how to get a pass, in at most 255 code points of
 * plain text. As many blockers as fit are named (five at most), the rest is counted; the way out
 * stands always.
 *
 * `VIRT-7 can't start yet. It waits for NET-12 (Network, In progress, Anna, expected Tue 24 Nov)
 * and 1 item in Backup. 1 of 3 done. Urgent? Ask for a pass in the TAM panel.`
 */
export function refusalText(refusal: Refusal, locale: RefusalLocale): string {
  const words = REFUSAL_WORDS[locale];
  const { hidden, named, unreadable = 0, issueKey, gate = 'start' } = refusal;
  const all = named.length + unreadable + hidden.reduce((sum, { count }) => sum + count, 0);
  for (const { longestName, restStands } of ATTEMPTS) {
    const say: Saying = {
      words,
      name: (name) => plainText(name, longestName),
      moment: (at) => momentOf(at, refusal.timeZone ?? null, words),
    };
    const parts = partsOf(refusal, say);
    const rest = [...(restStands ? restOf(refusal, say) : []), words.wayOut];
    if (all === 0) return rest.join(' ');
    for (let shown = parts.length; shown > 0; shown -= 1) {
      const list = listOf(parts.slice(0, shown), all, words);
      const text = [words.cannot[gate](issueKey, list), ...rest].join(' ');
      if ([...text].length <= LONGEST) return text;
    }
  }
  return `${words.cannot[gate](issueKey, words.items(all))} ${words.wayOut}`;
}

/**
 * Says that nobody could judge, why, and what to do, where the rules refuse then (order semantics
 * D31).
 */
export function uncertainText(
  issueKey: string,
  cause: UncertainCause,
  locale: RefusalLocale,
): string {
  return REFUSAL_WORDS[locale].uncertain[cause](issueKey);
}

function momentOf(at: Instant, timeZone: string | null, words: RefusalWords): string {
  const moment = words.moment(toLocal(timeZone ?? 'UTC', at));
  return timeZone === null ? `${moment} UTC` : moment;
}

function partsOf({ named, hidden, unreadable = 0 }: Refusal, say: Saying): readonly Part[] {
  const { words, name } = say;
  return [
    ...named.slice(0, MOST_NAMED).map((blocker) => namedPart(blocker, say)),
    ...hidden.map(({ department, count, due }) => {
      const items = words.hidden(count, department === null ? null : name(department));
      return { text: due == null ? items : `${items} (${words.expected(due)})`, items: count };
    }),
    ...(unreadable === 0 ? [] : [{ text: words.unreadable(unreadable), items: unreadable }]),
  ];
}

/** The sentences behind the list. */
function restOf(
  { issueKey, named, hidden, unreadable = 0, progress, notBefore, policyName }: Refusal,
  { words, name, moment }: Saying,
): readonly string[] {
  const isDateAlone = named.length + hidden.length + unreadable === 0;
  const rest: string[] = [];
  if (notBefore != null) {
    rest.push(words.notBefore(isDateAlone ? issueKey : null, moment(notBefore)));
  }
  if (progress !== undefined && progress.total > 1) rest.push(words.progress(progress));
  if (policyName != null) rest.push(words.policy(name(policyName)));
  return rest;
}

function listOf(parts: readonly Part[], all: number, words: RefusalWords): string {
  const left = all - parts.reduce((sum, { items }) => sum + items, 0);
  const texts = parts.map(({ text }) => text);
  if (left > 0) texts.push(words.more(left));
  const last = texts.pop() ?? '';
  return texts.length === 0 ? last : `${texts.join(', ')} ${words.and} ${last}`;
}

function namedPart(blocker: NamedBlocker, say: Saying): Part {
  const facts = [
    say.name(blocker.department),
    ...whyOf(blocker, say),
    ...(blocker.through === undefined ? [] : [say.words.through[blocker.through]]),
  ];
  return { text: `${blocker.key} (${facts.join(', ')})`, items: 1 };
}

function whyOf(
  { why, statusName, assigneeName, dueDate }: NamedBlocker,
  { words, name, moment }: Saying,
): readonly string[] {
  const status = name(statusName);
  switch (why?.kind) {
    case 'lag':
      return [status, words.lag(why.until === null ? null : moment(why.until))];
    case 'notReleasing':
      return [words.closedAs(name(why.closedAs.name))];
    case 'returned':
      return [status, words.returned];
    case 'unknown':
      return [status, words.unknown[why.because]];
    default:
      return [
        status,
        assigneeName === null ? words.notAssigned : name(assigneeName),
        ...(dueDate === null ? [] : [words.expected(dueDate)]),
      ];
  }
}
