/**
 * Runs `act` on pieces of at most `size`, one after the other (Jira counts bursts per endpoint),
 * and answers what each gave. Repeated values are asked for once.
 */
export async function inChunks<T, R>(
  values: readonly T[],
  size: number,
  act: (chunk: readonly T[]) => Promise<R>,
): Promise<readonly R[]> {
  const distinct = [...new Set(values)];
  const answers: R[] = [];
  for (let from = 0; from < distinct.length; from += size) {
    answers.push(await act(distinct.slice(from, from + size)));
  }
  return answers;
}
