import { useEffect } from 'react';

/** Calls `refresh` every so often while somebody can see the surface, and when he comes back to it. */
export function useRefreshWhileVisible(refresh: () => void, everyMs: number | null): void {
  useEffect(() => {
    if (everyMs === null) return;
    const refreshIfVisible = () => {
      if (document.visibilityState === 'visible') refresh();
    };
    const timer = setInterval(refreshIfVisible, everyMs);
    document.addEventListener('visibilitychange', refreshIfVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refreshIfVisible);
    };
  }, [refresh, everyMs]);
}
