import { kvs } from '@forge/kvs';

type Changed = { issue: { key: string } };
type Gate = { issue: { key: string }; configuration: { open?: boolean }; transition: unknown };

export async function changed(event: Changed): Promise<void> {
  await count(`changed:${event.issue.key}`);
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
