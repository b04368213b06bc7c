/**
 * What is said of many at once, in pieces that one statement, call or message can take: in the
 * order given, each of `size` but the last, none without values. `size` is a whole number above 0.
 *
 * Example: `inBatches(['a', 'b', 'c'], 2)` is `[['a', 'b'], ['c']]`.
 */
export function inBatches<T>(values: readonly T[], size: number): T[][] {
  const batches: T[][] = [];
  for (let at = 0; at < values.length; at += size) batches.push(values.slice(at, at + size));
  return batches;
}
