import type { Instant } from '../../time';
import { holdOf } from '../judge/hold';
import type { Order } from '../judge/open-order';
import type { OrderEdge } from './link-graph';
import type { OrderIssue } from './order-issue';

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

/**
 * Ids of the blockers for which the judge would refuse a start; in the order of their keys.
 *
 * VIRT-7 waits for NET-12 (To Do) and UNIX-3 (Done): the id of NET-12.
 */
export function gatingBlockerIds({ order, now }: OrderGraph, id: string): readonly string[] {
  return holdOf(order, id, 'start', now).blockers.map((blocker) => blocker.id);
}

function idsOf(
  edges: ReadonlyMap<string, readonly OrderEdge[]>,
  endOf: (edge: OrderEdge) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([...edges].map(([id, list]) => [id, new Set(list.map(endOf))]));
}
