import { holdOf } from '../../core/order/hold';
import type { LinkGraph } from '../../core/order/link-graph';
import { type Order, openOrder } from '../../core/order/open-order';
import { NO_FACTS, type OrderFacts, type UnreadableBlocker } from '../../core/order/order-facts';
import type { OrderRules } from '../../core/order/order-policy';
import type { OrderSite } from '../../core/order/order-site';
import { whyOpen } from '../../core/order/why-open';
import type { Env } from '../env';
import type { IssueOrder } from '../ports/order-ports';
import { readLagCalendars } from './lag-calendars';
import { everywhere } from './read-around';
import type { OrderSetup } from './read-order-site';

/** The issues of a screen, and whatever was read with them. */
export type ScreenAsked = {
  readonly issueIds: readonly string[];
  /** Whose passes are shown whether they matter now or not. */
  readonly passesOf: readonly string[];
  readonly graph: LinkGraph;
  readonly unreadable: readonly UnreadableBlocker[];
};

export type ScreenFacts = {
  readonly facts: OrderFacts;
  /** By issue id; absent where nothing was decided. */
  readonly own: ReadonlyMap<string, IssueOrder>;
};

/**
 * What besides Jira decides about the issues of a screen. Out of KVS one read, or a page for each
 * hundred issues with something of their own. SQL is asked only for what can change an answer:
 * passes where something is refused, confirmations where something cancelled is in the way, client
 * projects where a policy goes by them; so none for most issues, one for most that wait.
 */
export async function readScreenFacts(
  env: Env,
  asked: ScreenAsked,
  { site, rules }: OrderSetup,
): Promise<ScreenFacts> {
  const own = await readOwn(env, asked.issueIds);
  const dates = await readScreenDates(env, asked, own, site);
  const strictest = openOrder(asked.graph, everywhere(rules), dates);
  const needs = needsOf(env, asked, strictest, rules);
  const [confirmations, passes, links] = await Promise.all([
    env.order.listConfirmations(needs.confirmations),
    env.order.listPassesOn(needs.passes),
    needs.links.length === 0 ? [] : env.projects.listLinks(needs.links),
  ]);
  const clientProjectsOf = (id: string) => {
    const parentId = asked.graph.issues.get(id)?.parentId ?? null;
    const own = links.filter(({ issueId }) => issueId === id || issueId === parentId);
    return [...new Set(own.map(({ clientProjectId }) => clientProjectId))];
  };
  return { facts: { ...dates, confirmations, passes, clientProjectsOf }, own };
}

type OwnOrders = ReadonlyMap<string, IssueOrder>;

async function readOwn(env: Env, issueIds: readonly string[]): Promise<OwnOrders> {
  const [only] = issueIds;
  if (only === undefined) return new Map();
  if (issueIds.length > 1) return env.order.listIssueOrders();
  return new Map([[only, await env.order.findIssueOrder(only)]]);
}

async function readScreenDates(
  env: Env,
  { unreadable }: ScreenAsked,
  own: OwnOrders,
  site: OrderSite,
): Promise<OrderFacts> {
  const hasLags = [...own.values()].some(({ lags }) => Object.keys(lags).length > 0);
  const told = [...own].flatMap(([successorId, order]) =>
    order.unreadable.map((link) => ({ ...link, successorId })),
  );
  return {
    ...NO_FACTS,
    unreadable: [...unreadable, ...told],
    notBefore: new Map(
      [...own].flatMap(([id, { notBefore }]) => (notBefore === null ? [] : [[id, notBefore]])),
    ),
    lagOf: ({ successorId, linkId }) => own.get(successorId)?.lags[linkId] ?? null,
    isKept: ({ successorId, linkId }) =>
      own.get(successorId)?.keptLinkIds.includes(linkId) === true,
    calendarOf: await readLagCalendars(env, site, hasLags),
  };
}

type Needs = Readonly<Record<'confirmations' | 'passes' | 'links', readonly string[]>>;

/** Of which issues each statement has to be asked, the parents that hand their blockers down too. */
function needsOf(
  env: Env,
  { issueIds, passesOf, graph }: ScreenAsked,
  order: Order,
  { policies }: OrderRules,
): Needs {
  const now = env.now();
  const waiting = issueIds.filter((id) => order.isLive(id) && order.waitsOf(id).length > 0);
  const isHeld = (id: string): boolean =>
    holdOf(order, id, 'start', now).blockers.length > 0 ||
    holdOf(order, id, 'finish', now).blockers.length > 0;
  const isDated = (id: string): boolean => order.facts.notBefore.has(id);
  const isCancelled = (id: string): boolean =>
    order.waitsOf(id).some((wait) => whyOpen(order, wait, now)?.kind === 'notReleasing');
  const holdersOf = (ids: readonly string[]): readonly string[] => [
    ...new Set(ids.flatMap((id) => [id, ...order.waitsOf(id).map(({ edge }) => edge.successorId)])),
  ];
  const isShown = (id: string): boolean =>
    passesOf.includes(id) && (order.waitsOf(id).length > 0 || isDated(id));
  const byProject = policies.some(({ scope }) => scope.kind === 'clientProjects');
  const family = [...graph.issues.values()].flatMap(({ id, parentId }) => [id, parentId ?? id]);
  return {
    confirmations: holdersOf(waiting.filter(isCancelled)),
    passes: holdersOf(
      issueIds.filter((id) => (order.isLive(id) && (isHeld(id) || isDated(id))) || isShown(id)),
    ),
    links: byProject && waiting.length > 0 ? [...new Set(family)] : [],
  };
}
