import type { HistoryEvent, NamedRef, StatusRef } from '../../core/sla/history';
import type { WireItem } from './issue-schema';

type Distribute<T> = T extends unknown ? Omit<T, 'at' | 'record' | 'by' | 'byApp'> : never;

/** One change of a history record, before it knows when and by whom. */
export type Change = Distribute<HistoryEvent>;

/** What a changelog item means to the clocks; undefined for the many that mean nothing to them. */
export function changeOf(
  item: WireItem,
  statusOf: (id: string | null, name: string | null) => StatusRef,
): Change | undefined {
  // A custom field may be called Status too.
  if (item.fieldtype === 'custom') return undefined;
  const [from, to] = [named(item.from, item.fromString), named(item.to, item.toText)];
  switch (item.fieldId ?? item.field) {
    case 'status':
      return {
        kind: 'status',
        from: statusOf(text(item.from), text(item.fromString)),
        to: statusOf(text(item.to), text(item.toText)),
      };
    case 'priority':
      return { kind: 'priority', from, to };
    case 'resolution':
      return { kind: 'resolution', from, to };
    case 'issuetype':
    case 'Issue Type':
      return { kind: 'issueType', from, to };
    case 'assignee':
      return { kind: 'assignee', from: text(item.from), to: text(item.to) };
    case 'project':
    case 'Project':
      return { kind: 'moved', fromProject: from?.name ?? '', toProject: to?.name ?? '' };
    case 'issuelinks':
    case 'Link':
      return linkChange(item);
    default:
      return undefined;
  }
}

function linkChange(item: WireItem): Change | undefined {
  const added = text(item.to);
  const otherKey = added ?? text(item.from);
  if (otherKey === null) return undefined;
  return {
    kind: 'link',
    change: added === null ? 'removed' : 'added',
    otherKey,
    text: text(added === null ? item.fromString : item.toText) ?? '',
  };
}

/** Old records may lack one of the two: then the other one stands for both. */
function named(id: string | null | undefined, name: string | null | undefined): NamedRef | null {
  const [knownId, knownName] = [text(id), text(name)];
  if (knownId === null && knownName === null) return null;
  return { id: knownId ?? (knownName as string), name: knownName ?? (knownId as string) };
}

function text(value: string | null | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}
