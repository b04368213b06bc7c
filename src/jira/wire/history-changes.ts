import type { HistoryEvent, NamedRef, StatusRef } from '../../core/sla/judge/history';
import type { Instant } from '../../core/time';
import { LONGEST_VALUE } from './field-values';
import type { WireItem } from './issue-schema';

/** When, in which record and by whom: what all changes of a record share. */
export type Stamp = {
  readonly at: Instant;
  readonly record: string;
  readonly by: string | null;
  readonly byApp: boolean;
};

/** Finds what an id and a name of that time mean. */
export interface Finder {
  status(id: string | null, name: string | null): StatusRef;
  /** The key of the issue's present project, if that is the one; else undefined. */
  projectKey(id: string | null): string | undefined;
  /** Does anybody want to know of this field, of which Jira's own rules know nothing? */
  asks(name: string, id: string | undefined): boolean;
}

/**
 * What a changelog item means to the clocks; undefined for the many that mean nothing to them.
 * `items` are all of its record: a move tells the project's name in one and its key in another.
 */
export function eventOf(
  item: WireItem,
  { at, record, by, byApp }: Stamp,
  finder: Finder,
  items: readonly WireItem[],
): HistoryEvent | undefined {
  // A custom field may be called Status too.
  if (item.fieldtype === 'custom') {
    if (!finder.asks(item.field, item.fieldId)) return undefined;
    return fieldEvent(item, { at, record, by, byApp });
  }
  // Each kind is written out, without spreading the stamp: that would take as long as all the rest.
  switch (item.fieldId ?? item.field) {
    case 'status': {
      const from = finder.status(text(item.from), text(item.fromString));
      const to = finder.status(text(item.to), toText(item));
      return { kind: 'status', at, record, by, byApp, from, to };
    }
    case 'priority':
      return { kind: 'priority', at, record, by, byApp, from: before(item), to: after(item) };
    case 'resolution':
      return { kind: 'resolution', at, record, by, byApp, from: before(item), to: after(item) };
    case 'issuetype':
    case 'Issue Type':
      return { kind: 'issueType', at, record, by, byApp, from: before(item), to: after(item) };
    case 'assignee':
      return { kind: 'assignee', at, record, by, byApp, from: text(item.from), to: text(item.to) };
    case 'reporter':
      return { kind: 'reporter', at, record, by, byApp, from: text(item.from), to: text(item.to) };
    case 'project':
    case 'Project':
      return movedEvent(item, { at, record, by, byApp }, finder, items);
    case 'duedate': {
      const [from, to] = [dateIn(item.from, item.fromString), dateIn(item.to, toText(item))];
      return { kind: 'dueDate', at, record, by, byApp, from, to };
    }
    case 'issuelinks':
    case 'Link':
      return linkEvent(item, { at, record, by, byApp });
    case 'components':
    case 'Component':
      return listEvent(item, { at, record, by, byApp }, 'components', finder);
    case 'fixVersions':
    case 'Fix Version':
      return listEvent(item, { at, record, by, byApp }, 'fixVersions', finder);
    case 'versions':
    case 'Version':
      return listEvent(item, { at, record, by, byApp }, 'versions', finder);
    case 'labels':
    case 'security':
      if (!finder.asks(item.field, item.fieldId)) return undefined;
      return fieldEvent(item, { at, record, by, byApp });
    default:
      return undefined;
  }
}

/** Long texts mean nothing to the clocks, and neither does the place on a board. */
function fieldEvent(item: WireItem, { at, record, by, byApp }: Stamp): HistoryEvent | undefined {
  const { field, fieldId } = item;
  const [from, to] = [before(item), after(item)];
  if (field === 'Rank' || isLong(from) || isLong(to)) return undefined;
  if (fieldId === undefined || fieldId === field) {
    return { kind: 'field', at, record, by, byApp, field, from, to };
  }
  return { kind: 'field', at, record, by, byApp, field, fieldId, from, to };
}

/** One entry of a list, added or removed: `tellWholeLists` makes the whole of it. */
function listEvent(
  item: WireItem,
  { at, record, by, byApp }: Stamp,
  fieldId: string,
  finder: Finder,
): HistoryEvent | undefined {
  if (!finder.asks(item.field, fieldId)) return undefined;
  const [from, to] = [before(item), after(item)];
  return { kind: 'field', at, record, by, byApp, field: item.field, fieldId, from, to };
}

function isLong(value: NamedRef | null): boolean {
  return value !== null && value.name.length > LONGEST_VALUE;
}

function linkEvent(item: WireItem, stamp: Stamp): HistoryEvent | undefined {
  const added = text(item.to);
  const otherKey = added ?? text(item.from);
  if (otherKey === null) return undefined;
  const { at, record, by, byApp } = stamp;
  const change = added === null ? 'removed' : 'added';
  const words = (added === null ? text(item.fromString) : toText(item)) ?? '';
  return { kind: 'link', at, record, by, byApp, change, otherKey, text: words };
}

/** Projects by key, as an issue names its present one: by the record's change of key, if it tells. */
function movedEvent(
  item: WireItem,
  { at, record, by, byApp }: Stamp,
  finder: Finder,
  items: readonly WireItem[],
): HistoryEvent {
  const key = items.find(({ field }) => field === 'Key' || field === 'key');
  const [from, to] = [before(item), after(item)];
  const fromProject =
    projectOf(key?.fromString) ?? finder.projectKey(from?.id ?? null) ?? from?.name ?? '';
  const toProject =
    projectOf(key && toText(key)) ?? finder.projectKey(to?.id ?? null) ?? to?.name ?? '';
  return { kind: 'moved', at, record, by, byApp, fromProject, toProject };
}

/** `NET` of `NET-12`. */
function projectOf(issueKey: string | null | undefined): string | undefined {
  return issueKey == null ? undefined : /^(.+)-\d+$/.exec(issueKey)?.[1];
}

/** `2026-11-20` of that, or of `2026-11-20 00:00:00.0`; null for what is no date. */
export function dateIn(...texts: readonly (string | null | undefined)[]): string | null {
  for (const text of texts) {
    if (text != null && /^\d{4}-\d{2}-\d{2}/.test(text)) return text.slice(0, 10);
  }
  return null;
}

/** What a move was called at its time, for people. */
export function projectNames(item: WireItem): { readonly from: string; readonly to: string } {
  return { from: before(item)?.name ?? '', to: after(item)?.name ?? '' };
}

function before(item: WireItem): NamedRef | null {
  return named(text(item.from), text(item.fromString));
}

function after(item: WireItem): NamedRef | null {
  return named(text(item.to), toText(item));
}

/** Old records may lack one of the two: then the other one stands for both. */
function named(id: string | null, name: string | null): NamedRef | null {
  if (id === null) return name === null ? null : { id: name, name };
  return { id, name: name ?? id };
}

function text(value: string | null | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}

/** Jira's name for it: an item without one has the method of every object there. */
function toText(item: WireItem): string | null {
  const value: unknown = item.toString;
  return typeof value === 'string' && value !== '' ? value : null;
}
