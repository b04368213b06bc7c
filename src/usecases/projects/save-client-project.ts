import type { Answer } from '../../contract/answer';
import type { ClientProjectEdit } from '../../contract/tam-workspace';
import { checkRight } from '../check-right';
import type { UserEnv } from '../env';
import { done, refuse, textsFor } from '../problem';
import { markProjects } from '../settings/mark-projects';
import { checkProjectForm } from './check-project-form';

/**
 * Changes a client project; only who may name TAMs changes the TAM. `version` is the one that the
 * form was filled from: if somebody else saved meanwhile, nothing is overwritten.
 */
export async function saveClientProject(
  env: UserEnv,
  { clientProjectId, version, ...form }: ClientProjectEdit,
): Promise<Answer<null>> {
  const texts = textsFor(env);
  const before = await env.projects.findProject(clientProjectId);
  if (before === null) return refuse('notFound', texts.projectNotFound);
  const act = form.tamAccountId === before.tamAccountId ? 'editClientProject' : 'nameTam';
  const kept = [before.tamAccountId, ...before.deputyAccountIds, ...before.viewerAccountIds];
  const problem =
    (await checkRight(env, act, before)) ??
    (await checkProjectForm(env, { ...form, key: before.key }, kept));
  if (problem !== null) return { ok: false, problem };
  const after = { ...before, ...form, version: version + 1 };
  if (!(await env.projects.saveProject(after, version))) {
    return refuse('conflict', texts.changedMeanwhile);
  }
  await env.projects.audit({
    at: env.now(),
    actorAccountId: env.viewer.accountId,
    act,
    clientProjectId,
    issueId: null,
    detail: {
      version: version + 1,
      tamAccountId: form.tamAccountId,
      countsHidden: form.countsHidden,
    },
  });
  if (after.incidentsJql !== before.incidentsJql || after.policyKey !== before.policyKey) {
    await markProjects(env);
  }
  return done(null);
}
