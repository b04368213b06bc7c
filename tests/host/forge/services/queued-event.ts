import type { RetryWish } from '../events/retry-request';
import type { PushedEvent, PushRequest } from './queue-limits';
import type { OpenInvocation } from './service';

/** One event of a push, on its way to the consumer. */
export type QueuedEvent = {
  eventId: string;
  request: PushRequest;
  event: PushedEvent;
  chain: OpenInvocation['chain'];
  pushedAt: number;
  dueAt: number;
  attempt: number;
  wish?: RetryWish;
};

/** How long an event is kept and tried again. */
export const RETENTION_MS = 24 * 3_600_000;

/** The event as the consumer gets it. */
export function asyncEvent(queued: QueuedEvent, now: number): unknown {
  const { event, request, eventId, attempt, wish, pushedAt } = queued;
  return {
    ...event,
    queueName: request.queueName,
    jobId: request.jobId,
    eventId,
    ...(wish === undefined
      ? {}
      : {
          retryContext: {
            retryCount: attempt,
            retryReason: wish.reason,
            retryData: wish.data,
            retentionWindow: {
              startTime: new Date(pushedAt).toISOString(),
              remainingTimeMs: pushedAt + RETENTION_MS - now,
            },
          },
        }),
  };
}

export function mayRetry({ pushedAt }: QueuedEvent, at: number): boolean {
  return at < pushedAt + RETENTION_MS;
}
