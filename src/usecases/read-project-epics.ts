import { calendarDate } from '../core/project/calendar-date';
import { type Overview, overviewOf } from '../core/project/overview';
import type { UserEnv } from './env';
import type { OrderSettings } from './order-settings';
import { type OrderRead, readOrder } from './read-order';

export type ProjectEpics = { readonly order: OrderRead; readonly overview: Overview };

/**
 * A client project's epics as the viewer may see them. One SQL statement; reads of Jira: two per
 * hundred epics and one page of their children.
 */
export async function readProjectEpics(
  env: UserEnv,
  clientProjectId: string,
  { departments, blockType }: OrderSettings,
): Promise<ProjectEpics> {
  const links = await env.projects.listEpics(clientProjectId);
  const ids = links.map(({ issueId }) => issueId);
  const order = await readOrder(env, ids, blockType);
  const children = await env.asUser.countChildren(order.seen.map(({ id }) => id));
  const today = calendarDate(env.now(), env.viewer.timeZone);
  const overview = overviewOf({ ...order, children, departments, today });
  return { order, overview };
}
