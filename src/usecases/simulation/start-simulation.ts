import type { Answer } from '../../contract/answer';
import { compilePolicy, type Policy } from '../../core/sla/policy/policy';
import { NOTHING_SIMULATED } from '../../core/sla/simulation/simulation';
import { findIncidentPlan } from '../clocks/list-incident-plans';
import type { UserEnv } from '../env';
import { done, refuse, textsFor } from '../problem';
import { isUnderWay } from '../queued-runs';
import { readPolicyText } from '../settings/policy-shape';
import { problemsOfJql } from '../settings/problems-of-jql';

export type SimulationRequest = {
  readonly clientProjectId: string;
  readonly months: number;
  /** The other contract, a policy file. */
  readonly text: string;
};

/** They run one after the other, and each holds the text of its contract. */
const UNDER_WAY_AT_MOST = 5;

/**
 * Begins to replay the last months of a client project under another contract, through the queue,
 * behind those that were started before; answers the run's id. Nothing of the verdicts is touched.
 * `invalid` names every problem of the policy file, one a line. Whoever calls has checked the
 * rights.
 */
export async function startSimulation(
  env: UserEnv,
  request: SimulationRequest,
): Promise<Answer<string>> {
  const texts = textsFor(env);
  const found = await findContracts(env, request);
  if (!found.ok) return found;
  const { present, other } = found.value;
  const waiting = (await env.simulations.listRuns()).filter(isUnderWay);
  if (waiting.length >= UNDER_WAY_AT_MOST) {
    return refuse('conflict', texts.simulationsUnderWay(UNDER_WAY_AT_MOST));
  }
  const presentName = named(present);
  const otherName = named(other);
  const isAnother = presentName === otherName && !isSameText(present, other);
  const id = env.newId();
  const now = env.now();
  await env.simulations.addRun({
    id,
    presentName,
    otherName: isAnother ? texts.editedPolicy(otherName) : otherName,
    startedBy: env.viewer.accountId,
    clientProjectId: request.clientProjectId,
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
    startedAt: now,
    finishedAt: null,
    touchedAt: now,
  });
  await env.queue.pushSimulation(id, 0);
  return done(id);
}

/** The contract in force and the one to be tried, or what is wrong with one of them. */
async function findContracts(
  env: UserEnv,
  { clientProjectId, text }: SimulationRequest,
): Promise<Answer<{ readonly present: Policy; readonly other: Policy }>> {
  const texts = textsFor(env);
  const read = readPolicyText(text);
  if (!read.ok) return refuse('invalid', read.problems.join('\n'));
  const compiled = compilePolicy(read.policy);
  if (!compiled.ok) return refuse('invalid', compiled.problems.join('\n'));
  const project = await env.projects.findProject(clientProjectId);
  if (project === null) return refuse('notFound', texts.projectNotFound);
  const plan = await findIncidentPlan(env, project);
  if (plan === null) return refuse('invalid', texts.noPolicy(project.key));
  const faults = await problemsOfJql(env, read.policy);
  if (faults.length > 0) return refuse('invalid', faults.join('\n'));
  return done({ present: plan.policy.policy, other: read.policy });
}

/** Whom a version applies to is asked when it is saved, and no part of the comparison. */
function isSameText(a: Policy, b: Policy): boolean {
  const [left, right] = [a, b].map(({ applyToOpen: _, ...policy }) => JSON.stringify(policy));
  return left === right;
}

function named({ name, version }: { readonly name: string; readonly version: number }): string {
  return `${name} v${version}`;
}
