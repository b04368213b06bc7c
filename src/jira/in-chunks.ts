import { inBatches } from '../core/in-batches';

/**
 * Runs `act` on pieces of at most `size`, one after the other (Jira counts bursts per endpoint),
 * and answers what each gave. Repeated values are asked for once.
 */
export async function inChunks<T, R>(
  values: readonly T[],
  size: number,
  act: (chunk: readonly T[]) => Promise<R>,
): Promise<readonly R[]> {
  const answers: R[] = [];
  for (const chunk of inBatches([...new Set(values)], size)) answers.push(await act(chunk));
  return answers;
}
