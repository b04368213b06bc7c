import type { InvocationOutcome } from '../invocation';

/** How a function asked to be run again, or why the platform does it by itself. */
export type RetryWish = { afterMs: number; reason: string; data?: unknown };

const MAX_AFTER_S = 900;
const MAX_DATA_BYTES = 4 * 1024;

type Returned = {
  _retry?: boolean;
  retryOptions?: { retryAfter?: number; retryReason?: string; retryData?: unknown };
};

/** The wish in a returned InvocationError; undefined when the function is content. */
export function wishOf(outcome: InvocationOutcome): RetryWish | undefined {
  if (!outcome.ok) return undefined;
  const returned = (outcome.body ?? {}) as Returned;
  if (returned._retry !== true) return undefined;
  const {
    retryAfter = 1,
    retryReason = 'FUNCTION_RETRY_REQUEST',
    retryData,
  } = returned.retryOptions ?? {};
  if (Buffer.byteLength(JSON.stringify(retryData) ?? '') > MAX_DATA_BYTES) {
    throw new Error('retryData exceeds 4 KB');
  }
  return {
    afterMs: Math.min(Math.max(1, retryAfter), MAX_AFTER_S) * 1000,
    reason: retryReason,
    data: retryData,
  };
}

/** Names that the platform gives to its own failures of a run: it retries events after them. */
export function isPlatformError(outcome: InvocationOutcome): boolean {
  return (
    !outcome.ok && ['FUNCTION_TIME_OUT', 'FUNCTION_OUT_OF_MEMORY'].includes(outcome.error.name)
  );
}
