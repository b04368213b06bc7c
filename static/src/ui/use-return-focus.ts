import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what opened this when this closes, so that a keyboard does not start
 * over.
 */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
}
