import type { SlaView } from '../contract/views';
import type { Cycle } from '../core/sla/cycle';
import { judgeUnder } from '../core/sla/judge-incident';
import type { ManualAct } from '../core/sla/judge-inputs';
import type { UserEnv } from './env';
import { findIncident } from './find-incident';
import { slaView } from './sla-view';

export type IncidentClocks = { readonly projectId: string; readonly sla: SlaView };

/**
 * The clocks of an issue as of now, from its own history as the viewer may read it; null when no
 * client project's policy selects it, or he may not browse it. `projectId` is the client project:
 * the first by key if several select the issue. One SQL statement, and no read of Jira while no
 * client project has a policy; else one match, and for an incident its history and names.
 */
export async function readIncidentClocks(
  env: UserEnv,
  issueId: string,
): Promise<IncidentClocks | null> {
  const found = await findIncident(env, issueId);
  if (found === null) return null;
  const { plan, history, acts } = found;
  const now = env.now();
  const cycles = judgeUnder(history, plan.versions, now, { acts });
  const names = await namesOf(env, cycles, acts);
  return {
    projectId: plan.project.id,
    sla: slaView(plan, { cycles, acts }, names, env.viewer, now),
  };
}

async function namesOf(
  env: UserEnv,
  cycles: readonly Cycle[],
  acts: readonly ManualAct[],
): Promise<ReadonlyMap<string, string>> {
  const stoppers = cycles.flatMap(({ stoppedBy }) => stoppedBy?.by ?? []);
  const accountIds = new Set([...stoppers, ...acts.map(({ by }) => by)]);
  if (accountIds.size === 0) return new Map();
  const people = await env.asUser.listPeople([...accountIds]);
  return new Map(people.map(({ accountId, name }) => [accountId, name]));
}
