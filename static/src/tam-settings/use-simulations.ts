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
  const asked = useRef(0);

  const accept = useCallback((next: SimulationList) => {
    asked.current += 1;
    openId.current = next.open?.id;
    setList(next);
    setBlind(false);
  }, []);
  const look = useCallback(() => {
    // What was done meanwhile is newer than the answer to a question from before.
    asked.current += 1;
    const mine = asked.current;
    const fail = () => {
      if (mine === asked.current) setBlind(true);
    };
    const open = openId.current;
    resolver
      .simulations(open === undefined ? {} : { open })
      .then((answer) => {
        if (!answer.ok) fail();
        else if (mine === asked.current) accept(answer.value);
      })
      .catch(fail);
  }, [accept]);
  const show = useCallback(
    (id: string) => {
      openId.current = id;
      look();
    },
    [look],
  );
  useEffect(look, [look]);
  useRefreshWhileVisible(look, list.runs.some(isSimulating) || isBlind ? pollMs : null);
  return { list, accept, show, isBlind };
}
