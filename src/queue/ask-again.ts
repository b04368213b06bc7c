import { InvocationError, InvocationErrorCode } from '@forge/events';

/**
 * What a function of a product event hands back to get the event again after so many seconds, at
 * most four times (Forge docs, "Product events: retry"): Forge forgets one whose function threw.
 */
export function askAgain(afterSeconds: number): unknown {
  return new InvocationError({
    retryAfter: afterSeconds,
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}
