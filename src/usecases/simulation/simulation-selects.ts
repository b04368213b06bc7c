import { bothOf, eitherOf, incidentJql } from '../../core/sla/policy/incident-jql';
import type { SelectedBy } from '../../core/sla/simulation/simulation';
import type { IncidentPlan } from '../clocks/list-incident-plans';
import type { Env } from '../env';

/** JQL of the incidents of one contract, of the other, and of both together. */
type Selects = { readonly present: string; readonly other: string; readonly either: string };

/** Of one client project: what its own JQL selects, narrowed by each contract's `select`. */
export function incidentsOfEither({ project, policy, jql }: IncidentPlan, select: string): Selects {
  return {
    present: jql,
    other: incidentJql(project.incidentsJql, select),
    either: bothOf(project.incidentsJql, eitherOf(policy.policy.select, select)),
  };
}

/**
 * Whose incidents these issues are, by Jira's index; null for one that has just ceased to be
 * anybody's. One read of Jira, none when both contracts select the same.
 */
export async function selectionOf(
  env: Env,
  { present, other }: Selects,
  ids: readonly string[],
): Promise<(issueId: string) => SelectedBy | null> {
  if (present === other) return () => 'both';
  // As the app: whose incident an issue is does not depend on who asks.
  const [ours, theirs] = await env.asApp.matchIssues(ids, [present, other]);
  return (id) => {
    if (ours?.has(id)) return theirs?.has(id) ? 'both' : 'present';
    return theirs?.has(id) ? 'other' : null;
  };
}
