import type { ClientProject } from '../core/project/client-project';
import { clocksOfStored } from './clocks/read-incident-clocks';
import type { UserEnv } from './env';

/** The client project whose panel an issue shows: it is its epic, or one of its incidents. */
export async function findProjectOfIssue(
  env: UserEnv,
  issueId: string,
): Promise<ClientProject | null> {
  const stored = await env.incidents.readIssue(issueId);
  if (stored.ofEpic !== null) return stored.ofEpic;
  const clocks = await clocksOfStored(env, issueId, stored);
  return stored.projects.find(({ id }) => id === clocks?.projectId) ?? null;
}
