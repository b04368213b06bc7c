import type { Problem } from '../contract/answer';
import type { ClientProject } from '../core/project/client-project';
import { type Act, may, rolesFor, rolesIn } from '../core/project/may';
import type { UserEnv } from './env';
import { textsFor } from './problem';

/**
 * Null when the viewer may do this, else the refusal to show. What the client project itself says
 * costs nothing; only then Jira is asked, once, and only for roles that would help.
 */
export async function checkRight(
  env: UserEnv,
  act: Act,
  project: ClientProject | null,
): Promise<Problem | null> {
  if (await hasRight(env, act, project)) return null;
  return { code: 'notAllowed', text: textsFor(env).notAllowed[act] };
}

/** The same as yes or no. */
export async function hasRight(
  env: UserEnv,
  act: Act,
  project: ClientProject | null,
): Promise<boolean> {
  if (project !== null && may(act, rolesIn(project, env.viewer.accountId))) return true;
  const roles = rolesFor(act);
  if (roles.includes('administerTam')) return env.asUser.mayAdministerTam();
  return roles.includes('jiraAdmin') && env.asUser.isJiraAdmin();
}
