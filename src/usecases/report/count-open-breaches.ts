import type { ClientProject } from '../../core/project/client-project';
import type { UserEnv } from '../env';

/** More late issues than anybody looks at; beyond these the numbers are too small. */
const LATE_AT_MOST = 5000;

/**
 * Issues of each client project that are late and open, by its id: all of them where its figures
 * count everything, else those that the viewer may browse (SLA semantics C8.7). One SQL statement;
 * one read of Jira per 1,000 of the latter, none without any.
 */
export async function countOpenBreaches(
  env: UserEnv,
  projects: readonly ClientProject[],
): Promise<ReadonlyMap<string, number>> {
  const late = await env.sla.listOpenBreaches(env.now(), LATE_AT_MOST);
  const closed = new Set(projects.flatMap(({ id, countsHidden }) => (countsHidden ? [] : [id])));
  const unsure = late.filter(({ clientProjectId }) => closed.has(clientProjectId));
  const ids = [...new Set(unsure.map(({ issueId }) => issueId))];
  const allowed = new Set(
    ids.length === 0 ? [] : await env.asUser.allowedIssues('BROWSE_PROJECTS', ids),
  );
  const counts = new Map<string, number>();
  for (const { clientProjectId, issueId } of late) {
    if (closed.has(clientProjectId) && !allowed.has(issueId)) continue;
    counts.set(clientProjectId, (counts.get(clientProjectId) ?? 0) + 1);
  }
  return counts;
}
