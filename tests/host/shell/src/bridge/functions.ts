export type AnyFunction = (...args: unknown[]) => unknown;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function mapDeep(value: unknown, change: (value: unknown) => unknown): unknown {
  const changed = change(value);
  if (changed !== value) return changed;
  if (Array.isArray(value)) return value.map((one) => mapDeep(one, change));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapDeep(one, change)]));
}

/**
 * Functions cannot cross a window; `{__callback: 3}` becomes one that asks the frame to call its
 * number 3.
 */
export function reviveFunctions(
  payload: unknown,
  call: (callback: number, args: unknown[]) => unknown,
): unknown {
  return mapDeep(payload, (value) => {
    if (!isRecord(value) || typeof value.__callback !== 'number') return value;
    const callback = value.__callback;
    return (...args: unknown[]) => call(callback, args);
  });
}

/**
 * The way back: a function in a result becomes `{__callback: n}`, which the frame calls with
 * command `__callback`.
 */
export function createFunctionShelf() {
  const shelf: AnyFunction[] = [];
  return {
    store: (result: unknown): unknown =>
      mapDeep(result, (value) => {
        if (typeof value !== 'function') return value;
        return { __callback: shelf.push(value as AnyFunction) - 1 };
      }),
    call: (callback: number, args: unknown[]): unknown => {
      const stored = shelf[callback];
      if (!stored) throw new Error(`The host has no function number ${callback}.`);
      return stored(...args);
    },
  };
}
