import type { AppManifest } from '../manifest/app-manifest';
import type { ServiceReply } from './service';

export type PushedEvent = {
  body: unknown;
  delayInSeconds?: number;
  concurrency?: { key: string; limit: number };
};

export type PushRequest = { queueName: string; jobId: string; payload: PushedEvent[] };

const KB = 1024;
const MAX_EVENTS = 50;
const MAX_PUSH_BYTES = 200 * KB;
const MAX_LONG_EVENT_BYTES = 100 * KB;
const LONG_SECONDS = 55;
const MAX_DELAY_S = 900;

/** Why Forge would refuse a push; undefined when it would take it. ("Async events API", Forge docs.) */
export function judgePush(manifest: AppManifest, request: PushRequest): ServiceReply | undefined {
  const { payload, queueName } = request;
  const consumer = manifest.consumers.find(({ queue }) => queue === queueName);
  if (consumer === undefined) return refusal(400, `no consumer for the queue ${queueName}`);
  if (payload.length === 0 || payload.length > MAX_EVENTS) {
    return refusal(400, `a push must hold 1 to ${MAX_EVENTS} events`);
  }
  if (sizeOf(payload) > MAX_PUSH_BYTES) return refusal(413, 'a push must not exceed 200 KB');
  if (
    payload.some(({ delayInSeconds = 0 }) => delayInSeconds < 0 || delayInSeconds > MAX_DELAY_S)
  ) {
    return refusal(400, `a delay must be 0 to ${MAX_DELAY_S} seconds`);
  }
  if (
    payload.some(({ body }) => typeof body !== 'object' || body === null || Array.isArray(body))
  ) {
    return refusal(400, 'the body of an event must be an object');
  }
  const seconds =
    manifest.functions.find(({ key }) => key === consumer.function)?.timeoutSeconds ?? 0;
  if (seconds > LONG_SECONDS && payload.some((event) => sizeOf(event) > MAX_LONG_EVENT_BYTES)) {
    return refusal(413, 'an event of a long-running consumer must not exceed 100 KB');
  }
  return undefined;
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

export function refusal(status: number, message: string): ServiceReply {
  return { status, body: { message, errorMessage: message, code: status } };
}
