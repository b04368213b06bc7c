import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../src/contract/answer';

export type Search<T> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'searching' }
  | { readonly kind: 'found'; readonly items: readonly T[] }
  | { readonly kind: 'problem'; readonly text: string };

const shortest = 2;
const pauseMs = 250;

/** Searches once typing pauses; an answer to an older text never replaces one to a newer. */
export function useSearch<T>(
  text: string,
  search: (text: string) => Promise<Answer<readonly T[]>>,
  failedText: string,
): Search<T> {
  const [result, setResult] = useState<Search<T>>({ kind: 'idle' });
  const latestSearch = useRef(search);
  latestSearch.current = search;
  const wanted = text.trim();

  useEffect(() => {
    if (wanted.length < shortest) {
      setResult({ kind: 'idle' });
      return;
    }
    let isCurrent = true;
    const show = (next: Search<T>) => {
      if (isCurrent) setResult(next);
    };
    setResult({ kind: 'searching' });
    const timer = setTimeout(() => {
      latestSearch.current(wanted).then(
        (answer) =>
          show(
            answer.ok
              ? { kind: 'found', items: answer.value }
              : { kind: 'problem', text: answer.problem.text },
          ),
        () => show({ kind: 'problem', text: failedText }),
      );
    }, pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [wanted, failedText]);
  return result;
}
