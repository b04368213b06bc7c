import type { Order } from '../judge/open-order';
import { sortIdsByKey } from './sort-ids-by-key';
import { type Adjacency, packEdges, strongComponents } from './strong-components';

/**
 * The work that is left and its order, packed for questions over the whole of it: live issues only,
 * numbered by key, so that whatever is walked in the order of numbers is the same every time.
 */
export type WorkGraph = {
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** From an issue to those that it waits for, and to those that wait for it. */
  readonly blockers: Adjacency;
  readonly successors: Adjacency;
  /** The circle of each issue, by number; whoever must come first has the smaller one. */
  readonly circle: Int32Array;
  readonly circleSizes: readonly number[];
};

/** Packs the hard waits between live issues, by whatever policy, each pair once. */
export function packWork(order: Order): WorkGraph {
  const ids = sortIdsByKey(order.graph, [...order.graph.issues.keys()].filter(order.isLive));
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const from: number[] = [];
  const to: number[] = [];
  for (const [number, id] of ids.entries()) {
    const met = new Set<number>();
    for (const { blockerId, hardness } of order.waitsOf(id)) {
      const blocker = numberOf.get(blockerId);
      if (hardness === 'soft' || blocker === undefined || met.has(blocker)) continue;
      met.add(blocker);
      from.push(number);
      to.push(blocker);
    }
  }
  const blockers = packEdges(ids.length, from, to);
  const { of: circle, sizes } = strongComponents(ids.length, blockers);
  return {
    ids,
    numberOf,
    blockers,
    successors: packEdges(ids.length, to, from),
    circle,
    circleSizes: sizes,
  };
}

/** The neighbours of one issue, by number. */
export function neighbours({ starts, targets }: Adjacency, number: number): Int32Array {
  return targets.subarray(starts[number], starts[number + 1]);
}
