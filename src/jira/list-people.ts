import * as v from 'valibot';
import type { Person as CorePerson } from '../core/issue';
import { type Jira, route } from './http';
import { inChunks } from './in-chunks';
import { Person } from './wire/person';

const PER_CALL = 50;
const SEARCH_RESULTS = 20;

/** These people, as far as Jira still knows them. One read per fifty, none for an empty list. */
export async function listPeople(
  jira: Jira,
  accountIds: readonly string[],
): Promise<readonly CorePerson[]> {
  const pages = await inChunks(accountIds, PER_CALL, (chunk) => {
    const query = new URLSearchParams(chunk.map((id): [string, string] => ['accountId', id]));
    query.set('maxResults', String(PER_CALL));
    return jira({
      method: 'GET',
      url: route`/rest/api/3/user/bulk?${query}`,
      endpoint: '/rest/api/3/user/bulk',
      answer: v.object({ values: v.array(Person) }),
      send: 'again',
    });
  });
  return pages.flatMap(({ values }) => values);
}

const FoundPerson = v.intersect([
  Person,
  v.object({ accountType: v.optional(v.string()), active: v.optional(v.boolean()) }),
]);

/** Active people (no apps, no portal customers) whose name or e-mail begins so. One read. */
export async function searchPeople(jira: Jira, text: string): Promise<readonly CorePerson[]> {
  const found = await jira({
    method: 'GET',
    url: route`/rest/api/3/user/search?query=${text}&maxResults=${SEARCH_RESULTS}`,
    endpoint: '/rest/api/3/user/search',
    answer: v.array(FoundPerson),
    send: 'again',
  });
  return found
    .filter(({ accountType, active }) => accountType === 'atlassian' && active !== false)
    .map(({ accountId, name, avatarUrl }) => ({ accountId, name, avatarUrl }));
}
