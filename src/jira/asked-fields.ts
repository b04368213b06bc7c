import type { FieldIds } from './list-fields';

/** Fields to be read with an issue: ids for Jira, and what a policy calls some of them. */
export type AskedFields = {
  readonly ids: readonly string[];
  /** Ids by the name, in lower case, by which a policy asks. */
  readonly names: FieldIds;
};

export const NO_FIELDS_ASKED: AskedFields = { ids: [], names: new Map() };

/** Ids and names alike, in lower case, as a history looks them up. */
export function keysOf({ ids, names }: AskedFields): ReadonlySet<string> {
  return new Set([...ids.map((id) => id.toLowerCase()), ...names.keys()]);
}

/** Fields that Jira itself has, by id and by what changelogs call them, in lower case. */
const SYSTEM: Readonly<Record<string, string>> = {
  ...{ labels: 'labels', security: 'security' },
  ...{ components: 'components', component: 'components' },
  ...{ fixversions: 'fixVersions', 'fix version': 'fixVersions' },
  ...{ versions: 'versions', version: 'versions' },
};

/**
 * Finds the ids of the fields that a policy names by id or name; a name that the site does not have
 * asks for nothing. The site's fields are only read for names.
 *
 * `['Team', 'customfield_10060']` asks for `customfield_10050` and `customfield_10060` on a site
 * where Team is the former.
 */
export async function askedFields(
  fields: readonly string[],
  listAll: () => Promise<FieldIds>,
): Promise<AskedFields> {
  const ids = new Set<string>();
  const names = new Map<string, readonly string[]>();
  for (const field of fields) {
    const lower = field.toLowerCase();
    const id = SYSTEM[lower] ?? (/^customfield_\d+$/.test(lower) ? lower : undefined);
    if (id !== undefined) ids.add(id);
    else names.set(lower, (await listAll()).get(lower) ?? []);
  }
  for (const found of names.values()) for (const id of found) ids.add(id);
  return { ids: [...ids].sort(), names };
}
