import type { Wait } from '../judge/waits';
import type { LinkGraph } from './link-graph';
import { packEdges, strongComponents } from './strong-components';

type Live = {
  readonly waitsOf: (issueId: string) => readonly Wait[];
  readonly isLive: (issueId: string) => boolean;
};

export type Circles = {
  /** Would this wait be for somebody who waits for the issue as well (order semantics D1)? */
  readonly closes: (issueId: string, wait: Wait) => boolean;
  /** All who wait for each other with this issue, itself among them; only itself on no circle. */
  readonly membersWith: (issueId: string) => readonly string[];
};

/**
 * The circles that live issues make by hard waits. Where a wait that a parent hands down closes
 * one, it alone gives way and the links of the members gate as ever; so somebody can always go
 * first, and nobody is let through for more than that.
 *
 * A and B block each other, C waits for A: `closes` says so of the waits of A and B, not of that of
 * C, and `membersWith` of A is [A, B].
 */
export function findCircles(issueIds: Iterable<string>, { waitsOf, isLive }: Live): Circles {
  const live = [...issueIds].filter(isLive);
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
    closes: (issueId, { blockerId, isInherited, hardness }) => {
      const [one, other] = [numbers.get(issueId), numbers.get(blockerId)];
      if (hardness === 'soft' || one === undefined || other === undefined) return false;
      const components = isInherited ? ofAll : ofOwn;
      return components[one] === components[other];
    },
    membersWith: (issueId) => {
      const number = numbers.get(issueId);
      if (number === undefined) return [issueId];
      return live.filter((_, index) => ofAll[index] === ofAll[number]);
    },
  };
}

/**
 * Who waits for whom by a hard wait, the other way round.
 *
 * A blocks B and C: A has [B, C]. Whom nobody waits for has no entry.
 */
export function findWaiters(
  graph: LinkGraph,
  { waitsOf }: Pick<Live, 'waitsOf'>,
): ReadonlyMap<string, readonly string[]> {
  const waiters = new Map<string, string[]>();
  for (const id of graph.issues.keys()) {
    for (const { blockerId, hardness } of waitsOf(id)) {
      if (hardness === 'soft') continue;
      const known = waiters.get(blockerId);
      if (known === undefined) waiters.set(blockerId, [id]);
      else if (known[known.length - 1] !== id) known.push(id);
    }
  }
  return waiters;
}
