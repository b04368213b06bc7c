import type { Answer } from '../../contract/answer';
import { checkRight } from '../check-right';
import type { UserEnv } from '../env';
import { findProjectOfIssue } from '../find-project-of-issue';
import { done, refuse, textsFor } from '../problem';

/**
 * Takes an epic out of the client project that the panel of `panelIssueId` shows. Its links in Jira
 * stay: they are the order of the departments' work, whoever the client is.
 */
export async function unlinkEpic(
  env: UserEnv,
  panelIssueId: string,
  issueId: string,
): Promise<Answer<null>> {
  const project = await findProjectOfIssue(env, panelIssueId);
  if (project === null) return refuse('notFound', textsFor(env).notLinkedIssue);
  const problem = await checkRight(env, 'linkEpics', project);
  if (problem !== null) return { ok: false, problem };
  if (await env.projects.removeEpic(project.id, issueId)) {
    await env.queue.pushOrder([issueId], 0);
    await env.projects.audit({
      at: env.now(),
      actorAccountId: env.viewer.accountId,
      act: 'unlinkEpic',
      clientProjectId: project.id,
      issueId,
      detail: {},
    });
  }
  return done(null);
}
