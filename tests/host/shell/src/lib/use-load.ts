import { useCallback, useEffect, useRef, useState } from 'react';
import { textOf } from './http';
import { type HostNews, listen } from './stream';

export type Loaded<T> = {
  data: T | undefined;
  error: string | undefined;
  reload: () => Promise<void>;
  change: (next: T) => void;
};

type State<T> = { key: string; data?: T; error?: string };

const NEWS_PAUSE_MS = 120;

/**
 * The one data hook: loads when `key` changes and again when news of the host concern it.
 * Old data stay on screen while the same key is loaded again.
 */
export function useLoad<T>(
  key: string,
  load: () => Promise<T>,
  concerns: (news: HostNews) => boolean = () => false,
): Loaded<T> {
  const [state, setState] = useState<State<T>>({ key });
  const latest = useRef({ key, load, concerns, run: 0 });
  latest.current.key = key;
  latest.current.load = load;
  latest.current.concerns = concerns;

  const reload = useCallback(async () => {
    const mine = latest.current;
    const asked = mine.key;
    const run = ++mine.run;
    const settle = (next: State<T>) => {
      if (mine.run === run && mine.key === asked) setState(next);
    };
    try {
      settle({ key: asked, data: await mine.load() });
    } catch (problem) {
      settle({ key: asked, error: textOf(problem) });
    }
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is loaded
  useEffect(() => {
    void reload();
  }, [key, reload]);

  useEffect(() => {
    let timer: number | undefined;
    const stop = listen((news) => {
      if (!latest.current.concerns(news)) return;
      // Many changes at once are one reason to load again, not many.
      timer ??= window.setTimeout(() => {
        timer = undefined;
        void reload();
      }, NEWS_PAUSE_MS);
    });
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [reload]);

  const change = useCallback((next: T) => setState({ key: latest.current.key, data: next }), []);
  const fresh = state.key === key;
  return {
    data: fresh ? state.data : undefined,
    error: fresh ? state.error : undefined,
    reload,
    change,
  };
}
