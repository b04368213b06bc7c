import { type Circles, findCircles, findWaiters } from '../graph/circles';
import type { LinkGraph } from '../graph/link-graph';
import type { OrderRules } from '../policy/order-policy';
import { categoryOf } from './category-of';
import { NO_FACTS, type OrderFacts } from './order-facts';
import { inheritedWaits, type Known, ownWaits, type Wait } from './waits';

/** A graph with the rules that hold in it, ready for questions; each is worked out once. */
export type Order = Known & {
  /** What an issue waits for, by its own links and by its parent's. */
  readonly waitsOf: (issueId: string) => readonly Wait[];
  /** Who waits for an issue by a hard wait; may name one twice. */
  readonly waitersOf: (issueId: string) => readonly string[];
  /** Not done, as far as the graph knows the issue. */
  readonly isLive: (issueId: string) => boolean;
  readonly circles: () => Circles;
};

/**
 * Prepares questions; reads nothing and keeps nothing of its arguments but references.
 *
 * A blocks B: `waitsOf(B)` names A, `waitersOf(A)` is [B].
 */
export function openOrder(
  graph: LinkGraph,
  rules: OrderRules,
  facts: OrderFacts = NO_FACTS,
): Order {
  const known: Known = { graph, rules, facts };
  const waits = new Map<string, readonly Wait[]>();
  const find = (issueId: string, above: readonly string[]): readonly Wait[] => {
    const found = waits.get(issueId);
    if (found !== undefined) return found;
    const own = ownWaits(known, issueId);
    const parentId = graph.issues.get(issueId)?.parentId ?? null;
    // A parent of itself, whatever way round, hands nothing down.
    const inherits = parentId !== null && parentId !== issueId && !above.includes(parentId);
    const all = inherits
      ? [...own, ...inheritedWaits(known, issueId, find(parentId, [...above, issueId]))]
      : own;
    waits.set(issueId, all);
    return all;
  };
  const waitsOf = (issueId: string): readonly Wait[] => find(issueId, []);
  const isLive = (issueId: string): boolean => {
    const issue = graph.issues.get(issueId);
    return issue !== undefined && categoryOf(rules, issue.key, issue.status) !== 'done';
  };
  let circles: Circles | null = null;
  let waiters: ReadonlyMap<string, readonly string[]> | null = null;
  return {
    ...known,
    waitsOf,
    isLive,
    waitersOf: (issueId) => {
      waiters ??= findWaiters(graph, { waitsOf });
      return waiters.get(issueId) ?? [];
    },
    circles: () => {
      // A stub does not tell of a parent, so links with it may be none that order.
      circles ??= findCircles(graph.read, { waitsOf, isLive });
      return circles;
    },
  };
}
