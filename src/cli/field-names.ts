/** Ids of custom fields by their names in lower case: names need not be unique. */
export type FieldNames = Map<string, string[]>;

type Item = { field?: unknown; fieldId?: unknown; fieldtype?: unknown };

/** Learns what the changelog of an issue calls the site's own fields. */
export function learnFieldNames(issue: unknown, names: FieldNames): void {
  const { changelog } = (issue ?? {}) as { changelog?: { histories?: unknown } | null };
  if (!Array.isArray(changelog?.histories)) return;
  for (const history of changelog.histories as ({ items?: unknown } | null)[]) {
    if (!Array.isArray(history?.items)) continue;
    for (const item of history.items as (Item | null)[]) {
      if (item?.fieldtype === 'custom') addFieldName(item.field, item.fieldId, names);
    }
  }
}

/** Learns from `names`, as a search with `expand=names` answers them: names by id. */
export function learnListedNames(listed: unknown, names: FieldNames): void {
  if (typeof listed !== 'object' || listed === null) return;
  for (const [id, name] of Object.entries(listed)) addFieldName(name, id, names);
}

function addFieldName(name: unknown, id: unknown, names: FieldNames): void {
  if (typeof name !== 'string' || typeof id !== 'string' || !id.startsWith('customfield_')) return;
  const lower = name.toLowerCase();
  const ids = names.get(lower);
  if (ids === undefined) names.set(lower, [id]);
  else if (!ids.includes(id)) ids.push(id);
}

/** Of the fields that a policy asks about, those by name, with the ids that an export has for them. */
export function namedFields(
  fields: readonly string[],
  known: ReadonlyMap<string, readonly string[]>,
): Map<string, readonly string[]> {
  const names = fields.map((field) => field.toLowerCase()).filter((name) => !IDS.test(name));
  return new Map(names.map((name) => [name, known.get(name) ?? []]));
}

const IDS = /^(customfield_\d+|labels|components?|fix ?versions?|versions?|security)$/;
