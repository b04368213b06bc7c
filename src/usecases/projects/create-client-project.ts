import type { Answer } from '../../contract/answer';
import type { NewClientProject } from '../../contract/tam-workspace';
import { checkRight } from '../check-right';
import type { UserEnv } from '../env';
import { done, refuseInput, textsFor } from '../problem';
import { markProjects } from '../settings/mark-projects';
import { checkProjectForm } from './check-project-form';

/** Creates a client project and names its TAM; answers its id. */
export async function createClientProject(
  env: UserEnv,
  form: NewClientProject,
): Promise<Answer<string>> {
  const problem =
    (await checkRight(env, 'createClientProject', null)) ?? (await checkProjectForm(env, form, []));
  if (problem !== null) return { ok: false, problem };
  const project = { ...form, id: env.newId(), version: 1, createdAt: env.now() };
  if (!(await env.projects.addProject(project))) {
    const texts = textsFor(env);
    return refuseInput(texts.formHasFaults, { key: texts.keyTaken(form.key) });
  }
  await env.projects.audit({
    at: env.now(),
    actorAccountId: env.viewer.accountId,
    act: 'createClientProject',
    clientProjectId: project.id,
    issueId: null,
    detail: { key: form.key, tamAccountId: form.tamAccountId, countsHidden: form.countsHidden },
  });
  if (project.policyKey !== null) await markProjects(env);
  return done(project.id);
}
