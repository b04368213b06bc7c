import { useCallback, useState } from 'react';
import type { Answer, Problem } from '../../../src/contract/answer';
import { useTexts } from './viewer';

export type Action = {
  readonly isBusy: boolean;
  /** Why the last call was refused or failed; null while it runs and after success. */
  readonly problem: Problem | null;
  readonly run: <T>(call: () => Promise<Answer<T>>, done: (value: T) => void) => void;
};

/**
 * Something that the viewer does: busy, refused with words, or done. Nothing is shown before the
 * answer.
 */
export function useAction(): Action {
  const { shared } = useTexts();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const run = useCallback(
    <T>(call: () => Promise<Answer<T>>, done: (value: T) => void) => {
      setBusy(true);
      setProblem(null);
      call()
        .then((answer) => {
          if (answer.ok) done(answer.value);
          else setProblem(answer.problem);
        })
        .catch(() => setProblem({ code: 'unavailable', text: shared.actionFailed }))
        .finally(() => setBusy(false));
    },
    [shared],
  );
  return { isBusy, problem, run };
}
