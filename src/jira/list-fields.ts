import * as v from 'valibot';
import { type Jira, route } from './http';

/** Ids of fields by their names in lower case: names need not be unique on a site. */
export type FieldIds = ReadonlyMap<string, readonly string[]>;

/** All fields of the site that the speaker may know of. One read. */
export async function listFields(jira: Jira): Promise<FieldIds> {
  const fields = await jira({
    method: 'GET',
    url: route`/rest/api/3/field`,
    endpoint: '/rest/api/3/field',
    answer: v.array(v.object({ id: v.string(), name: v.string() })),
    send: 'again',
  });
  const ids = new Map<string, readonly string[]>();
  for (const { id, name } of fields) {
    const lower = name.toLowerCase();
    ids.set(lower, [...(ids.get(lower) ?? []), id]);
  }
  return ids;
}
