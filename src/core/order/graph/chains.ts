import type { Adjacency } from './strong-components';
import { neighbours, type WorkGraph } from './work-graph';

/**
 * Everything open that must be done before an issue, directly or not; ids by key, without itself.
 *
 * A blocks B blocks C: for C, [A, B].
 */
export function transitiveBlockers(work: WorkGraph, issueId: string): readonly string[] {
  return reach(work, work.blockers, issueId);
}

/**
 * Everything open that waits for an issue, directly or not; the mirror of transitiveBlockers.
 *
 * A blocks B blocks C: for A, [B, C].
 */
export function transitiveSuccessors(work: WorkGraph, issueId: string): readonly string[] {
  return reach(work, work.successors, issueId);
}

/**
 * Where the waiting of an issue begins: of all that must be done before it, what waits for nobody
 * but, at most, members of its own circle. Ids by key.
 *
 * A blocks B, B and D block C: for C, [A, D].
 */
export function rootBlockers(work: WorkGraph, issueId: string): readonly string[] {
  const { numberOf, circle } = work;
  const before = transitiveBlockers(work, issueId).map((id) => numberOf.get(id) as number);
  const own = circle[numberOf.get(issueId) ?? -1];
  // A circle may begin as a whole or not at all.
  const waiting = new Set<number | undefined>([own]);
  for (const number of before) {
    for (const blocker of neighbours(work.blockers, number)) {
      if (circle[blocker] !== circle[number]) waiting.add(circle[number]);
    }
  }
  return before
    .filter((number) => !waiting.has(circle[number]))
    .map((number) => work.ids[number] as string);
}

/**
 * All circles of open issues, members by key, circles by their first member.
 *
 * A and B block each other, C waits for B: [[A, B]].
 */
export function openCircles({
  ids,
  circle,
  circleSizes,
}: WorkGraph): readonly (readonly string[])[] {
  const found = new Map<number, string[]>();
  for (const [number, id] of ids.entries()) {
    const of = circle[number] as number;
    if ((circleSizes[of] as number) < 2) continue;
    const members = found.get(of);
    if (members === undefined) found.set(of, [id]);
    else members.push(id);
  }
  return [...found.values()];
}

function reach({ ids, numberOf }: WorkGraph, along: Adjacency, issueId: string): readonly string[] {
  const from = numberOf.get(issueId);
  if (from === undefined) return [];
  const met = new Uint8Array(ids.length);
  const queue = [from];
  met[from] = 1;
  for (const number of queue) {
    for (const next of neighbours(along, number)) {
      if (met[next] === 1) continue;
      met[next] = 1;
      queue.push(next);
    }
  }
  return ids.filter((_, number) => met[number] === 1 && number !== from);
}
