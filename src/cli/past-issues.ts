import type { LinkWords, PastIssue } from '../core/order/past/past-links';
import { NONE_ASKED } from '../jira/wire/field-values';
import type { InputNote } from '../jira/wire/issue-history';
import { parseIssueHistory } from '../jira/wire/issue-history';
import { type ReadProgress, streamExport } from './read-export';
import type { Survey } from './survey-export';

/** The past of every issue of an export, and the link types that its issues name. */
export type PastOfExport = {
  readonly issues: readonly PastIssue[];
  readonly linkTypes: readonly LinkWords[];
};

/**
 * Reads what the order of an export was: of each issue its moves, resolutions and links. Holds them
 * all at once, for the order is between issues; comments and other changes are left behind.
 */
export async function readPast(
  path: string,
  survey: Survey,
  hooks: { readonly note: (note: InputNote) => void; readonly progress: ReadProgress },
): Promise<PastOfExport> {
  const issues = new Map<string, PastIssue>();
  const linkTypes = new Map<string, LinkWords>();
  for await (const entry of streamExport(path, hooks.progress)) {
    if (entry.kind !== 'issue') continue;
    const { history, notes } = parseIssueHistory(entry.issue, survey.statuses, {
      asked: NONE_ASKED,
    });
    notes.forEach(hooks.note);
    if (history === null || issues.has(history.key)) continue;
    const events = history.events.filter(
      ({ kind }) => kind === 'status' || kind === 'resolution' || kind === 'link',
    );
    const found = linksOf(entry.issue);
    for (const { words } of found) linkTypes.set(words.typeId, words);
    const links = found.map(({ words, end, otherKey }) => ({
      ...{ typeId: words.typeId, end, otherKey },
    }));
    issues.set(history.key, { history: { ...history, events }, links });
  }
  return { issues: [...issues.values()], linkTypes: [...linkTypes.values()] };
}

type FoundLink = {
  readonly words: LinkWords;
  readonly end: 'inward' | 'outward';
  readonly otherKey: string;
};

/** Links that are as Jira sends them; others tell nothing. */
function linksOf(issue: unknown): readonly FoundLink[] {
  const links = at(at(issue, 'fields'), 'issuelinks');
  if (!Array.isArray(links)) return [];
  return links.flatMap((link): readonly FoundLink[] => {
    const type = at(link, 'type');
    const [id, name] = [at(type, 'id'), at(type, 'name')];
    const [inward, outward] = [at(type, 'inward'), at(type, 'outward')];
    if (typeof name !== 'string' || typeof inward !== 'string' || typeof outward !== 'string') {
      return [];
    }
    const words = { typeId: String(id ?? name), typeName: name, inward, outward };
    return (['inward', 'outward'] as const).flatMap((end) => {
      const otherKey = at(at(link, `${end}Issue`), 'key');
      return typeof otherKey === 'string' ? [{ words, end, otherKey }] : [];
    });
  });
}

function at(value: unknown, member: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, member))
    return undefined;
  return (value as Record<string, unknown>)[member];
}
