import type { HistoryEvent, NamedRef, StatusRef } from '../../core/sla/history';
import type { Instant } from '../../core/time';
import type { WireItem } from './issue-schema';

/** When, in which record and by whom: what all changes of a record share. */
export type Stamp = {
  readonly at: Instant;
  readonly record: string;
  readonly by: string | null;
  readonly byApp: boolean;
};

/** Finds the status that an id and a name of that time mean. */
export interface StatusFinder {
  status(id: string | null, name: string | null): StatusRef;
}

/** What a changelog item means to the clocks; undefined for the many that mean nothing to them. */
export function eventOf(
  item: WireItem,
  { at, record, by, byApp }: Stamp,
  statuses: StatusFinder,
): HistoryEvent | undefined {
  // A custom field may be called Status too.
  if (item.fieldtype === 'custom') return undefined;
  // Each kind is written out, without spreading the stamp: that would take as long as all the rest.
  switch (item.fieldId ?? item.field) {
    case 'status': {
      const from = statuses.status(text(item.from), text(item.fromString));
      const to = statuses.status(text(item.to), toText(item));
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
    case 'project':
    case 'Project': {
      const [fromProject, toProject] = [before(item)?.name ?? '', after(item)?.name ?? ''];
      return { kind: 'moved', at, record, by, byApp, fromProject, toProject };
    }
    case 'issuelinks':
    case 'Link':
      return linkEvent(item, { at, record, by, byApp });
    default:
      return undefined;
  }
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
