import * as v from 'valibot';
import type { StatusRef } from '../core/sla/judge/history';
import { type Jira, route } from './http';

const CATEGORIES = ['new', 'indeterminate', 'done'] as const;

const WireStatusRef = v.pipe(
  v.object({ id: v.string(), name: v.string(), statusCategory: v.object({ key: v.string() }) }),
  v.transform(
    ({ id, name, statusCategory }): StatusRef => ({
      id,
      name,
      category: CATEGORIES.find((category) => category === statusCategory.key) ?? 'unknown',
    }),
  ),
);

/** All statuses of the site by id: a history names statuses that an issue has long left. One read. */
export async function listStatuses(jira: Jira): Promise<ReadonlyMap<string, StatusRef>> {
  const statuses = await jira({
    method: 'GET',
    url: route`/rest/api/3/status`,
    endpoint: '/rest/api/3/status',
    answer: v.array(WireStatusRef),
    send: 'again',
  });
  return new Map(statuses.map((status) => [status.id, status]));
}
