import type { CompiledResponse } from '../policy/compiled-clock';
import type { CompiledPolicy } from '../policy/policy';
import type { ResponseAct } from '../policy/rules';
import type { HistoryEvent } from './history';

/**
 * Does this event answer the reporter, and by which act? A public comment, a move into the In
 * Progress category, any move or an assignment, whichever the policy takes; and only by staff: not
 * by the reporter, not by an app, not by somebody whom Jira does not name.
 *
 * Public comments count: one of the assignee is a `publicComment`, one of the reporter is null.
 */
export function answerIn(
  event: HistoryEvent,
  policy: CompiledPolicy,
  reporterId: string | null,
): ResponseAct | null {
  const by = policy.response?.by;
  if (by === undefined) return null;
  const act = actOf(event, by);
  if (act === null) return null;
  return policy.isStaff(event.by, event.byApp, reporterId) ? act : null;
}

function actOf(event: HistoryEvent, by: CompiledResponse['by']): ResponseAct | null {
  switch (event.kind) {
    case 'comment':
      return event.isPublic && by.publicComment ? 'publicComment' : null;
    case 'status':
      if (entersProgress(event) && by.inProgress) return 'inProgress';
      return by.statusChange ? 'statusChange' : null;
    case 'assignee':
      return event.to !== null && by.assigned ? 'assigned' : null;
    default:
      return null;
  }
}

function entersProgress(event: Extract<HistoryEvent, { kind: 'status' }>): boolean {
  return event.to.category === 'indeterminate' && event.from.category !== 'indeterminate';
}
