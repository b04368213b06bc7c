import type { DueConflictView } from '../../../contract/order-acts';
import { projectKeyOf } from '../../../core/order/graph/order-issue';
import { packWork } from '../../../core/order/graph/work-graph';
import { lagsBetween } from '../../../core/order/judge/lags-between';
import { dueConflicts } from '../../../core/order/plan/due-conflicts';
import { calendarDate } from '../../../core/project/calendar-date';
import type { UserEnv } from '../../env';
import type { OrderRead } from '../../screens/read-order';

/**
 * Due dates of an issue and of its neighbours that contradict the order, as far as the viewer may
 * know both ends (order semantics D40-D42), with the date that would do. Nothing is read for it.
 */
export function readDueConflicts(
  env: UserEnv,
  issueId: string,
  { graph, mayKnow }: Pick<OrderRead, 'graph' | 'mayKnow'>,
): readonly DueConflictView[] {
  const { order, issues } = graph;
  const keyOf = (id: string): string => issues.get(id)?.key ?? id;
  const report = dueConflicts(order, packWork(order), {
    daysNeeded: () => 0,
    lagsOf: (blockerId, successorId) => lagsBetween(order, blockerId, successorId),
    doneOn: (id) => {
      const since = issues.get(id)?.categorySince ?? null;
      return since === null ? null : calendarDate(since, env.viewer.timeZone);
    },
    calendarOf: (id) => order.facts.calendarOf(projectKeyOf(keyOf(id))),
  });
  return report.conflicts
    .filter(({ blockerId, successorId }) => [blockerId, successorId].includes(issueId))
    .filter(({ blockerId, successorId }) => mayKnow(blockerId) && mayKnow(successorId))
    .map(({ blockerId, successorId, blockerEnd, successorDue }) => ({
      blockerKey: keyOf(blockerId),
      blockerEnd,
      successorKey: keyOf(successorId),
      successorDue,
      proposed: report.shifts.find(({ id }) => id === successorId)?.to ?? null,
    }));
}
