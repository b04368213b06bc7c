import { maySelect, type ProjectRef } from '../core/sla/incident-jql';
import type { Env } from './env';
import { listIncidentPlans } from './list-incident-plans';
import { measuresDepartments } from './read-blocked';
import { refreshSuccessors } from './refresh-successors';

export type IssueChange = {
  readonly issueId: string;
  /** Null when the event does not say. */
  readonly project: ProjectRef | null;
  /** Names of the changed fields; empty for anything but an update. */
  readonly fields: readonly string[];
};

/** Changes that are told by an event of their own, or that no clock and no selection depends on. */
const TOLD_ELSEWHERE = new Set(['Comment', 'Attachment', 'Link', 'Rank', 'WorklogId']);

/**
 * Queues a refresh unless it is plain that no clock can depend on the change. An incident may be
 * in any Jira project, registered as a department or not, that its JQL selects; so what decides is
 * whether the text of some JQL could select an issue of that project. One SQL statement, no read
 * of Jira, but where a contract measures departments: there another status may set others going
 * that wait for this issue, whatever its project; one read and another statement.
 */
export async function noticeIssueChange(env: Env, change: IssueChange): Promise<void> {
  const { fields, project } = change;
  if (fields.length > 0 && fields.every((field) => TOLD_ELSEWHERE.has(field))) return;
  const plans = await listIncidentPlans(env);
  // An issue that has moved may have been an incident where it was.
  const couldBeAnywhere = project === null || fields.includes('project');
  const mayConcern = plans.some(({ jql }) => couldBeAnywhere || maySelect(jql, project));
  if (mayConcern) await env.queue.pushRefresh([change.issueId], 0);
  const isTimed = plans.some(({ versions }) => measuresDepartments(versions));
  if (isTimed && fields.includes('status')) await refreshSuccessors(env, change.issueId);
}
