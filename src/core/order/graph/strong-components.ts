/** Edges of a graph whose nodes are 0..n-1: those of node i are targets[starts[i] .. starts[i+1]). */
export type Adjacency = { readonly starts: Int32Array; readonly targets: Int32Array };

/**
 * Packs edges, given as pairs of node numbers, by the node that they leave.
 *
 * Three nodes, edges 0 -> 2, 1 -> 2 and 0 -> 1: starts [0, 2, 3, 3], targets [2, 1, 2].
 */
export function packEdges(
  count: number,
  from: readonly number[],
  to: readonly number[],
): Adjacency {
  const starts = new Int32Array(count + 1);
  for (const node of from) starts[node + 1] = (starts[node + 1] as number) + 1;
  for (let i = 0; i < count; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const next = starts.slice();
  const targets = new Int32Array(from.length);
  for (let e = 0; e < from.length; e++) {
    const node = from[e] as number;
    const slot = next[node] as number;
    targets[slot] = to[e] as number;
    next[node] = slot + 1;
  }
  return { starts, targets };
}

export type Components = {
  /** The number of the component of each node; a component's number is above those it leads to. */
  readonly of: Int32Array;
  /** How many nodes each component has. Two or more: a circle. */
  readonly sizes: readonly number[];
};

/**
 * Which nodes lead to each other (Tarjan 1972, without recursion: chains may be long). One pass over
 * nodes and edges.
 *
 * 0 -> 1 -> 2 -> 1: the components {0}, {1, 2}.
 */
export function strongComponents(count: number, { starts, targets }: Adjacency): Components {
  const of = new Int32Array(count).fill(-1);
  const sizes: number[] = [];
  const order = new Int32Array(count);
  const low = new Int32Array(count);
  const cursor = starts.slice(0, count);
  const open: number[] = [];
  const path: number[] = [];
  let met = 0;
  const enter = (node: number): void => {
    met += 1;
    order[node] = met;
    low[node] = met;
    open.push(node);
    path.push(node);
  };
  for (let root = 0; root < count; root++) {
    if (order[root] !== 0) continue;
    enter(root);
    while (path.length > 0) {
      const node = path[path.length - 1] as number;
      const at = cursor[node] as number;
      if (at < (starts[node + 1] as number)) {
        cursor[node] = at + 1;
        const next = targets[at] as number;
        if (order[next] === 0) enter(next);
        else if (of[next] === -1) low[node] = Math.min(low[node] as number, order[next] as number);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[node] as number);
      if (low[node] === order[node]) close(node, open, of, sizes);
    }
  }
  return { of, sizes };
}

function close(root: number, open: number[], of: Int32Array, sizes: number[]): void {
  let size = 0;
  for (;;) {
    const node = open.pop() as number;
    of[node] = sizes.length;
    size += 1;
    if (node === root) break;
  }
  sizes.push(size);
}
