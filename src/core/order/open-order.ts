import { categoryOf } from './category-of';
import type { LinkGraph } from './link-graph';
import { NO_FACTS, type OrderFacts } from './order-facts';
import type { OrderRules } from './order-policy';
import { packEdges, strongComponents } from './strong-components';
import { inheritedWaits, type Known, ownWaits, type Wait } from './waits';

/** A graph with the rules that hold in it, ready for questions; each is worked out once. */
export type Order = Known & {
  /** What an issue waits for, by its own links and by its parent's. */
  readonly waitsOf: (issueId: string) => readonly Wait[];
  /** Not done, as far as the graph knows the issue. */
  readonly isLive: (issueId: string) => boolean;
  /** Would this wait be for somebody who waits for the issue as well (order semantics D1)? */
  readonly closesCircle: (issueId: string, wait: Wait) => boolean;
};

/** Prepares questions; reads nothing and keeps nothing of its arguments but references. */
export function openOrder(
  graph: LinkGraph,
  rules: OrderRules,
  facts: OrderFacts = NO_FACTS,
): Order {
  const known: Known = { graph, rules, facts };
  const waits = new Map<string, readonly Wait[]>();
  const waitsOf = (issueId: string, above: readonly string[] = []): readonly Wait[] => {
    const found = waits.get(issueId);
    if (found !== undefined) return found;
    const own = ownWaits(known, issueId);
    const parentId = graph.issues.get(issueId)?.parentId ?? null;
    // A parent of itself, whatever way round, hands nothing down.
    const inherits = parentId !== null && parentId !== issueId && !above.includes(parentId);
    const all = inherits
      ? [...own, ...inheritedWaits(known, issueId, waitsOf(parentId, [...above, issueId]))]
      : own;
    waits.set(issueId, all);
    return all;
  };
  const isLive = (issueId: string): boolean => {
    const issue = graph.issues.get(issueId);
    return issue !== undefined && categoryOf(rules, issue.key, issue.status) !== 'done';
  };
  let circles: Circles | null = null;
  return {
    ...known,
    waitsOf: (issueId) => waitsOf(issueId),
    isLive,
    closesCircle: (issueId, wait) => {
      circles ??= findCircles({ graph, waitsOf, isLive });
      return circles.share(issueId, wait);
    },
  };
}

type Circles = { readonly share: (issueId: string, wait: Wait) => boolean };

/**
 * Circles of live issues by hard waits. One that only a handed-down wait closes gates by its own
 * links all the same: what is handed down gives way, so somebody can always go first.
 */
function findCircles({
  graph,
  waitsOf,
  isLive,
}: Pick<Order, 'graph' | 'waitsOf' | 'isLive'>): Circles {
  const live = [...graph.issues.keys()].filter(isLive);
  const numbers = new Map(live.map((id, index) => [id, index]));
  const own: [number[], number[]] = [[], []];
  const all: [number[], number[]] = [[], []];
  for (const [index, id] of live.entries()) {
    for (const wait of waitsOf(id)) {
      const blocker = numbers.get(wait.blockerId);
      if (wait.hardness === 'soft' || blocker === undefined) continue;
      for (const edges of wait.isInherited ? [all] : [own, all]) {
        edges[0].push(index);
        edges[1].push(blocker);
      }
    }
  }
  const componentsOf = (edges: [number[], number[]]): Int32Array =>
    strongComponents(live.length, packEdges(live.length, ...edges)).of;
  const ofOwn = componentsOf(own);
  const ofAll = all[0].length === own[0].length ? ofOwn : componentsOf(all);
  return {
    share: (issueId, { blockerId, isInherited, hardness }) => {
      const [one, other] = [numbers.get(issueId), numbers.get(blockerId)];
      if (hardness === 'soft' || one === undefined || other === undefined) return false;
      const components = isInherited ? ofAll : ofOwn;
      return components[one] === components[other];
    },
  };
}
