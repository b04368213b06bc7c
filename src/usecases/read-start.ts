import type { StartView } from '../contract/views';
import type { Issue } from '../core/issue';
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
 * are read too, as the viewer (for their names) and as the app (for circles that run through
 * them), the same two steps far as the rule in the workflow looks. No read when nothing is open.
 */
export async function readStart(
  env: UserEnv,
  issue: Issue,
  order: OrderRead,
  { departments, blockType }: OrderSettings,
): Promise<StartView> {
  const read = new Set(order.seen.map(({ id }) => id));
  const asAppSeesIt = order.asApp.find(({ id }) => id === issue.id) ?? issue;
  const missing = openNeighbourIds(asAppSeesIt, blockType).filter((id) => !read.has(id));
  const [seen, all] =
    missing.length === 0
      ? [[], []]
      : await Promise.all([
          env.asUser.listIssues(missing.filter(order.mayKnow)),
          env.asApp.listIssues(missing),
        ]);
  const graph = buildOrderGraph([...order.asApp, ...order.seen, ...all], blockType);
  const start = startOverview(issue, graph, order.mayKnow, departments);
  return startView(env, start, [...order.seen, ...seen], departments);
}
