import type { Intervals } from './open-intervals';

/**
 * Open intervals with the work done before each of them, and two tables of shortcuts: one from an
 * instant, one from an amount of work, each to the first interval that can matter there. There are
 * four shortcuts per interval, so that a query looks at one or two intervals whatever the span.
 */
export type WorkTable = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** One more than there are intervals: the last one, at infinity, stops every search. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Work before interval k; `sums[count]` is all of it. */
  readonly sums: Float64Array;
  readonly perTimeStep: number;
  readonly byTime: Uint32Array;
  readonly perWorkStep: number;
  readonly byWork: Uint32Array;
};

/**
 * Prepares sums of working time over the open intervals between two instants, and where to begin to
 * look in them, so that each question takes a step or two however long the table is. Intervals rise
 * and do not meet; a last one at infinity ends every search.
 *
 * Mon 09-18 and Tue 09-18: sums 0, 9 h, 18 h.
 */
export function workTable(open: Intervals, from: number, to: number): WorkTable {
  const count = open.starts.length;
  const starts = Float64Array.from([...open.starts, Number.POSITIVE_INFINITY]);
  const ends = Float64Array.from([...open.ends, Number.POSITIVE_INFINITY]);
  const sums = new Float64Array(count + 2);
  for (let k = 0; k < count; k++) {
    sums[k + 1] = at(sums, k) + at(ends, k) - at(starts, k);
  }
  sums[count + 1] = Number.POSITIVE_INFINITY;
  const steps = Math.max(4, count * 4);
  const timeStep = (to - from) / steps;
  const workStep = Math.max(1, at(sums, count)) / steps;
  const byTime = new Uint32Array(steps + 2);
  const byWork = new Uint32Array(steps + 2);
  for (let step = 0, k = 0, w = 0; step < steps + 2; step++) {
    // One step of slack, so that a rounded division can never point past the right interval.
    while (at(ends, k) <= from + (step - 1) * timeStep) k++;
    while (w < count && at(sums, w + 1) < (step - 1) * workStep) w++;
    byTime[step] = k;
    byWork[step] = w;
  }
  const perTimeStep = 1 / timeStep;
  return {
    ...{ from, to, count, starts, ends, sums, byTime, byWork },
    ...{ perTimeStep, perWorkStep: 1 / workStep },
  };
}

/** The first interval that ends after `instant`. */
export function intervalAt(table: WorkTable, instant: number): number {
  const { ends } = table;
  let k = table.byTime[((instant - table.from) * table.perTimeStep) | 0] as number;
  while ((ends[k] as number) <= instant) k++;
  return k;
}

/**
 * All work from the table's beginning to `instant`.
 *
 * Mon 09-18 and Tue 09-18: 9 h on Mon at 20:00, 10 h on Tue at 10:00.
 */
export function workAt(table: WorkTable, instant: number): number {
  const k = intervalAt(table, instant);
  const start = table.starts[k] as number;
  const before = table.sums[k] as number;
  return instant > start ? before + instant - start : before;
}

/**
 * The earliest instant with that much work behind it; 0 < work <= all.
 *
 * Mon 09-18 and Tue 09-18: 9 h of work are there on Mon at 18:00.
 */
export function firstInstantWith(table: WorkTable, work: number): number {
  const { sums } = table;
  let k = table.byWork[(work * table.perWorkStep) | 0] as number;
  while ((sums[k + 1] as number) < work) k++;
  return (table.starts[k] as number) + work - (sums[k] as number);
}

/**
 * The latest instant with that much work behind it; 0 <= work < all.
 *
 * Mon 09-18 and Tue 09-18: with 9 h of work behind it, Tue 09:00.
 */
export function lastInstantWith(table: WorkTable, work: number): number {
  const { sums } = table;
  let k = table.byWork[(work * table.perWorkStep) | 0] as number;
  while ((sums[k + 1] as number) <= work) k++;
  return (table.starts[k] as number) + work - (sums[k] as number);
}

function at(array: Float64Array, index: number): number {
  return array[index] as number;
}
