/**
 * The shortest way from one issue to another along those who wait for it, ends included, as ids;
 * null when there is none. With A blocks B and B blocks C: from A to C = [A, B, C], from C to A = null.
 */
export function findPath(
  waitersOf: (issueId: string) => Iterable<string>,
  from: string,
  to: string,
): readonly string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (const id of queue) {
    if (id === to) return trace(cameFrom, to);
    for (const next of waitersOf(id)) {
      if (cameFrom.has(next)) continue;
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
