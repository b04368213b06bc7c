import type { Instant, Millis } from '../../time';
import type { HistoryEvent, IncidentHistory } from '../judge/history';

export type TimeInStatus = {
  /** Wall-clock ms by status id; the status in which the counting stopped is listed with its 0. */
  readonly timeInStatus: { readonly [statusId: string]: Millis };
  /** The first comment by somebody other than the reporter; null when there is none. */
  readonly firstResponseAt: Instant | null;
};

type StatusEvent = Extract<HistoryEvent, { kind: 'status' }>;

/** Jira writes the resolution date before or after the history of the same transition. */
const SLACK = 2_000;

/**
 * What Jira's own fields Time in Status and Date of First Response say of an issue: the time from
 * one status change to the next, from creation up to the change that resolved it. That change is
 * the first one at or after the resolution date, however long after; or, when the resolution date
 * was written late, the one up to two seconds before it. What comes later (closing, reopening and
 * leaving the resolution date) does not count, and neither does the time since the last change.
 *
 * Created 10:00, In Progress (3) 10:05, Resolved (5) 11:00: `{ '1': 300000, '3': 3300000, '5': 0 }`.
 */
export function timeInStatus(history: IncidentHistory): TimeInStatus {
  const changes = history.events.filter((event): event is StatusEvent => event.kind === 'status');
  const total: Record<string, number> = {};
  const last = lastCounted(changes, history.resolvedAt);
  let since = history.created;
  let status = history.statusAtCreation.id;
  for (const change of changes.slice(0, last + 1)) {
    total[status] = (total[status] ?? 0) + change.at - since;
    since = change.at;
    status = change.to.id;
  }
  total[status] ??= 0;
  return {
    timeInStatus: total as TimeInStatus['timeInStatus'],
    firstResponseAt: firstResponseAt(history),
  };
}

/** Index of the change that resolved the issue, or of the last one when none did. */
function lastCounted(changes: readonly StatusEvent[], resolvedAt: Instant | null): number {
  const all = changes.length - 1;
  if (resolvedAt === null) return all;
  const next = changes.findIndex((change) => change.at >= resolvedAt);
  const before = next < 0 ? all : next - 1;
  const isNextClose = next >= 0 && (changes[next] as StatusEvent).at - resolvedAt <= SLACK;
  const previous = changes[before];
  if (!isNextClose && previous !== undefined && resolvedAt - previous.at <= SLACK) return before;
  return next < 0 ? all : next;
}

function firstResponseAt(history: IncidentHistory): Instant | null {
  const answer = history.events.find(
    (event) => event.kind === 'comment' && event.by !== history.reporterId,
  );
  return answer?.at ?? null;
}
