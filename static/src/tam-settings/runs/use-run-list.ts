import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../../src/contract/answer';
import { useRefreshWhileVisible } from '../../ui/use-refresh';
import { isUnderWay, type Run } from './run';

const pollMs = 2000;

/** Work in the queue with what it found, and the one of it that is open on the screen. */
export type Runs<Row extends Run = Run> = {
  readonly runs: readonly Row[];
  readonly open: { readonly id: string } | null;
};

export type RunList<List extends Runs> = {
  readonly list: List;
  readonly accept: (next: List) => void;
  /** Shows what this run found. */
  readonly show: (id: string) => void;
  /** The last look failed; the next one comes by itself. */
  readonly isBlind: boolean;
};

/**
 * The last runs of something, looked at again while one goes on and somebody sees the page. `ask`
 * must stay the same function.
 */
export function useRunList<List extends Runs>(
  none: List,
  ask: (open: string | undefined) => Promise<Answer<List>>,
): RunList<List> {
  const [list, setList] = useState(none);
  const [isBlind, setBlind] = useState(false);
  const openId = useRef<string | undefined>(undefined);
  const isAsking = useRef(false);
  const changes = useRef(0);

  const accept = useCallback((next: List) => {
    changes.current += 1;
    openId.current = next.open?.id;
    setList(next);
    setBlind(false);
  }, []);
  const look = useCallback(() => {
    const before = changes.current;
    isAsking.current = true;
    ask(openId.current)
      .then((answer) => {
        if (!answer.ok) setBlind(true);
        // What was done meanwhile is newer than the answer to a question from before.
        else if (before === changes.current) accept(answer.value);
      })
      .catch(() => setBlind(true))
      .finally(() => {
        isAsking.current = false;
      });
  }, [accept, ask]);
  // A slow answer must not let the questions pile up.
  const lookUnlessAsking = useCallback(() => (isAsking.current ? undefined : look()), [look]);
  const show = useCallback(
    (id: string) => {
      changes.current += 1;
      openId.current = id;
      look();
    },
    [look],
  );
  useEffect(lookUnlessAsking, [lookUnlessAsking]);
  const isAnyUnderWay = list.runs.some(isUnderWay);
  useRefreshWhileVisible(lookUnlessAsking, isAnyUnderWay || isBlind ? pollMs : null);
  return { list, accept, show, isBlind };
}
