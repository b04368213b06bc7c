import type { FieldValue, HistoryEvent, NamedRef } from '../../core/sla/judge/history';

/** Fields of which a changelog tells what was added or removed, not what they held (by id). */
const LIST_FIELDS: Readonly<Record<string, string>> = {
  components: 'component',
  fixVersions: 'fix version',
  versions: 'version',
};

/** Their ids, and what changelogs call them, in lower case. */
export const listFields = Object.entries(LIST_FIELDS);

/**
 * Is this field, by id, one whose changelog tells single entries of a list: components, versions?
 */
export function isListField(id: string | undefined): boolean {
  return id !== undefined && Object.hasOwn(LIST_FIELDS, id);
}

/** A list as one value; null when nothing is in it. */
export function listValue(parts: readonly NamedRef[]): FieldValue | null {
  if (parts.length === 0) return null;
  const id = `[${parts.map((part) => part.id).join(', ')}]`;
  return { id, name: parts.map(({ name }) => name).join(','), parts };
}

/** The components or versions that an issue holds now; undefined when it was not read with them. */
export function listNow(value: unknown): readonly NamedRef[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((each) => {
    const { id, name } = (each ?? {}) as { id?: unknown; name?: unknown };
    return typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : [];
  });
}

/**
 * Gives each change of components and versions the whole list before and after it, in place: from
 * what the issue holds now, the changes are undone one by one, the last one first.
 *
 * It holds Web and Billing now, Billing was added last: that change led from Web to Web,Billing.
 */
export function tellWholeLists(
  events: HistoryEvent[],
  fields: { readonly [id: string]: unknown },
): void {
  const held = new Map<string, readonly NamedRef[]>();
  for (let index = events.length - 1; index >= 0; index--) {
    const event = events[index] as HistoryEvent;
    if (event.kind !== 'field' || !isListField(event.fieldId)) continue;
    const id = event.fieldId as string;
    const after = held.get(id) ?? listNow(fields[id]) ?? lastTold(events, id);
    const before = after.filter((part) => part.id !== event.to?.id);
    if (event.from !== null) before.push(event.from);
    held.set(id, before);
    events[index] = { ...event, from: listValue(before), to: listValue(after) };
  }
}

/** What the changes alone leave behind, where the issue was read without the field. */
function lastTold(events: readonly HistoryEvent[], id: string): readonly NamedRef[] {
  const parts = new Map<string, NamedRef>();
  for (const event of events) {
    if (event.kind !== 'field' || event.fieldId !== id) continue;
    if (event.from !== null) parts.delete(event.from.id);
    if (event.to !== null) parts.set(event.to.id, event.to);
  }
  return [...parts.values()];
}
