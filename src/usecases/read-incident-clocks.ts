import type { SlaView } from '../contract/views';
import { judgeUnder } from '../core/sla/judge-incident';
import type { ManualAct } from '../core/sla/judge-inputs';
import type { UserEnv } from './env';
import { findIncident } from './find-incident';
import { slaView } from './sla-view';
import { type ToldCycle, tellFrozen } from './tell-frozen';

export type IncidentClocks = { readonly projectId: string; readonly sla: SlaView };

/**
 * The clocks of an issue: those that are frozen as they were, the others as of now from its own
 * history as the viewer may read it; null when no client project's policy selects it, or he may not
 * browse it. `projectId` is the client project: the first by key if several select the issue. One
 * SQL statement, and no read of Jira while no client project has a policy; else one match, and for
 * an incident its history and names, and two more statements.
 */
export async function readIncidentClocks(
  env: UserEnv,
  issueId: string,
): Promise<IncidentClocks | null> {
  const found = await findIncident(env, issueId);
  if (found === null) return null;
  const { plan, history, acts, records } = found;
  const now = env.now();
  const judged = judgeUnder(history, plan.versions, now, { acts });
  const stored = await env.sla.listCycles([history.issueId]);
  const rows = stored.filter(
    (row) => row.clientProjectId === plan.project.id && SHOWN.has(row.clock),
  );
  const cycles = tellFrozen(judged, rows, records, plan.policy.policy.key);
  const names = await namesOf(env, cycles, acts);
  return {
    projectId: plan.project.id,
    sla: slaView(plan, { cycles, acts }, names, env.viewer, now),
  };
}

/** The clocks that `judgeUnder` judges. */
const SHOWN: ReadonlySet<string> = new Set(['response', 'resolution']);

async function namesOf(
  env: UserEnv,
  cycles: readonly ToldCycle[],
  acts: readonly ManualAct[],
): Promise<ReadonlyMap<string, string>> {
  const stoppers = cycles.flatMap(({ stoppedBy }) => stoppedBy?.by ?? []);
  const accountIds = new Set([...stoppers, ...acts.map(({ by }) => by)]);
  if (accountIds.size === 0) return new Map();
  const people = await env.asUser.listPeople([...accountIds]);
  return new Map(people.map(({ accountId, name }) => [accountId, name]));
}
