import { neighbours, type WorkGraph } from './work-graph';

/** When an issue can run at the earliest, counted from now in the unit of its remaining work. */
export type Planned = {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** How much later it may end without moving the end of everything. */
  readonly slack: number;
};

export type CriticalPath = {
  /** From now to the end of the last one; 0 when nothing is left. */
  readonly length: number;
  /** Every open issue, whoever comes first standing first, equals by key. */
  readonly planned: readonly Planned[];
  /** All without slack, those of equally long branches as well; in the same order. */
  readonly critical: readonly string[];
  /** One longest chain from its beginning to its end: where several are, the one of smaller keys. */
  readonly chain: readonly string[];
};

export type Durations = {
  /** What an open issue still needs, not negative; a done one needs nothing and is not asked. */
  readonly remainingOf: (issueId: string) => number;
  /** The lag behind a blocker, in the same unit; absent: none. */
  readonly lagOf?: (blockerId: string, successorId: string) => number;
};

/**
 * The chains that decide when everything is done (order semantics D53). Done issues have nothing
 * left and are on none of them; members of a circle do not wait for each other.
 *
 * A (2) before B (3), and C (5) alone: length 5, critical A, B and C, chain [A, B].
 */
export function criticalPath(work: WorkGraph, durations: Durations): CriticalPath {
  const { ids, blockers, successors } = work;
  const inOrder = topologically(work);
  const needs = Float64Array.from(ids, (id) => durations.remainingOf(id));
  const lag = (blocker: number, successor: number): number =>
    durations.lagOf?.(ids[blocker] as string, ids[successor] as string) ?? 0;
  const start = new Float64Array(ids.length);
  let length = 0;
  for (const number of inOrder) {
    for (const blocker of outside(work, blockers, number)) {
      const from = at(start, blocker) + at(needs, blocker) + lag(blocker, number);
      if (from > at(start, number)) start[number] = from;
    }
    length = Math.max(length, at(start, number) + at(needs, number));
  }
  const latest = new Float64Array(ids.length).fill(length);
  for (let i = inOrder.length - 1; i >= 0; i--) {
    const number = at(inOrder, i);
    for (const next of outside(work, successors, number)) {
      const until = at(latest, next) - at(needs, next) - lag(number, next);
      if (until < at(latest, number)) latest[number] = until;
    }
  }
  const slackOf = (number: number): number =>
    at(latest, number) - at(start, number) - at(needs, number);
  const isCritical = (number: number): boolean => length > 0 && slackOf(number) === 0;
  const planned = Array.from(inOrder, (number) => ({
    id: ids[number] as string,
    start: at(start, number),
    end: at(start, number) + at(needs, number),
    slack: slackOf(number),
  }));
  return {
    length,
    planned,
    critical: Array.from(inOrder)
      .filter(isCritical)
      .map((number) => ids[number] as string),
    chain: chainOf(work, { inOrder, isCritical, start, needs, lag }),
  };
}

type Marked = {
  readonly inOrder: Int32Array;
  readonly isCritical: (number: number) => boolean;
  readonly start: Float64Array;
  readonly needs: Float64Array;
  readonly lag: (blocker: number, successor: number) => number;
};

/** From a critical issue that starts at once to whichever critical one each end starts. */
function chainOf(work: WorkGraph, marked: Marked): readonly string[] {
  const { inOrder, isCritical, start, needs, lag } = marked;
  let number = smallest(
    Array.from(inOrder).filter((each) => isCritical(each) && at(start, each) === 0),
  );
  const chain: string[] = [];
  while (number !== undefined) {
    chain.push(work.ids[number] as string);
    const from = number;
    const end = at(start, from) + at(needs, from);
    number = smallest(
      outside(work, work.successors, from).filter(
        (next) => isCritical(next) && at(start, next) === end + lag(from, next),
      ),
    );
  }
  return chain;
}

/** Numbers are given by key. */
function smallest(numbers: readonly number[]): number | undefined {
  return numbers.reduce<number | undefined>(
    (best, each) => (best === undefined || each < best ? each : best),
    undefined,
  );
}

/** Blockers before successors, equals by key: circles are numbered that way, members by key. */
function topologically({ ids, circle }: WorkGraph): Int32Array {
  const numbers = Int32Array.from(ids, (_, number) => number);
  return numbers.sort((a, b) => at(circle, a) - at(circle, b) || a - b);
}

function outside(
  { circle }: WorkGraph,
  along: WorkGraph['blockers'],
  number: number,
): readonly number[] {
  return Array.from(neighbours(along, number)).filter((next) => circle[next] !== circle[number]);
}

function at(array: Float64Array | Int32Array, index: number): number {
  return array[index] as number;
}
