import { useCallback, useEffect, useRef, useState } from 'react';
import type { SimulationView } from '../../../src/contract/simulation';
import { useRefreshWhileVisible } from '../ui/use-refresh';
import { resolver } from './resolver';

const pollMs = 2000;

export function isSimulating(run: SimulationView | null): boolean {
  return run?.state === 'waiting' || run?.state === 'running';
}

/** The latest run of the simulator, looked at again while it runs and somebody sees the page. */
export function useSimulation() {
  const [run, setRun] = useState<SimulationView | null>(null);
  const [isBlind, setBlind] = useState(false);
  const isAsking = useRef(false);

  const accept = useCallback((next: SimulationView | null) => {
    setRun(next);
    setBlind(false);
  }, []);
  const look = useCallback(() => {
    // A slow answer must not let the questions pile up.
    if (isAsking.current) return;
    isAsking.current = true;
    resolver
      .simulation({})
      .then((answer) => (answer.ok ? accept(answer.value) : setBlind(true)))
      .catch(() => setBlind(true))
      .finally(() => {
        isAsking.current = false;
      });
  }, [accept]);
  useEffect(look, [look]);
  useRefreshWhileVisible(look, isSimulating(run) || isBlind ? pollMs : null);
  return { run, accept, isBlind };
}
