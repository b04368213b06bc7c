import type { LinkGraph } from '../../../core/order/graph/link-graph';
import { holdOf } from '../../../core/order/judge/hold';
import { type Order, openOrder } from '../../../core/order/judge/open-order';
import {
  NO_FACTS,
  type OrderFacts,
  type UnreadableBlocker,
} from '../../../core/order/judge/order-facts';
import type { OrderRules } from '../../../core/order/policy/order-policy';
import type { OrderSite } from '../../../core/order/policy/order-site';
import type { Env } from '../../env';
import type { IssueOrder } from '../../ports/order-ports';
import { countingRows, returnedIn } from '../hand-over/read-returned';
import { giveBackPasses } from './give-back-passes';
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
 * hundred issues with something of their own. SQL is asked only where it can change an answer:
 * something is refused or cancelled, or a policy goes by client projects; one statement then, none
 * for most issues. Where departments hand over, one more for a list. Shown passes are looked at as
 * `giveBackPasses` does.
 */
export async function readScreenFacts(
  env: Env,
  asked: ScreenAsked,
  { site, rules }: OrderSetup,
): Promise<ScreenFacts> {
  const own = await readOwn(env, asked.issueIds);
  const dates = await readScreenDates(env, asked, own, site);
  const strictest = openOrder(asked.graph, everywhere(rules), dates);
  const { line, family } = needsOf(env, asked, strictest, rules);
  if (line.length === 0) return { facts: dates, own };
  const { links, confirmations, ...found } = await env.order.readReleases(line, family);
  // A line of a list says of a pass in vain that it was used; where passes are shown it is not.
  const passes = await giveBackPasses(env, found.passes, rules, (id) =>
    asked.passesOf.includes(id) ? asked.graph.issues.get(id) : undefined,
  );
  const clientProjectsOf = (id: string) => {
    const parentId = asked.graph.issues.get(id)?.parentId ?? null;
    const linked = links.filter(({ issueId }) => issueId === id || issueId === parentId);
    return [...new Set(linked.map(({ clientProjectId }) => clientProjectId))];
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
  { issueIds, unreadable }: ScreenAsked,
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
    isReturned: await readReturnedTo(env, issueIds, site),
    calendarOf: await readLagCalendars(env, site, hasLags),
  };
}

async function readReturnedTo(
  env: Env,
  issueIds: readonly string[],
  site: OrderSite,
): Promise<OrderFacts['isReturned']> {
  if (site.handOvers.length === 0 || issueIds.length === 0) return NO_FACTS.isReturned;
  return returnedIn(countingRows(await env.order.listHandOversOf(issueIds), site));
}

/** Whose passes and confirmations, and whose client projects, may change an answer. */
function needsOf(
  env: Env,
  { issueIds, passesOf, graph }: ScreenAsked,
  order: Order,
  { policies }: OrderRules,
): { readonly line: readonly string[]; readonly family: readonly string[] } {
  const now = env.now();
  const isDated = (id: string): boolean => order.facts.notBefore.has(id);
  const isHeld = (id: string): boolean =>
    isDated(id) ||
    holdOf(order, id, 'start', now).blockers.length > 0 ||
    holdOf(order, id, 'finish', now).blockers.length > 0;
  const isWaiting = (id: string): boolean => order.waitsOf(id).length > 0;
  const inQuestion = issueIds.filter((id) =>
    order.isLive(id) ? isHeld(id) : passesOf.includes(id) && isWaiting(id),
  );
  const shown = passesOf.filter((id) => isWaiting(id) || isDated(id));
  // A parent that hands its blockers down hands its passes and confirmations down as well.
  const line = [...inQuestion, ...shown].flatMap((id) => [
    id,
    ...order.waitsOf(id).map(({ edge }) => edge.successorId),
  ]);
  const isByProject = policies.some(({ scope }) => scope.kind === 'clientProjects');
  const family = [...graph.issues.values()].flatMap(({ id, parentId }) => [id, parentId ?? id]);
  const needsProjects = isByProject && (line.length > 0 || issueIds.some(isWaiting));
  if (!needsProjects) return { line: [...new Set(line)], family: issueIds };
  return { line: [...new Set(line.length === 0 ? issueIds : line)], family: [...new Set(family)] };
}
