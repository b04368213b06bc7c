import { randomUUID } from 'node:crypto';
import type { HostClock } from '../../clock';
import type { Activity } from '../activity';
import type { Agenda } from '../agenda';
import { type RetryWish, wishOf } from '../events/retry-request';
import type { StoredJob } from '../forge';
import type { InvocationOutcome } from '../invocation';
import type { AppManifest } from '../manifest/app-manifest';
import type { Invoker } from '../runtime/invoker';
import type { PushRequest } from './queue-limits';
import { asyncEvent, mayRetry, type QueuedEvent } from './queued-event';
import type { OpenInvocation } from './service';

export type JobStats = { success: number; inProgress: number; failed: number };

export type JobPumpParts = {
  manifest: AppManifest;
  clock: HostClock;
  agenda: Agenda;
  activity: Activity;
  invoke: Invoker;
};

/** This machine's choice, not Forge's: more consumers at once only slow each other down. */
const CONSUMERS_AT_ONCE = 3;
/** A consumer that throws was seen to come back after about 40 s; the pause doubles up to 15 min. */
const FIRST_BACKOFF_MS = 40_000;
const MAX_BACKOFF_MS = 900_000;

/** Drives the consumers: delays, retries, limits of concurrency, statistics. At least once. */
export class JobPump {
  private readonly jobs = new Map<string, JobStats & { cancelled: boolean }>();
  private readonly stored = new Set<QueuedEvent>();
  private readonly running = new Set<QueuedEvent>();
  private due: QueuedEvent[] = [];

  constructor(private readonly parts: JobPumpParts) {}

  add(request: PushRequest, chain: OpenInvocation['chain']): void {
    const now = this.parts.clock.now();
    const inProgress = request.payload.length;
    this.jobs.set(request.jobId, { success: 0, inProgress, failed: 0, cancelled: false });
    for (const event of request.payload) {
      const dueAt = now + (event.delayInSeconds ?? 0) * 1000;
      this.store({
        eventId: randomUUID(),
        request,
        event,
        chain,
        pushedAt: now,
        dueAt,
        attempt: 0,
      });
    }
  }

  stats(jobId: string): JobStats | undefined {
    const job = this.jobs.get(jobId);
    if (job === undefined) return undefined;
    return { success: job.success, inProgress: job.inProgress, failed: job.failed };
  }

  /** False when there is no such job. Events that run already run to their end. */
  cancel(jobId: string): boolean {
    const job = this.jobs.get(jobId);
    if (job === undefined) return false;
    job.cancelled = true;
    job.inProgress = 0;
    return true;
  }

  /** Events that wait for their time. */
  waiting(): StoredJob[] {
    return [...this.stored].map(({ request, event, dueAt, attempt }) => ({
      queue: request.queueName,
      jobId: request.jobId,
      dueAt,
      attempt,
      body: event.body,
    }));
  }

  private store(queued: QueuedEvent): void {
    this.stored.add(queued);
    this.parts.agenda.at('job', queued.dueAt, () => {
      this.stored.delete(queued);
      this.due.push(queued);
      this.startDue();
    });
  }

  private startDue(): void {
    while (this.running.size < CONSUMERS_AT_ONCE) {
      const queued = this.due.find((one) => hasRoom(one, this.running));
      if (queued === undefined) return;
      this.due = this.due.filter((one) => one !== queued);
      this.running.add(queued);
      this.parts.activity.start(() => this.run(queued));
    }
  }

  private async run(queued: QueuedEvent): Promise<void> {
    try {
      const job = this.jobs.get(queued.request.jobId);
      if (job !== undefined && !job.cancelled) await this.consume(queued, job);
    } finally {
      this.running.delete(queued);
      this.startDue();
    }
  }

  private async consume(queued: QueuedEvent, job: JobStats): Promise<void> {
    const { manifest, clock, invoke } = this.parts;
    const outcome = await invoke({
      functionKey: consumerOf(manifest, queued.request.queueName).function,
      moduleKey: consumerOf(manifest, queued.request.queueName).key,
      trigger: 'queue',
      body: asyncEvent(queued, clock.now()),
      chain: queued.chain,
    });
    const wish = wishOf(outcome) ?? backoff(outcome, queued.attempt);
    const again = clock.now() + (wish?.afterMs ?? 0);
    if (wish !== undefined && mayRetry(queued, again)) {
      this.store({ ...queued, wish, attempt: queued.attempt + 1, dueAt: again });
      return;
    }
    job.inProgress -= 1;
    job[outcome.ok && wish === undefined ? 'success' : 'failed'] += 1;
  }
}

function consumerOf(manifest: AppManifest, queueName: string): AppManifest['consumers'][number] {
  const consumer = manifest.consumers.find(({ queue }) => queue === queueName);
  if (consumer === undefined) throw new Error(`no consumer for the queue ${queueName}`);
  return consumer;
}

/** Is there room under the event's own limit of concurrency? */
function hasRoom({ event, request }: QueuedEvent, running: ReadonlySet<QueuedEvent>): boolean {
  const { concurrency } = event;
  if (concurrency === undefined) return true;
  const alike = [...running].filter(
    (other) =>
      other.request.queueName === request.queueName &&
      other.event.concurrency?.key === concurrency.key,
  );
  return alike.length < concurrency.limit;
}

function backoff(outcome: InvocationOutcome, attempt: number): RetryWish | undefined {
  if (outcome.ok) return undefined;
  const afterMs = Math.min(FIRST_BACKOFF_MS * 2 ** attempt, MAX_BACKOFF_MS);
  const { name } = outcome.error;
  const reason = name.startsWith('FUNCTION_') ? name : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
  return { afterMs, reason };
}
