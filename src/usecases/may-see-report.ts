import type { ClientProject } from '../core/project/client-project';
import type { UserEnv } from './env';

/**
 * A client project's numbers are for its TAM, deputies and viewers, and for holders of
 * *Administer TAM*. One read of Jira for everybody else.
 */
export async function maySeeReport(env: UserEnv, project: ClientProject): Promise<boolean> {
  return isNamedIn(project, env.viewer.accountId) || (await env.asUser.mayAdministerTam());
}

/** Is this person its TAM, a deputy or a viewer? */
export function isNamedIn(project: ClientProject, accountId: string): boolean {
  const { tamAccountId, deputyAccountIds, viewerAccountIds } = project;
  return [tamAccountId, ...deputyAccountIds, ...viewerAccountIds].includes(accountId);
}
