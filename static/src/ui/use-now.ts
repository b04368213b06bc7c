import { useEffect, useState } from 'react';

/**
 * The time by the clock that the answer was made with: what it called `now`, plus what passed in
 * this browser since. A browser whose own clock is wrong still counts down rightly.
 */
export function useServerNow(answeredNow: string, loadedAt: number, everyMs: number): number {
  const [browserNow, setBrowserNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setBrowserNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return Date.parse(answeredNow) + Math.max(0, browserNow - loadedAt);
}

/** This browser's time, for ages that only need to be about right. */
export function useBrowserNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
