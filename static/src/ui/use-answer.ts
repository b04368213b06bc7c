import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Problem } from '../../../src/contract/answer';

/** What is known of something that the resolver was asked for. */
export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'failed' }
  /** `isStale`: refreshing failed since `loadedAt` (epoch ms of this browser). */
  | {
      readonly kind: 'ready';
      readonly value: T;
      readonly loadedAt: number;
      readonly isStale: boolean;
    };

export type Asked<T> = {
  readonly state: Loaded<T>;
  /** Asks again; what is shown stays until the answer is there. */
  readonly reload: () => void;
  /** Takes a newer value that came with another answer, e.g. of an action. */
  readonly accept: (value: T) => void;
};

/** Asks once when mounted, and again by `reload`. Of overlapping answers the last asked one wins. */
export function useAnswer<T>(ask: () => Promise<Answer<T>>): Asked<T> {
  const [state, setState] = useState<Loaded<T>>({ kind: 'loading' });
  const turn = useRef(0);
  const latestAsk = useRef(ask);
  latestAsk.current = ask;

  const accept = useCallback((value: T) => {
    turn.current += 1;
    setState(readyNow(value));
  }, []);

  const reload = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    setState((before) => (before.kind === 'ready' ? before : { kind: 'loading' }));
    const settle = (next: (before: Loaded<T>) => Loaded<T>) => {
      if (mine === turn.current) setState(next);
    };
    latestAsk.current().then(
      (answer) => settle((before) => afterAnswer(answer, before)),
      () => settle(afterFailure),
    );
  }, []);

  useEffect(() => reload(), [reload]);
  return { state, reload, accept };
}

function readyNow<T>(value: T): Loaded<T> {
  return { kind: 'ready', value, loadedAt: Date.now(), isStale: false };
}

function afterAnswer<T>(answer: Answer<T>, before: Loaded<T>): Loaded<T> {
  if (answer.ok) return readyNow(answer.value);
  const passes = answer.problem.code === 'busy' || answer.problem.code === 'unavailable';
  if (passes && before.kind === 'ready') return { ...before, isStale: true };
  return { kind: 'problem', problem: answer.problem };
}

function afterFailure<T>(before: Loaded<T>): Loaded<T> {
  return before.kind === 'ready' ? { ...before, isStale: true } : { kind: 'failed' };
}
