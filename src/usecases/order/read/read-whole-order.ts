import { inBatches } from '../../../core/in-batches';
import type { Issue } from '../../../core/issue';
import { buildLinkGraph } from '../../../core/order/graph/build-link-graph';
import { type Order, openOrder } from '../../../core/order/judge/open-order';
import { NO_FACTS, type OrderFacts } from '../../../core/order/judge/order-facts';
import type { OrderRules } from '../../../core/order/policy/order-policy';
import type { Env } from '../../env';
import type { IssueOrder } from '../../ports/order-ports';
import { countingRows, returnedIn } from '../hand-over/read-returned';
import { giveBackPasses } from './give-back-passes';
import { readLagCalendars } from './lag-calendars';
import { searchChildren } from './list-heirs';
import { withoutUnreadable } from './read-around';
import type { OrderSetup } from './read-order-site';

/** Many issues in one graph, as the app reads them. */
export type WholeOrder = {
  readonly issues: ReadonlyMap<string, Issue>;
  readonly order: Order;
};

const IDS_A_STATEMENT = 1000;

/**
 * Reads these issues and what stands next to them, and everything that is known about them, so that
 * each can be judged without another question. One read of Jira per hundred, three statements of
 * SQL per thousand, one read of KVS per hundred issues with a date or lag of their own. Where a
 * parent counts as done with its children, one search besides for 200 open blockers.
 */
export async function readWholeOrder(
  env: Env,
  ids: readonly string[],
  setup: OrderSetup,
): Promise<WholeOrder> {
  const read = [...(await env.asApp.listIssues(ids))];
  const near = buildLinkGraph(read, setup.rules);
  const asked = new Set(ids);
  const own = await env.order.listIssueOrders();
  const told = [...own.values()].flatMap(({ unreadable }) => unreadable);
  const children = await listChildren(env, openOrder(near, setup.rules), setup.rules);
  const others = [...near.issues.keys(), ...told.map(({ blockerId }) => blockerId), ...children];
  const missing = [...new Set(others)].filter((id) => !asked.has(id));
  read.push(...(await env.asApp.listIssues(missing)));
  const issues = new Map(read.map((issue) => [issue.id, issue]));
  const facts = await readFacts(env, read, own, setup);
  const { graph, unreadable } = withoutUnreadable(read, new Set(near.issues.keys()), setup.rules);
  const all = { ...facts, unreadable: [...facts.unreadable, ...unreadable] };
  return { issues, order: openOrder(graph, setup.rules, all) };
}

/** Of open blockers, where some policy counts a parent as done with its children (D14). */
async function listChildren(
  env: Env,
  { graph, isLive }: Order,
  { policies }: OrderRules,
): Promise<readonly string[]> {
  if (!policies.some(({ epicDone }) => epicDone === 'orAllChildren')) return [];
  return searchChildren(env, [...graph.outOf.keys()].filter(isLive));
}

async function readFacts(
  env: Env,
  read: readonly Issue[],
  own: ReadonlyMap<string, IssueOrder>,
  { site, rules }: OrderSetup,
): Promise<OrderFacts> {
  const hasLags = [...own.values()].some(({ lags }) => Object.keys(lags).length > 0);
  const calendarOf = await readLagCalendars(env, site, hasLags);
  const ids = read.map(({ id }) => id);
  const came = new Set(ids);
  const family = [...new Set(read.flatMap(({ id, parentId }) => [id, parentId ?? id]))];
  const [confirmations, passes, links, handOvers] = await Promise.all([
    listAll(ids, env.order.listConfirmations),
    listAll(ids, env.order.listPassesOn),
    listAll(family, env.projects.listLinks),
    listAll(site.handOvers.length === 0 ? [] : ids, env.order.listHandOversOf),
  ]);
  const projectOf = new Map(links.map((link) => [link.issueId, link.clientProjectId]));
  const parentOf = new Map(read.map(({ id, parentId }) => [id, parentId]));
  const issueOf = new Map(read.map((issue) => [issue.id, issue]));
  return {
    ...NO_FACTS,
    ...{ confirmations, calendarOf },
    passes: await giveBackPasses(env, passes, rules, (id) => issueOf.get(id)),
    unreadable: [...own].flatMap(([successorId, { unreadable }]) =>
      unreadable
        .filter(({ blockerId }) => !came.has(blockerId))
        .map((link) => ({ ...link, successorId })),
    ),
    notBefore: new Map(
      [...own].flatMap(([id, { notBefore }]) => (notBefore === null ? [] : [[id, notBefore]])),
    ),
    lagOf: ({ successorId, linkId }) => own.get(successorId)?.lags[linkId] ?? null,
    isKept: ({ successorId, linkId }) =>
      own.get(successorId)?.keptLinkIds.includes(linkId) === true,
    isReturned: returnedIn(countingRows(handOvers, site)),
    clientProjectsOf: (id) => {
      const found = [projectOf.get(id), projectOf.get(parentOf.get(id) ?? '')];
      return [...new Set(found.filter((project) => project !== undefined))];
    },
  };
}

async function listAll<T>(
  ids: readonly string[],
  list: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (const batch of inBatches(ids, IDS_A_STATEMENT)) found.push(...(await list(batch)));
  return found;
}
