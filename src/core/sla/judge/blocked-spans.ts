import type { Instant, Span } from '../../time';
import type { HistoryEvent, IncidentHistory, StatusCategory } from './history';
import type { Blocked } from './judge-inputs';

/** What is read of an issue that stands, or once stood, before an incident. */
export type BlockerLife = {
  /** Every key that it has had: a record names it by that of its time. */
  readonly keys: readonly string[];
  /** Who stands in the way: a department, never an issue's key. */
  readonly by: string;
  /** What else a history may call it. */
  readonly alias?: string;
  /** When its hand-over to the incident was returned and not given again: it still stands there. */
  readonly returned?: readonly Span[];
  /** What its statuses meant since its creation, in order; an unknown one counts as open. */
  readonly statuses: readonly { readonly from: Instant; readonly category: StatusCategory }[];
};

/** Whose the incident was, from when to when. */
export type Owner = Span & { readonly department: string };

export type BlockingLinks = {
  /** How Jira words such a link in the changelog of whoever waits: `is blocked by`. */
  readonly words: string;
  /** Keys of what stands before the incident now. */
  readonly keysNow: readonly string[];
};

/** The end of what lasts: later than any moment of judging, so that the clock of now stands still. */
export const FOREVER = 8_640_000_000_000_000 as Instant;

/** Keys of everything that ever stood before the incident, as its records and its links name them. */
export function blockerKeys(history: IncidentHistory, links: BlockingLinks): string[] {
  const recorded = history.events.flatMap((event) =>
    isBlocking(event, links.words) ? [event.otherKey] : [],
  );
  return [...new Set([...recorded, ...links.keysNow])];
}

/**
 * When another department's work stood in the way of an incident: while a link says that it is
 * blocked, and its blocker is not done, or was done and its hand-over returned. At each instant one
 * department is named, the one that has stood in the way the longest; the spans are in order and
 * never overlap, and what still lasts ends at `FOREVER`. Nobody stands in his own way: while the
 * incident is the blocker's own department's (`owners`, without gaps), it is not blocked. A link
 * without a record is as old as the incident; one that is gone although nothing records its removal
 * (its blocker was deleted) says nothing of when, and counts as none.
 *
 * Linked to NET-12 at 10:00 and to VIRT-3 at 11:00, both open; NET-12 is done at 12:00, the link to
 * VIRT-3 is removed at 13:00: blocked by Network 10:00-12:00, by Virtualization 12:00-13:00.
 */
export function blockedSpans(
  history: IncidentHistory,
  links: BlockingLinks,
  lives: readonly BlockerLife[],
  owners: readonly Owner[] = [],
): Blocked[] {
  const spans = lives.flatMap((life) => {
    const linked = linkedSpans(history, links, life);
    const inTheWay = overlaps(overlaps(linked, openSpans(life)), foreignSpans(owners, life));
    return inTheWay.map((span) => ({ span, by: life.by }));
  });
  return oneAtATime(spans);
}

/** A blocker was opened again while it stood before the incident. */
export type Reopening = {
  readonly at: Instant;
  /** The blocker's present key, and whose it is. */
  readonly key: string;
  readonly by: string;
};

/**
 * When blockers were opened again, in order; of no effect but what `blockedSpans` tells. One that was
 * opened while no link said so is none.
 *
 * NET-5 blocks the incident from 10:00, is done at 11:00 and opened again at 12:00: [12:00 NET-5].
 */
export function reopenings(
  history: IncidentHistory,
  links: BlockingLinks,
  lives: readonly BlockerLife[],
): Reopening[] {
  const found = lives.flatMap((life) => {
    const linked = linkedSpans(history, links, life);
    const [key = ''] = life.keys;
    return life.statuses
      .filter(
        ({ category }, at) => category !== 'done' && life.statuses[at - 1]?.category === 'done',
      )
      .filter(({ from }) => linked.some((span) => span.from <= from && from < span.to))
      .map(({ from: at }) => ({ at, key, by: life.by }));
  });
  return found.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

/** When the incident was another department's; always, where nobody says whose it was. */
function foreignSpans(owners: readonly Owner[], { by, alias = by }: BlockerLife): Span[] {
  if (owners.length === 0) return [{ from: 0 as Instant, to: FOREVER }];
  const names = [by.toLowerCase(), alias.toLowerCase()];
  return owners.flatMap(({ from, to, department }, index) =>
    names.includes(department.toLowerCase())
      ? []
      : [{ from, to: index === owners.length - 1 ? FOREVER : to }],
  );
}

function isBlocking(
  event: HistoryEvent,
  words: string,
): event is Extract<HistoryEvent, { kind: 'link' }> {
  if (event.kind !== 'link') return false;
  const wanted = `${words} ${event.otherKey}`.toLowerCase();
  return event.text.toLowerCase().endsWith(wanted);
}

function linkedSpans(
  history: IncidentHistory,
  { words, keysNow }: BlockingLinks,
  { keys }: BlockerLife,
): Span[] {
  const spans: Span[] = [];
  const records = history.events
    .filter((event) => isBlocking(event, words))
    .filter(({ otherKey }) => keys.includes(otherKey));
  const isLinkedNow = keysNow.some((key) => keys.includes(key));
  const [first] = records;
  const isOld = first === undefined ? isLinkedNow : first.change === 'removed';
  let since = isOld ? history.created : null;
  for (const { change, at } of records) {
    if (change === 'added') since ??= at;
    else if (since !== null) {
      spans.push({ from: since, to: at });
      since = null;
    }
  }
  return since === null || !isLinkedNow ? spans : [...spans, { from: since, to: FOREVER }];
}

function openSpans({ statuses, returned = [] }: BlockerLife): Span[] {
  const open = statuses.flatMap(({ from, category }, index) =>
    category === 'done' ? [] : [{ from, to: statuses[index + 1]?.from ?? FOREVER }],
  );
  return [...open, ...returned];
}

/** Where both lists have a span. */
function overlaps(left: readonly Span[], right: readonly Span[]): Span[] {
  return left.flatMap((a) =>
    right.flatMap((b) => {
      const from = Math.max(a.from, b.from) as Instant;
      const to = Math.min(a.to, b.to) as Instant;
      return from < to ? [{ from, to }] : [];
    }),
  );
}

function oneAtATime(spans: readonly Blocked[]): Blocked[] {
  const inOrder = [...spans].sort(
    (a, b) => a.span.from - b.span.from || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0),
  );
  const found: Blocked[] = [];
  for (const { span, by } of inOrder) {
    const last = found.at(-1);
    const from = Math.max(span.from, last?.span.to ?? span.from) as Instant;
    if (span.to <= from) continue;
    if (last?.by === by && last.span.to === from) {
      found[found.length - 1] = { by, span: { from: last.span.from, to: span.to } };
    } else found.push({ by, span: { from, to: span.to } });
  }
  return found;
}
