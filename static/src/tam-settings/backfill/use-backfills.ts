import { useCallback, useEffect, useRef, useState } from 'react';
import type { BackfillView } from '../../../../src/contract/tam-settings';
import { useRefreshWhileVisible } from '../../ui/use-refresh';
import { resolver } from '../resolver';
import { isUnderWay } from '../runs/run';

const pollMs = 2000;

export type Progress = {
  readonly backfills: readonly BackfillView[];
  readonly accept: (next: readonly BackfillView[]) => void;
  /** The last look failed; the next one comes by itself. */
  readonly isBlind: boolean;
};

/** The backfills with their progress, looked at again while one runs and somebody sees the page. */
export function useBackfills(loaded: readonly BackfillView[]): Progress {
  const [backfills, setBackfills] = useState(loaded);
  const [isBlind, setBlind] = useState(false);
  const isAsking = useRef(false);
  useEffect(() => setBackfills(loaded), [loaded]);

  const accept = useCallback((next: readonly BackfillView[]) => {
    setBackfills(next);
    setBlind(false);
  }, []);
  const look = useCallback(() => {
    // A slow answer must not let the questions pile up.
    if (isAsking.current) return;
    isAsking.current = true;
    resolver
      .backfills({})
      .then((answer) => (answer.ok ? accept(answer.value) : setBlind(true)))
      .catch(() => setBlind(true))
      .finally(() => {
        isAsking.current = false;
      });
  }, [accept]);
  useRefreshWhileVisible(look, backfills.some(isUnderWay) ? pollMs : null);
  return { backfills, accept, isBlind };
}
