import { isOpen, type OrderGraph } from './order-graph';

/**
 * The shortest way from one issue to another along "blocks", ends included, as ids; null when
 * there is none. With A blocks B and B blocks C: from A to C = [A, B, C], from C to A = null.
 */
export function findPath(graph: OrderGraph, from: string, to: string): readonly string[] | null {
  return walk(graph, from, to, () => true);
}

/**
 * The shortest circle of issues that all wait for each other, through this one, as ids with the
 * first repeated at the end; null when it is on none. A circle that holds a done issue is none:
 * there somebody may start, and nobody waits in vain.
 */
export function findOpenCycle(graph: OrderGraph, id: string): readonly string[] | null {
  if (!isOpen(graph, id)) return null;
  let shortest: readonly string[] | null = null;
  for (const blocker of graph.blockersOf.get(id) ?? []) {
    const path = walk(graph, id, blocker, (other) => isOpen(graph, other));
    if (path !== null && (shortest === null || path.length < shortest.length)) shortest = path;
  }
  return shortest === null ? null : [...shortest, id];
}

/** Are these two on one circle of open issues? Then they do not gate each other (order semantics D1). */
export function shareOpenCycle(graph: OrderGraph, issue: string, blocker: string): boolean {
  return walk(graph, issue, blocker, (other) => isOpen(graph, other)) !== null;
}

/** Breadth first; every issue of the path but the first must pass the filter. */
function walk(
  graph: OrderGraph,
  from: string,
  to: string,
  passes: (id: string) => boolean,
): readonly string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (const id of queue) {
    if (id === to) return trace(cameFrom, to);
    for (const next of graph.successorsOf.get(id) ?? []) {
      if (cameFrom.has(next) || !passes(next)) continue;
      cameFrom.set(next, id);
      queue.push(next);
    }
  }
  return null;
}

function trace(cameFrom: ReadonlyMap<string, string | null>, to: string): readonly string[] {
  const path: string[] = [];
  for (let id: string | null = to; id !== null; id = cameFrom.get(id) ?? null) path.unshift(id);
  return path;
}
