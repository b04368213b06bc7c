import type { StartView } from '../contract/views';
import type { Issue } from '../core/issue';
import { findCircle } from '../core/order/find-circle';
import { buildOrderGraph } from '../core/order/order-graph';
import { startOverview } from '../core/project/start-overview';
import type { UserEnv } from './env';
import type { OrderSettings } from './order-settings';
import { type OrderRead, openNeighbourIds } from './read-order';
import { startView } from './views';

/** Does anything stand before this issue, done or not, visible to the viewer or not? */
export function hasBlockers(issue: Issue, { graph }: OrderRead): boolean {
  return (graph.blockersOf.get(issue.id)?.size ?? 0) > 0;
}

/**
 * "May I start?" for an issue that `order` has read. Its open neighbours outside of what was read
 * are read as the app, for circles that run through them, two steps far as the rule in the workflow
 * looks; the members of such a circle as the viewer too, who is shown it when he may browse them
 * all. No read when nothing is open.
 */
export async function readStart(
  env: UserEnv,
  issue: Issue,
  order: OrderRead,
  { departments, blockType }: OrderSettings,
): Promise<StartView> {
  const read = new Set([...order.seen, ...order.asApp].map(({ id }) => id));
  const asAppSeesIt = order.asApp.find(({ id }) => id === issue.id) ?? issue;
  const missing = openNeighbourIds(asAppSeesIt, blockType).filter((id) => !read.has(id));
  const neighbours = await env.asApp.listIssues(missing);
  const graph = buildOrderGraph([...order.asApp, ...order.seen, ...neighbours], blockType);
  const circle = findCircle(graph.order, issue.id) ?? [];
  const inCircle = await env.asUser.listIssues(circle.filter((id) => !order.mayKnow(id)));
  const seen = [...order.seen, ...order.seenElsewhere, ...inCircle];
  const seenIds = new Set(seen.map(({ id }) => id));
  const start = startOverview(issue, graph, (id) => seenIds.has(id), departments);
  return startView(env, start, seen, departments);
}
