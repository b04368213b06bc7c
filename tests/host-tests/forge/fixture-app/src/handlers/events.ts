import { InvocationError, InvocationErrorCode } from '@forge/events';
import { kvs } from '@forge/kvs';

type Changed = {
  issue: { key: string };
  do?: 'retry' | 'throw';
  retryContext?: { retryCount: number; retryReason: string };
};
type Gate = { issue: { key: string }; configuration: { open?: boolean }; transition: unknown };

export async function changed(event: Changed): Promise<unknown> {
  await count(`changed:${event.issue.key}`);
  await note('order', event.issue.key);
  await note(`attempts:${event.issue.key}`, event.retryContext ?? 'first');
  if (event.do === 'throw') throw new Error('not this time');
  if (event.do !== 'retry') return undefined;
  const retryReason = InvocationErrorCode.FUNCTION_RETRY_REQUEST;
  return new InvocationError({ retryAfter: 60, retryReason });
}

export async function hourly(): Promise<{ statusCode: number }> {
  await count('hourly');
  return { statusCode: 204 };
}

export function gate({ issue, configuration, transition }: Gate): object {
  if (configuration.open === true) return { result: true };
  return { result: false, errorMessage: `${issue.key} stays: ${JSON.stringify(transition)}` };
}

async function count(key: string): Promise<void> {
  const before = ((await kvs.get(key)) as number | undefined) ?? 0;
  await kvs.set(key, before + 1);
}

async function note(key: string, what: unknown): Promise<void> {
  const before = ((await kvs.get(key)) as unknown[] | undefined) ?? [];
  await kvs.set(key, [...before, what] as never);
}
