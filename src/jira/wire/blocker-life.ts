import type { BlockerLife } from '../../core/sla/judge/blocked-spans';
import type { StatusCategory } from '../../core/sla/judge/history';
import { type Instant, instant } from '../../core/time';
import { isHistory, isItem, type WireItem } from './issue-schema';
import { type KnownStatuses, readStatus } from './known-statuses';
import { parseJiraTime } from './parse-jira-time';

/** Earlier than every link: only what came after the first link matters. */
const EVER = instant(0);

type Change = { readonly at: Instant; readonly item: WireItem };

/**
 * What an issue's statuses meant, from its changelog in any order: before its first change what
 * that one came from, without any what it means now (`statusNow` as Jira writes a status). A status
 * that the site does not list has an unknown category; records that are not readable are passed over.
 */
export function statusesOf(
  histories: readonly unknown[],
  statusNow: unknown,
  known: KnownStatuses,
): BlockerLife['statuses'] {
  const changes = changesOf(histories, (item) => (item.fieldId ?? item.field) === 'status');
  const [first] = changes;
  if (first === undefined) {
    const now = readStatus(statusNow);
    return [{ from: EVER, category: now?.category ?? 'unknown' }];
  }
  return [
    { from: EVER, category: categoryOf(first.item.from, first.item.fromString, known) },
    ...changes.map(({ at, item }) => ({
      from: at,
      category: categoryOf(item.to, item.toString as unknown, known),
    })),
  ];
}

/** Every key that an issue had before it was moved, as far as these records tell. */
export function formerKeys(histories: readonly unknown[]): string[] {
  return changesOf(histories, ({ field }) => field === 'Key').flatMap(
    ({ item }) => item.fromString ?? [],
  );
}

function changesOf(
  histories: readonly unknown[],
  isAsked: (item: WireItem) => boolean,
): readonly Change[] {
  return histories
    .flatMap((history) => {
      const at = isHistory(history) ? parseJiraTime(history.created) : undefined;
      if (at === undefined || !isHistory(history)) return [];
      return history.items
        .filter(isItem)
        .filter((item) => item.fieldtype !== 'custom' && isAsked(item))
        .map((item) => ({ at, item }));
    })
    .sort((a, b) => a.at - b.at);
}

/** By id, then by the name of that time. */
function categoryOf(id: unknown, name: unknown, known: KnownStatuses): StatusCategory {
  const byId = typeof id === 'string' ? known.get(id) : undefined;
  if (byId !== undefined) return byId.category;
  return [...known.values()].find((status) => status.name === name)?.category ?? 'unknown';
}
