import type { Answer } from '../../contract/answer';
import { findIncidentPlan } from '../clocks/list-incident-plans';
import type { UserEnv } from '../env';
import { done, refuse, textsFor } from '../problem';
import { auditSetting } from '../settings/audit-setting';

/**
 * Begins to judge all incidents of a client project, through the queue; answers the backfill's id.
 * Whoever calls has checked the rights.
 */
export async function startBackfill(
  env: UserEnv,
  clientProjectId: string,
): Promise<Answer<string>> {
  const texts = textsFor(env);
  const project = await env.projects.findProject(clientProjectId);
  if (project === null) return refuse('notFound', texts.projectNotFound);
  const plan = await findIncidentPlan(env, project);
  if (plan === null) return refuse('invalid', texts.noPolicy(project.key));
  const id = env.newId();
  const isAdded = await env.sla.addBackfill({
    id,
    clientProjectId,
    state: 'waiting',
    page: null,
    step: 0,
    done: 0,
    total: null,
    skipped: [],
    error: null,
    startedAt: env.now(),
    finishedAt: null,
  });
  if (!isAdded) return refuse('conflict', texts.backfillUnderWay(project.key));
  await env.queue.pushBackfill(id, 0);
  await auditSetting(env, 'startBackfill', { backfillId: id, clientProjectId });
  return done(id);
}
