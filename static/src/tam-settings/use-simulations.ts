import { useCallback, useEffect, useRef, useState } from 'react';
import type { SimulationList, SimulationRow } from '../../../src/contract/simulation';
import { useRefreshWhileVisible } from '../ui/use-refresh';
import { resolver } from './resolver';

const pollMs = 2000;
const noRuns: SimulationList = { runs: [], open: null };

export type Simulations = {
  readonly list: SimulationList;
  readonly accept: (next: SimulationList) => void;
  /** Shows what this run found. */
  readonly show: (id: string) => void;
  /** The last look failed; the next one comes by itself. */
  readonly isBlind: boolean;
};

export function isSimulating({ state }: Pick<SimulationRow, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** The last runs of the simulator, looked at again while one goes on and somebody sees the page. */
export function useSimulations(): Simulations {
  const [list, setList] = useState(noRuns);
  const [isBlind, setBlind] = useState(false);
  const openId = useRef<string | undefined>(undefined);
  const isAsking = useRef(false);
  const changes = useRef(0);

  const accept = useCallback((next: SimulationList) => {
    changes.current += 1;
    openId.current = next.open?.id;
    setList(next);
    setBlind(false);
  }, []);
  const ask = useCallback(() => {
    const open = openId.current;
    const before = changes.current;
    isAsking.current = true;
    resolver
      .simulations(open === undefined ? {} : { open })
      .then((answer) => {
        if (!answer.ok) setBlind(true);
        // What was done meanwhile is newer than the answer to a question from before.
        else if (before === changes.current) accept(answer.value);
      })
      .catch(() => setBlind(true))
      .finally(() => {
        isAsking.current = false;
      });
  }, [accept]);
  // A slow answer must not let the questions pile up.
  const look = useCallback(() => (isAsking.current ? undefined : ask()), [ask]);
  const show = useCallback(
    (id: string) => {
      changes.current += 1;
      openId.current = id;
      ask();
    },
    [ask],
  );
  useEffect(look, [look]);
  useRefreshWhileVisible(look, list.runs.some(isSimulating) || isBlind ? pollMs : null);
  return { list, accept, show, isBlind };
}
