import type { FieldValue, NamedRef } from '../judge/history';

/**
 * The parts of a list, as a changelog joins it: ids as `[10, 11]` with their names behind commas,
 * labels with spaces between them. A single value is its own only part. Names that hold commas
 * themselves cannot be told apart, so then the parts are known by their ids alone. `field` is its
 * name or id in lower case.
 *
 * `labels` of "vip gold" has the parts vip and gold.
 */
export function partsOf(field: string, value: FieldValue): readonly NamedRef[] {
  const { parts, id, name } = value;
  if (parts !== undefined) return parts;
  if (field === 'labels') return name.split(' ').map((label) => ({ id: label, name: label }));
  if (!id.startsWith('[') || !id.endsWith(']')) return [value];
  const ids = id.slice(1, -1).split(/\s*,\s*/);
  const names = name.split(/\s*,\s*/);
  return ids.map((each, index) => ({
    id: each,
    name: names.length === ids.length ? (names[index] as string) : each,
  }));
}
