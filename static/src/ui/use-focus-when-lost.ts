import { type RefObject, useEffect, useRef } from 'react';

/**
 * Takes the focus when what had it went away with the place before, so that a keyboard goes on here.
 * A frame that was only just opened has not had it, and takes it from nobody. Where the place stays
 * and only what it shows may take the focus along, `shown` stands for that.
 */
export function useFocusWhenLost<T extends HTMLElement>(shown = ''): RefObject<T> {
  const target = useRef<T>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown now may have lost it
  useEffect(() => {
    const isLost = document.hasFocus() && document.activeElement === document.body;
    if (isLost) target.current?.focus();
  }, [shown]);
  return target;
}
