import type { Answer } from '../../contract/answer';
import type { ClientProject } from '../../core/project/client-project';
import { checkRight } from '../check-right';
import type { UserEnv } from '../env';
import { done, refuse, textsFor } from '../problem';

/** Links an issue that the TAM may browse into one of his client projects. */
export async function linkEpic(
  env: UserEnv,
  { clientProjectId, issueKey }: { readonly clientProjectId: string; readonly issueKey: string },
): Promise<Answer<null>> {
  const texts = textsFor(env);
  const project = await env.projects.findProject(clientProjectId);
  if (project === null) return refuse('notFound', texts.projectNotFound);
  const problem = await checkRight(env, 'linkEpics', project);
  if (problem !== null) return { ok: false, problem };
  const issue = await env.asUser.findIssue(issueKey);
  if (issue === null) return refuse('notFound', texts.issueNotFound(issueKey));
  return storeEpic(env, project, issue);
}

/** Makes an issue an epic of a client project. Whoever calls has checked the rights to both. */
export async function storeEpic(
  env: UserEnv,
  project: ClientProject,
  issue: { readonly id: string; readonly key: string },
): Promise<Answer<null>> {
  const epic = {
    clientProjectId: project.id,
    issueId: issue.id,
    linkedBy: env.viewer.accountId,
    linkedAt: env.now(),
  };
  if (!(await env.projects.addEpic(epic))) {
    // Whoever may browse an issue reads in its panel which client project it belongs to.
    const other = await env.projects.findProjectOfEpic(issue.id);
    if (other?.id === project.id) return done(null);
    return refuse('conflict', textsFor(env).linkedAlready(issue.key, other?.key ?? null));
  }
  await env.queue.pushOrder([issue.id], 0);
  await env.projects.audit({
    at: env.now(),
    actorAccountId: env.viewer.accountId,
    act: 'linkEpic',
    clientProjectId: project.id,
    issueId: issue.id,
    detail: {},
  });
  return done(null);
}
