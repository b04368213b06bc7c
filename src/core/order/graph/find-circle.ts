import type { Order } from '../judge/open-order';

/**
 * Is this issue on a circle of live issues, be it one that only a parent's blockers close? Then
 * further links may set it free, which they never do otherwise.
 */
export function isOnCircle(order: Order, issueId: string): boolean {
  return order.circles().membersWith(issueId).length > 1;
}

/**
 * The shortest circle of live issues that all wait for each other through this one, as ids in the
 * direction of "blocks", the first repeated at the end; null when it is on none. The same circle
 * whatever order the links were read in.
 *
 * A blocks B blocks C blocks A, asked for A: [A, B, C, A].
 */
export function findCircle(order: Order, issueId: string): readonly string[] | null {
  if (!order.isLive(issueId)) return null;
  const blockersIn = (id: string): readonly string[] =>
    order
      .waitsOf(id)
      .filter((wait) => !wait.isInherited && order.circles().closes(id, wait))
      .map(({ blockerId }) => blockerId)
      .sort();
  // Backwards from blocker to blocker, so that the trace reads in the direction of the links.
  const next = new Map<string, string>();
  const queue = [issueId];
  for (const id of queue) {
    for (const blockerId of blockersIn(id)) {
      if (blockerId === issueId) return [issueId, ...trace(next, id, issueId)];
      if (next.has(blockerId)) continue;
      next.set(blockerId, id);
      queue.push(blockerId);
    }
  }
  return null;
}

function trace(next: ReadonlyMap<string, string>, from: string, to: string): readonly string[] {
  const path = [from];
  for (let at = from; at !== to; ) {
    at = next.get(at) ?? to;
    path.push(at);
  }
  return path;
}
