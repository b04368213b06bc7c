import type { StartView } from '../../contract/views';
import type { Issue, Person } from '../../core/issue';
import { startOverview } from '../../core/project/start-overview';
import type { UserEnv } from '../env';
import type { OrderSetup } from '../order/read/read-order-site';
import { type Shown, startView } from '../order/screens/start-view';
import type { OrderRead } from './read-order';

/** "May I start?" for an issue that `order` was read for as its focus. No read. */
export function readStart(
  env: UserEnv,
  issue: Issue,
  order: OrderRead,
  setup: Pick<OrderSetup, 'departments'>,
  people: readonly Person[] = [],
): StartView {
  const shown = shownTo(env, order, setup, people);
  const start = startOverview(issue.id, order.graph, shown.viewer, setup.departments);
  return startView(env, start, shown);
}

/** What the viewer may know of an order, for whatever has to be put into words. */
function shownTo(
  env: UserEnv,
  order: OrderRead,
  { departments }: Pick<OrderSetup, 'departments'>,
  people: readonly Person[] = [],
): Shown {
  const byId = new Map([...order.seen, ...order.seenElsewhere].map((issue) => [issue.id, issue]));
  return {
    graph: order.graph,
    viewer: { accountId: env.viewer.accountId, mayKnow: order.mayKnow },
    departments,
    issueOf: (id) => byId.get(id),
    nameOf: (accountId) => people.find((one) => one.accountId === accountId)?.name ?? null,
  };
}
