import type { Answer } from '../contract/answer';
import { goalsByJql } from '../core/sla/goals-by-jql';
import { compilePolicy } from '../core/sla/policy';
import { NOTHING_SIMULATED } from '../core/sla/simulate';
import type { UserEnv } from './env';
import { findIncidentPlan } from './list-incident-plans';
import { readPolicyText } from './policy-shape';
import { done, refuse, textsFor } from './problem';

export type SimulationRequest = {
  readonly clientProjectId: string;
  readonly months: number;
  /** The other contract, a policy file. */
  readonly text: string;
};

/**
 * Begins to replay the last months of a client project under another contract, through the queue;
 * answers the run's id. Nothing of the verdicts is touched. `invalid` names every problem of the
 * policy file, one a line. Whoever calls has checked the rights.
 */
export async function startSimulation(
  env: UserEnv,
  request: SimulationRequest,
): Promise<Answer<string>> {
  const texts = textsFor(env);
  const read = readPolicyText(request.text);
  if (!read.ok) return refuse('invalid', read.problems.join('\n'));
  const compiled = compilePolicy(read.policy);
  if (!compiled.ok) return refuse('invalid', compiled.problems.join('\n'));
  const unanswered = goalsByJql(read.policy);
  if (unanswered.length > 0) return refuse('invalid', unanswered.join('\n'));
  const project = await env.projects.findProject(request.clientProjectId);
  if (project === null) return refuse('notFound', texts.projectNotFound);
  const plan = await findIncidentPlan(env, project);
  if (plan === null) return refuse('invalid', texts.noPolicy(project.key));
  const id = env.newId();
  const isAdded = await env.simulations.addRun({
    id,
    clientProjectId: project.id,
    months: request.months,
    policyText: request.text,
    state: 'waiting',
    page: null,
    step: 0,
    done: 0,
    total: null,
    result: NOTHING_SIMULATED,
    skipped: [],
    error: null,
    startedAt: env.now(),
    finishedAt: null,
  });
  if (!isAdded) return refuse('conflict', texts.simulationUnderWay);
  await env.queue.pushSimulation(id, 0);
  return done(id);
}
