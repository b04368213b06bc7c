import type { FieldValue, HistoryEvent, NamedRef } from '../../core/sla/judge/history';
import { listFields, listNow, listValue } from './list-fields';

/** Values of fields at some time, by field name and id in lower case. */
export type FieldValues = { [field: string]: FieldValue | null };

/** Which fields to tell of: those that policies ask about, by ids and names in lower case. */
export type AskedKeys = ReadonlySet<string>;

/** Most policies ask about no field, and a history costs much less without any. */
export const NONE_ASKED: AskedKeys = new Set();

/** Is it asked for, by id or by name? Without a list every field is. */
export function isAsked(asked: AskedKeys | undefined, name: string, id: string | undefined) {
  if (asked === undefined) return true;
  if (asked.size === 0) return false;
  return asked.has(name.toLowerCase()) || (id !== undefined && asked.has(id.toLowerCase()));
}

/** No condition of a policy compares with more than Jira's own limit of one line of text. */
export const LONGEST_VALUE = 255;

/** The change of a field that Jira's own rules know nothing of. */
export type FieldChange = Extract<HistoryEvent, { kind: 'field' }>;

/** What the ids of the site's own fields begin with. */
const OWN = 'customfield_';

const NO_FIELDS: FieldValues = {};

/**
 * What the fields held when the issue was created: what their first change changed from, else what
 * they hold now. Of custom fields that never changed only the id is known, unless `names` (ids by
 * names in lower case) tells more; those whose values are no text, number, choice or person are
 * passed over. With a list of what is `asked`, the others are not looked at.
 */
export function fieldsAtCreation(
  fields: { readonly [id: string]: unknown },
  changes: readonly FieldChange[] | null,
  names: ReadonlyMap<string, readonly string[]> = NO_NAMES,
  asked?: AskedKeys,
): FieldValues {
  if (asked?.size === 0) return NO_FIELDS;
  let values = systemValues(fields, asked);
  for (const id in fields) {
    // Most names are told apart by their length alone; this runs for each field of each issue.
    const isOwn = id.length > OWN.length && id.startsWith(OWN);
    if ((!isOwn && id !== 'labels') || !isAsked(asked, id, undefined)) continue;
    const value = refIn(fields[id]);
    if (value === null) continue;
    values ??= {};
    values[id] = value;
  }
  if (changes === null && values === null) return NO_FIELDS;
  values ??= {};
  tellFirstValues(values, changes ?? []);
  for (const [name, ids] of names) {
    if (values[name] !== undefined) continue;
    const id = ids.map((each) => each.toLowerCase()).find((each) => values[each] != null);
    if (id !== undefined) values[name] = values[id] as FieldValue;
  }
  return values;
}

const NO_NAMES: ReadonlyMap<string, readonly string[]> = new Map();

/** Security level, components and versions, where the issue was read with them and has some. */
function systemValues(
  fields: { readonly [id: string]: unknown },
  asked: AskedKeys | undefined,
): FieldValues | null {
  let values: FieldValues | null = null;
  const { security } = fields;
  if (security != null && isAsked(asked, 'security', undefined))
    values = { security: refIn(security) };
  for (const [id, name] of listFields) {
    const held = fields[id];
    // Exports send every list, and nearly all of them are empty.
    if (!Array.isArray(held) || held.length === 0 || !isAsked(asked, name, id)) continue;
    const value = listValue(listNow(held) ?? []);
    values ??= {};
    values[id.toLowerCase()] = value;
    values[name] = value;
  }
  return values;
}

function tellFirstValues(values: FieldValues, changes: readonly FieldChange[]): void {
  // The first change is the last to be written.
  for (let index = changes.length - 1; index >= 0; index--) {
    const { field, fieldId, from } = changes[index] as FieldChange;
    values[field.toLowerCase()] = from;
    if (fieldId !== undefined) values[fieldId.toLowerCase()] = from;
  }
}

/** A value of now as a changelog would tell it; lists as Jira joins them there. */
function refIn(value: unknown): NamedRef | null {
  if (typeof value === 'string') return textOf(value);
  if (typeof value === 'number') return textOf(String(value));
  if (Array.isArray(value)) return listOf(value);
  if (typeof value !== 'object' || value === null) return null;
  const { id, accountId, name, value: option, displayName } = value as Record<string, unknown>;
  const label = option ?? name ?? displayName;
  const key = id ?? accountId;
  if (typeof label !== 'string' || (typeof key !== 'string' && typeof key !== 'number'))
    return null;
  return { id: String(key), name: label };
}

function textOf(text: string): NamedRef | null {
  return text === '' || text.length > LONGEST_VALUE ? null : { id: text, name: text };
}

/** Labels stand with spaces between them; options as `[10, 11]`, and their names with commas. */
function listOf(list: readonly unknown[]): NamedRef | null {
  if (list.length === 0) return null;
  if (list.every((each) => typeof each === 'string')) return textOf(list.join(' '));
  const refs = list.map(refIn);
  if (!refs.every((ref) => ref !== null)) return null;
  return {
    id: `[${refs.map(({ id }) => id).join(', ')}]`,
    name: refs.map(({ name }) => name).join(','),
  };
}
