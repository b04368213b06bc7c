import type { SlaView } from '../../contract/views';
import { judgeClocks } from '../../core/sla/judge/judge-incident';
import type { Blocked, ManualAct } from '../../core/sla/judge/judge-inputs';
import type { Instant } from '../../core/time';
import type { UserEnv } from '../env';
import type { StoredIssue } from '../ports/incident-port';
import { type FoundIncident, findIncident } from './find-incident';
import { measuresDepartments, readBlockedOf } from './read-blocked';
import { slaView } from './sla-view';
import { type ToldCycle, tellFrozen } from './tell-frozen';

export type IncidentClocks = { readonly projectId: string; readonly sla: SlaView };

/**
 * The clocks of an issue: those that are frozen as they were, the others as of now from its own
 * history as the viewer may read it; null when no client project's policy selects it, or he may not
 * browse it. `projectId` is the client project: the first by key if several select the issue. One
 * SQL statement, another where something was decided by hand, and no read of Jira while no client
 * project has a policy; else one match, and for an incident its history and names. Where the
 * contract measures departments: also its links as the app, and their blockers.
 */
export async function readIncidentClocks(
  env: UserEnv,
  issueId: string,
): Promise<IncidentClocks | null> {
  return clocksOfStored(env, issueId, await env.incidents.readIssue(issueId));
}

/** The same where what is stored of the issue has just been read. */
export async function clocksOfStored(
  env: UserEnv,
  issueId: string,
  known: StoredIssue,
): Promise<IncidentClocks | null> {
  const found = await findIncident(env, issueId, known);
  if (found === null) return null;
  const { plan, history, acts, records, entered } = found;
  const now = env.now();
  const blocked = await readBlocked(env, found, now);
  const judged = judgeClocks(history, plan.versions, now, { acts, blocked, ...entered });
  const rows = known.cycles.filter(({ clientProjectId }) => clientProjectId === plan.project.id);
  const cycles = tellFrozen(judged, rows, records, plan.policy.policy.key);
  const names = await namesOf(env, cycles, acts);
  return {
    projectId: plan.project.id,
    sla: slaView(plan, { cycles, acts }, names, env.viewer, now),
  };
}

async function readBlocked(
  env: UserEnv,
  { history, plan }: FoundIncident,
  now: Instant,
): Promise<readonly Blocked[]> {
  if (!measuresDepartments(plan.versions)) return [];
  return (await readBlockedOf(env, history))(history.issueId, plan.versions, now);
}

/** Of people by account id, of departments by what a history calls them. */
async function namesOf(
  env: UserEnv,
  cycles: readonly ToldCycle[],
  acts: readonly ManualAct[],
): Promise<ReadonlyMap<string, string>> {
  const stoppers = cycles.flatMap(({ stoppedBy }) => stoppedBy?.by ?? []);
  const accountIds = new Set([...stoppers, ...acts.map(({ by }) => by)]);
  const hasDepartments = cycles.some(({ department }) => department !== null);
  const [people, departments] = await Promise.all([
    accountIds.size === 0 ? [] : env.asUser.listPeople([...accountIds]),
    hasDepartments ? env.settings.listDepartments() : [],
  ]);
  return new Map([
    ...departments.map(({ projectKey, name }) => [projectKey, name] as const),
    ...people.map(({ accountId, name }) => [accountId, name] as const),
  ]);
}
