import type { OrderGraph } from './order-graph';

/**
 * Puts issues into an order in which every blocker stands before its successors; issues that
 * nothing orders stand by key. Issues on a circle (and what waits for them) come last, by key.
 *
 * NET-12 blocks VIRT-7 blocks BCK-3, with AAA-1 free: AAA-1, NET-12, VIRT-7, BCK-3.
 */
export function sortByOrder(graph: OrderGraph, ids: readonly string[]): readonly string[] {
  const byKey = [...ids].sort((a, b) => compareKeys(keyOf(graph, a), keyOf(graph, b)));
  return firstThingsFirst(byKey, (id, other) => graph.blockersOf.get(id)?.has(other) ?? false);
}

/**
 * Moves everything behind what it waits for and keeps the order otherwise; a circle and what waits
 * for it stay last as they stood.
 *
 * [B, A, C], and B waits for A: [A, B, C].
 */
export function firstThingsFirst<T>(
  things: readonly T[],
  waitsFor: (thing: T, other: T) => boolean,
): readonly T[] {
  const rest = [...things];
  const sorted: T[] = [];
  while (rest.length > 0) {
    const free = rest.findIndex((thing) => !rest.some((other) => waitsFor(thing, other)));
    if (free === -1) return [...sorted, ...rest];
    sorted.push(...rest.splice(free, 1));
  }
  return sorted;
}

/** By project, then by number: NET-9 before NET-12 before VIRT-1. */
export function compareKeys(a: string, b: string): number {
  const [projectA, numberA] = splitKey(a);
  const [projectB, numberB] = splitKey(b);
  if (projectA !== projectB) return projectA < projectB ? -1 : 1;
  return numberA - numberB;
}

function splitKey(key: string): readonly [string, number] {
  const dash = key.lastIndexOf('-');
  return [key.slice(0, dash), Number(key.slice(dash + 1))];
}

function keyOf(graph: OrderGraph, id: string): string {
  return graph.issues.get(id)?.key ?? id;
}
