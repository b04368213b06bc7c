import { calendarDate } from '../../core/project/calendar-date';
import { type Overview, overviewOf } from '../../core/project/overview';
import type { UserEnv } from '../env';
import type { OrderSetup } from '../order/read/read-order-site';
import { aboutAll, type OrderRead, readOrder } from '../screens/read-order';

export type ProjectEpics = { readonly order: OrderRead; readonly overview: Overview };

/**
 * A client project's epics as the viewer may see them; `focusId` is the one whose panel it is. One
 * SQL statement, what `readOrder` takes, and one page of the epics' children from Jira.
 */
export async function readProjectEpics(
  env: UserEnv,
  clientProjectId: string,
  setup: OrderSetup,
  focusId: string | null = null,
): Promise<ProjectEpics> {
  const links = await env.projects.listEpics(clientProjectId);
  const ids = links.map(({ issueId }) => issueId);
  const isEpic = focusId !== null && ids.includes(focusId);
  const asked = isEpic ? { issueIds: ids, focusId, passesOf: [focusId] } : aboutAll(ids);
  const order = await readOrder(env, asked, setup);
  const children = await env.asUser.countChildren(order.seen.map(({ id }) => id));
  const today = calendarDate(env.now(), env.viewer.timeZone);
  const overview = overviewOf({ ...order, children, departments: setup.departments, today });
  return { order, overview };
}
