import type { Answer } from '../contract/answer';
import type { Env } from './env';
import { findIncidentPlan } from './list-incident-plans';

/**
 * Begins to judge all incidents of a client project, through the queue; answers the backfill's id.
 * Whoever calls has checked the rights.
 */
export async function startBackfill(env: Env, clientProjectId: string): Promise<Answer<string>> {
  const project = await env.projects.findProject(clientProjectId);
  if (project === null) return refuse('notFound', 'This client project no longer exists.');
  const plan = await findIncidentPlan(env, project);
  if (plan === null) return refuse('invalid', `${project.key} has no SLA policy that can be used.`);
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
  if (!isAdded) return refuse('conflict', `A backfill of ${project.key} is under way already.`);
  await env.queue.pushBackfill(id, 0);
  return { ok: true, value: id };
}

function refuse(code: 'notFound' | 'invalid' | 'conflict', text: string): Answer<never> {
  return { ok: false, problem: { code, text } };
}
