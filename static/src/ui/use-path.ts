import { useCallback, useEffect, useRef, useState } from 'react';
import { openPagePath, type PagePath } from '../bridge/history';

/**
 * Where the viewer is inside a page, and how he gets elsewhere. Follows the browser's back button
 * and an address that was opened directly; null until that address is known.
 */
export function usePath(): readonly [string | null, (path: string) => void] {
  const [path, setPath] = useState<string | null>(null);
  const page = useRef<PagePath | null>(null);

  useEffect(() => {
    let isGone = false;
    let stop: () => void = () => undefined;
    const follow = async () => {
      const opened = await openPagePath();
      if (isGone) return;
      page.current = opened;
      setPath(opened?.current() ?? '/');
      if (opened) stop = opened.listen(setPath);
    };
    void follow();
    return () => {
      isGone = true;
      stop();
    };
  }, []);

  const go = useCallback((next: string) => {
    setPath(next);
    page.current?.go(next);
  }, []);
  return [path, go];
}
