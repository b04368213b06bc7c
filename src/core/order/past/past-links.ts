import type { IssueLink } from '../../issue';
import type { HistoryEvent, IncidentHistory } from '../../sla/judge/history';
import type { Instant } from '../../time';

/** What Jira calls a link type; changelogs tell links by these words only. */
export type LinkWords = {
  readonly typeId: string;
  readonly typeName: string;
  /** "is blocked by" */
  readonly inward: string;
  /** "blocks" */
  readonly outward: string;
};

/** An issue with its past, and the links that it carries now; of these only the keys count. */
export type PastIssue = {
  readonly history: IncidentHistory;
  readonly links: readonly (Pick<IssueLink, 'typeId' | 'end'> & { readonly otherKey: string })[];
};

/** A link between two issues while it stood; `to` null: it still does. */
export type PastLink = {
  readonly words: LinkWords;
  readonly end: IssueLink['end'];
  readonly otherKey: string;
  readonly from: Instant;
  readonly to: Instant | null;
};

type LinkEvent = Extract<HistoryEvent, { kind: 'link' }>;
type Followed = {
  readonly words: LinkWords;
  readonly end: IssueLink['end'];
  readonly otherKey: string;
  isThere: boolean;
  until: Instant | null;
};

/**
 * When an issue had which links of some types: from what it has now, back through what its changelog
 * says was added and removed. A link that nobody added has been there since the issue was created;
 * one that was added and is gone without a word (the other issue was deleted) is left out.
 *
 * "This issue is blocked by NET-12" added on Monday and still there: from Monday on.
 */
export function pastLinks(
  { history, links }: PastIssue,
  types: readonly LinkWords[],
): readonly PastLink[] {
  const followed = new Map<string, Followed>();
  const follow = (words: LinkWords, end: IssueLink['end'], otherKey: string): Followed => {
    const name = `${words.typeId} ${end} ${otherKey}`;
    const known = followed.get(name) ?? { words, end, otherKey, isThere: false, until: null };
    followed.set(name, known);
    return known;
  };
  for (const { typeId, end, otherKey } of links) {
    const words = types.find((type) => type.typeId === typeId);
    if (words !== undefined) follow(words, end, otherKey).isThere = true;
  }
  const found: PastLink[] = [];
  for (const event of [...history.events].reverse()) {
    if (event.kind !== 'link') continue;
    const told = toldBy(event, types);
    if (told === null) continue;
    const link = follow(told.words, told.end, event.otherKey);
    if (event.change === 'added' && link.isThere) {
      found.push(spanOf(link, event.at));
      link.isThere = false;
    } else if (event.change === 'removed') {
      link.isThere = true;
      link.until = event.at;
    }
  }
  for (const link of followed.values()) {
    if (link.isThere) found.push(spanOf(link, history.created));
  }
  return found;
}

function spanOf({ words, end, otherKey, until }: Followed, from: Instant): PastLink {
  return { words, end, otherKey, from, to: until };
}

/** Which type and which end a changelog's "This issue is blocked by NET-12" means. */
function toldBy(
  { text, otherKey }: LinkEvent,
  types: readonly LinkWords[],
): { readonly words: LinkWords; readonly end: IssueLink['end'] } | null {
  const said = text.toLowerCase();
  for (const words of types) {
    for (const end of ['inward', 'outward'] as const) {
      if (said.endsWith(` ${words[end]} ${otherKey}`.toLowerCase())) return { words, end };
    }
  }
  return null;
}
