import * as v from 'valibot';
import type { Status } from '../core/issue';
import { type Jira, route } from './http';
import { WireStatus } from './wire/issue';

const TypesWithStatuses = v.array(v.object({ statuses: v.array(WireStatus) }));

/**
 * The statuses of a project's workflows, whatever the type of issue, in the order in which Jira
 * names them first. One read.
 */
export async function listProjectStatuses(
  jira: Jira,
  projectIdOrKey: string,
): Promise<readonly Status[]> {
  const types = await jira({
    method: 'GET',
    url: route`/rest/api/3/project/${projectIdOrKey}/statuses`,
    endpoint: '/rest/api/3/project/{projectIdOrKey}/statuses',
    answer: TypesWithStatuses,
    send: 'again',
  });
  const found = new Map<string, Status>();
  for (const { statuses } of types) {
    for (const status of statuses) if (!found.has(status.id)) found.set(status.id, status);
  }
  return [...found.values()];
}
