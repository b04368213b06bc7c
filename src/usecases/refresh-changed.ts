import { maySelect } from '../core/sla/policy/incident-jql';
import { type IncidentPlan, plansOf } from './clocks/list-incident-plans';
import { measuresDepartments } from './clocks/read-blocked';
import { refreshStored } from './clocks/refresh-issue';
import { refreshSuccessors } from './clocks/refresh-successors';
import type { Env } from './env';
import { lookAtChange } from './order/follow/look-at-change';
import type { IssueChange } from './ports/queue-port';

/**
 * What an event asks for: the issue is refreshed unless it is plain that no clock depends on the
 * change. An incident may be in any Jira project that its JQL selects, so what decides is whether
 * the text of some JQL could select an issue of that project, or has. One SQL statement, no read of
 * Jira for an issue that concerns nobody; but where a contract measures departments another status
 * may set others going that wait for this issue, whatever its project: one read and a statement.
 */
export async function refreshChanged(env: Env, change: IssueChange): Promise<void> {
  const { issueId, fields } = change;
  const stored = await env.incidents.readIssue(issueId);
  await lookAtChange(env, change, stored.place);
  const plans = await plansOf(env, stored.projects);
  const isTimed = plans.some(({ versions }) => measuresDepartments(versions));
  const isConcerned = stored.cycles.length > 0 || mayConcern(plans, change);
  const links = isConcerned ? await refreshStored(env, issueId, stored) : null;
  if (isTimed && fields.includes('status')) await refreshSuccessors(env, issueId, links);
}

/** An issue that has moved may have been an incident where it was. */
function mayConcern(plans: readonly IncidentPlan[], { project, fields }: IssueChange): boolean {
  const couldBeAnywhere = project === null || fields.includes('project');
  return plans.some(({ jql }) => couldBeAnywhere || maySelect(jql, project));
}
