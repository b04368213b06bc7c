/**
 * The host's movable clock: real time flows, shifted by an offset that tests and the shell can
 * change.
 */
export interface HostClock {
  now(): number;
  offset(): number;
  moveBy(ms: number): void;
  moveTo(epochMs: number): void;
  reset(): void;
  onMove(listener: () => void): void;
}

export function createHostClock(startOffsetMs = 0): HostClock {
  let offsetMs = startOffsetMs;
  const listeners: Array<() => void> = [];
  const shift = (next: number): void => {
    offsetMs = next;
    for (const listener of listeners) listener();
  };
  return {
    now: () => Date.now() + offsetMs,
    offset: () => offsetMs,
    moveBy: (ms) => shift(offsetMs + ms),
    moveTo: (epochMs) => shift(epochMs - Date.now()),
    reset: () => shift(0),
    onMove: (listener) => {
      listeners.push(listener);
    },
  };
}
