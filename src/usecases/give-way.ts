import { JiraBusyError } from './ports/jira-busy-error';
import { isRefusal } from './ports/jira-error';

/** What becomes of a run whose step did not end. */
export type WaysOut = {
  /** Queues the step again, after so many seconds. */
  readonly later: (seconds: number) => Promise<void>;
  /** Ends the run, with why in words for people. */
  readonly fail: (words: string) => Promise<void>;
};

/**
 * Decides what becomes of a run that takes its steps through the queue when a step throws. Jira asks
 * to wait: later. Jira refuses: the run has failed. Anything else is thrown on: Forge tries again.
 */
export async function giveWay(error: unknown, { later, fail }: WaysOut): Promise<void> {
  if (error instanceof JiraBusyError) return later(error.retryAfterSeconds);
  if (!isRefusal(error)) throw error;
  await fail([error.message, ...error.messages].join(' '));
}
