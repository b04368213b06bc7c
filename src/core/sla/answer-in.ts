import type { HistoryEvent } from './history';
import type { CompiledPolicy, ResponseAct } from './policy';

/**
 * Does this event answer the reporter, and by which act? A public comment, a move into the In
 * Progress category or an assignment, whichever the policy takes; and only by staff: not by the
 * reporter, not by an app, not by somebody whom Jira does not name.
 */
export function answerIn(
  event: HistoryEvent,
  policy: CompiledPolicy,
  reporterId: string | null,
): ResponseAct | null {
  const act = actOf(event);
  if (act === null || policy.response?.by.has(act) !== true) return null;
  return policy.isStaff(event.by, event.byApp, reporterId) ? act : null;
}

function actOf(event: HistoryEvent): ResponseAct | null {
  switch (event.kind) {
    case 'comment':
      return event.isPublic ? 'publicComment' : null;
    case 'status':
      return entersProgress(event) ? 'inProgress' : null;
    case 'assignee':
      return event.to === null ? null : 'assigned';
    default:
      return null;
  }
}

function entersProgress(event: Extract<HistoryEvent, { kind: 'status' }>): boolean {
  return event.to.category === 'indeterminate' && event.from.category !== 'indeterminate';
}
