import type { HostClock } from '../../clock';
import type { AppManifest } from '../manifest/app-manifest';
import type { JobPump } from './job-pump';
import { judgePush, type PushRequest, refusal } from './queue-limits';
import {
  NotModelledByForge,
  type OpenInvocation,
  type Service,
  type ServiceReply,
} from './service';

const EVENTS_PER_MINUTE = 500;
const MINUTE_MS = 60_000;
const MAX_CHAIN = 1_000;

type JobRequest = { queueName: string; jobId: string };

/** The queues' API: push, statistics of a job, cancel. */
export function createQueueService(
  manifest: AppManifest,
  pump: JobPump,
  clock: HostClock,
): Service {
  const pushed: number[] = [];
  return ({ target, body, invocation }) => {
    const request: unknown = JSON.parse(body);
    switch (target.split('/')[3]) {
      case 'publish':
        return push(manifest, pump, clock, pushed, request as PushRequest, invocation);
      case 'stats':
        return stats(pump, request as JobRequest);
      case 'cancel':
        return pump.cancel((request as JobRequest).jobId)
          ? { status: 204 }
          : refusal(404, 'no such job');
      default:
        throw new NotModelledByForge(`the queues' ${target}`);
    }
  };
}

function push(
  manifest: AppManifest,
  pump: JobPump,
  clock: HostClock,
  pushed: number[],
  request: PushRequest,
  { chain }: OpenInvocation,
): ServiceReply {
  const refused = judgePush(manifest, request);
  if (refused !== undefined) return refused;
  const now = clock.now();
  const recent = pushed.filter((at) => now - at < MINUTE_MS && at <= now);
  if (recent.length + request.payload.length > EVENTS_PER_MINUTE) {
    return refusal(429, `more than ${EVENTS_PER_MINUTE} events in a minute`);
  }
  chain.pushes += 1;
  if (chain.pushes > MAX_CHAIN)
    return refusal(405, `more than ${MAX_CHAIN} pushes from one origin`);
  pushed.splice(0, pushed.length, ...recent, ...request.payload.map(() => now));
  pump.add(request, chain);
  return { status: 201, body: {} };
}

function stats(pump: JobPump, { jobId }: JobRequest): ServiceReply {
  const found = pump.stats(jobId);
  return found === undefined ? refusal(404, 'no such job') : { status: 200, body: found };
}
