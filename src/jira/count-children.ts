import * as v from 'valibot';
import type { ChildCount } from '../usecases/ports/jira-port';
import { type Jira, route } from './http';
import { WireStatus } from './wire/issue';

/** With so few fields Jira gives large pages; it may still give fewer. */
const PER_PAGE = 1000;

const WirePage = v.object({
  issues: v.array(
    v.object({
      fields: v.object({ status: WireStatus, parent: v.nullish(v.object({ id: v.string() })) }),
    }),
  ),
  nextPageToken: v.nullish(v.string(), null),
});

type Page = v.InferOutput<typeof WirePage>;

/**
 * Children done and in all, by parent, as the speaker may browse them; parents without any are
 * absent. One read per page of children, none without parents.
 */
export async function countChildren(
  jira: Jira,
  parentIds: readonly string[],
): Promise<ReadonlyMap<string, ChildCount>> {
  const counts = new Map<string, ChildCount>();
  if (parentIds.length === 0) return counts;
  const jql = `parent in (${parentIds.map(Number).join(', ')})`;
  let page: string | null = null;
  do {
    const { issues, nextPageToken }: Page = await readPage(jira, jql, page);
    for (const { fields } of issues) {
      if (!fields.parent) continue;
      const { done, total } = counts.get(fields.parent.id) ?? { done: 0, total: 0 };
      const one = fields.status.category === 'done' ? 1 : 0;
      counts.set(fields.parent.id, { done: done + one, total: total + 1 });
    }
    page = nextPageToken;
  } while (page !== null);
  return counts;
}

function readPage(jira: Jira, jql: string, page: string | null) {
  return jira({
    method: 'POST',
    url: route`/rest/api/3/search/jql`,
    endpoint: '/rest/api/3/search/jql',
    body: {
      jql,
      maxResults: PER_PAGE,
      fields: ['status', 'parent'],
      ...(page === null ? {} : { nextPageToken: page }),
    },
    answer: WirePage,
    send: 'again',
  });
}
