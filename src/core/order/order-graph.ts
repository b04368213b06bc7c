import { type Instant, instant } from '../time';
import type { BlockLinkType } from './block-links';
import { buildLinkGraph } from './build-link-graph';
import { holdOf } from './hold';
import type { OrderEdge } from './link-graph';
import { type Order, openOrder } from './open-order';
import type { OrderIssue, ReadIssue } from './order-issue';
import { DEFAULT_POLICY, DEFAULT_RULES, type OrderRules } from './order-policy';

/** Who stands before whom, as far as the issues that were read tell. Keys of the maps are issue ids. */
export type OrderGraph = {
  /** Every issue that was read or is named by a link of one. */
  readonly issues: ReadonlyMap<string, OrderIssue>;
  readonly blockersOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly successorsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same, for the judge, and when he is asked. */
  readonly order: Order;
  readonly now: Instant;
};

/**
 * Joins the links of the issues that were read, all of one type, under the default policy. A link
 * seen from both ends is one edge, links in both directions are two (a circle of two); links between
 * a parent and its child are left out.
 */
export function buildOrderGraph(read: readonly ReadIssue[], type: BlockLinkType): OrderGraph {
  const linkTypes = [{ typeId: type, hardness: 'hard' as const }];
  const rules: OrderRules = { ...DEFAULT_RULES, policies: [{ ...DEFAULT_POLICY, linkTypes }] };
  // The default policy has no lags, so that it makes no difference when it is asked.
  return orderGraphOf(openOrder(buildLinkGraph(read, rules), rules), instant(0));
}

/** The graph of an order under whatever rules and facts it was opened with, as of an instant. */
export function orderGraphOf(order: Order, now: Instant): OrderGraph {
  const { issues, into, outOf } = order.graph;
  return {
    issues,
    blockersOf: idsOf(into, ({ blockerId }) => blockerId),
    successorsOf: idsOf(outOf, ({ successorId }) => successorId),
    order,
    now,
  };
}

/** Ids of the blockers for which the judge would refuse a start; in the order of their keys. */
export function gatingBlockerIds({ order, now }: OrderGraph, id: string): readonly string[] {
  return holdOf(order, id, 'start', now).blockers.map((blocker) => blocker.id);
}

function idsOf(
  edges: ReadonlyMap<string, readonly OrderEdge[]>,
  endOf: (edge: OrderEdge) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([...edges].map(([id, list]) => [id, new Set(list.map(endOf))]));
}
