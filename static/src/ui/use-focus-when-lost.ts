import { type RefObject, useEffect, useRef } from 'react';

/**
 * Takes the focus when what had it went away with the place before, so that a keyboard goes on here.
 * A frame that was only just opened has not had it, and takes it from nobody.
 */
export function useFocusWhenLost<T extends HTMLElement>(): RefObject<T> {
  const target = useRef<T>(null);
  useEffect(() => {
    const isLost = document.hasFocus() && document.activeElement === document.body;
    if (isLost) target.current?.focus();
  }, []);
  return target;
}
