import type { Answer } from '../../contract/answer';
import { checkRight } from '../check-right';
import type { UserEnv } from '../env';
import { done } from '../problem';
import { auditSetting } from './audit-setting';
import { markProjects } from './mark-projects';

/** Takes a department off the list; its issues and links in Jira stay as they are. */
export async function removeDepartment(env: UserEnv, projectId: string): Promise<Answer<null>> {
  const problem = await checkRight(env, 'changeSettings', null);
  if (problem !== null) return { ok: false, problem };
  if (await env.settings.removeDepartment(projectId)) {
    await auditSetting(env, 'removeDepartment', { projectId });
    await markProjects(env);
  }
  return done(null);
}
