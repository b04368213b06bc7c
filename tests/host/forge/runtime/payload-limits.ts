import type { TriggerKind } from '../invocation';

const KB = 1024;
const FROM_SCREEN = 500 * KB;
const FROM_PLATFORM = 5 * KB * KB;

/** Why Forge would not pass a request body on; undefined when it would. */
export function judgeRequest(trigger: TriggerKind, body: unknown): string | undefined {
  const limit = trigger === 'resolver' ? FROM_SCREEN : FROM_PLATFORM;
  return sizeOf(body) > limit ? `the request exceeds ${limit / KB} KB` : undefined;
}

/** Why Forge would not pass an answer on; undefined when it would. */
export function judgeResponse(body: unknown): string | undefined {
  return sizeOf(body) > FROM_PLATFORM ? 'the response exceeds 5 MB' : undefined;
}

function sizeOf(body: unknown): number {
  return Buffer.byteLength(JSON.stringify(body) ?? '');
}
