import { setTimeout as wait } from 'node:timers/promises';
import { type AsyncEvent, InvocationError } from '@forge/events';
import { kvs } from '@forge/kvs';

type Task = { name: string; do?: 'retry' | 'throw' | 'hang' };

/** Notes each attempt under the task's name, then does what the task asks for. */
export async function handler(event: AsyncEvent<Task>): Promise<unknown> {
  const { name, do: what } = event.body;
  const seen = ((await kvs.get(`work:${name}`)) as unknown[] | undefined) ?? [];
  await kvs.set(`work:${name}`, [...seen, event.retryContext?.retryReason ?? 'first'] as never);
  if (what === 'hang') await wait(60_000);
  if (event.retryContext !== undefined) return undefined;
  if (what === 'throw') throw new Error('not this time');
  if (what !== 'retry') return undefined;
  return new InvocationError({
    retryAfter: 60,
    retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED' as never,
  });
}
