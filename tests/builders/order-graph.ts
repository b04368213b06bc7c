import type { BlockLinkType } from '../../src/core/order/graph/block-links';
import { buildLinkGraph } from '../../src/core/order/graph/build-link-graph';
import { type OrderGraph, orderGraphOf } from '../../src/core/order/graph/order-graph';
import type { ReadIssue } from '../../src/core/order/graph/order-issue';
import { openOrder } from '../../src/core/order/judge/open-order';
import {
  DEFAULT_POLICY,
  DEFAULT_RULES,
  type OrderRules,
} from '../../src/core/order/policy/order-policy';
import { instant } from '../../src/core/time';

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
