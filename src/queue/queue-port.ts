import { InvocationLimitReachedError, Queue, RateLimitError } from '@forge/events';
import { inBatches } from '../core/in-batches';
import { QueueFullError } from '../usecases/ports/queue-full-error';
import type { JobQueue } from '../usecases/ports/queue-port';

/** A push takes 1 to 50 events (Forge docs, "Async events API: limitations"). */
const EVENTS_A_PUSH = 50;
/** Of 20 changes each, in 200 KB. */
const CHANGES_A_PUSH = 20;
/**
 * 500 events a minute are taken, whatever their delay; many issues at once share events, each of
 * which is done well within the 55 s of a consumer.
 */
const ISSUES_AN_EVENT = 20;
const LONGEST_DELAY_SECONDS = 900;

/**
 * The app's queues; names as in the manifest. A job of the same issue or backfill never runs
 * beside another one (concurrency per key); across keys there is no order.
 */
export function queuePort(): JobQueue {
  const refreshes = new Queue({ key: 'refresh-issue' });
  const backfills = new Queue({ key: 'backfill' });
  const simulations = new Queue({ key: 'simulate' });
  const pushIssues = async (
    name: 'issueIds' | 'orderIds',
    issueIds: readonly string[],
    delaySeconds: number,
  ): Promise<void> => {
    const ids = [...new Set(issueIds)];
    const size = ids.length > EVENTS_A_PUSH ? ISSUES_AN_EVENT : 1;
    const jobs = inBatches(ids, size).map((each) =>
      job({ [name]: each }, `issue-${each[0]}`, delaySeconds),
    );
    for (const batch of inBatches(jobs, EVENTS_A_PUSH)) await push(refreshes, batch);
  };
  return {
    pushChanges: async (changes) => {
      const size = changes.length > EVENTS_A_PUSH ? ISSUES_AN_EVENT : 1;
      const jobs = inBatches(changes, size).map((each) =>
        job({ changes: each }, `issue-${each[0]?.issueId}`, 0),
      );
      for (const batch of inBatches(jobs, CHANGES_A_PUSH)) await push(refreshes, batch);
    },
    pushRefresh: (issueIds, delaySeconds) => pushIssues('issueIds', issueIds, delaySeconds),
    pushOrder: (issueIds, delaySeconds) => pushIssues('orderIds', issueIds, delaySeconds),
    pushSimulation: async (simulationId, delaySeconds) => {
      // One after the other: all of them read the same Jira.
      await simulations.push(job({ simulationId }, 'simulate', delaySeconds));
    },
    pushDryRun: async (dryRunId, delaySeconds) => {
      await simulations.push(job({ dryRunId }, 'simulate', delaySeconds));
    },
    pushOrderSweep: async (delaySeconds) => {
      // Behind nobody: what was saved last has to hold soon.
      await simulations.push(job({ sweep: 'order' }, 'sweep-order', delaySeconds));
    },
    pushBackfill: async (backfillId, delaySeconds) => {
      await backfills.push(job({ backfillId }, `backfill-${backfillId}`, delaySeconds));
    },
  };
}

type Job = ReturnType<typeof job>;

async function push(queue: Queue, jobs: Job[]): Promise<void> {
  try {
    await queue.push(jobs);
  } catch (cause) {
    const isFull = cause instanceof RateLimitError || cause instanceof InvocationLimitReachedError;
    throw isFull ? new QueueFullError(cause.message, { cause }) : cause;
  }
}

function job(body: Record<string, unknown>, key: string, delaySeconds: number) {
  const delayInSeconds = Math.min(LONGEST_DELAY_SECONDS, Math.max(0, Math.ceil(delaySeconds)));
  return { body, delayInSeconds, concurrency: { key, limit: 1 } };
}
