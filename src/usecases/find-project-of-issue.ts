import type { ClientProject } from '../core/project/client-project';
import type { UserEnv } from './env';
import { readIncidentClocks } from './read-incident-clocks';

/** The client project whose panel an issue shows: it is its epic, or one of its incidents. */
export async function findProjectOfIssue(
  env: UserEnv,
  issueId: string,
): Promise<ClientProject | null> {
  const ofEpic = await env.projects.findProjectOfEpic(issueId);
  if (ofEpic !== null) return ofEpic;
  const clocks = await readIncidentClocks(env, issueId);
  return clocks === null ? null : env.projects.findProject(clocks.projectId);
}
