import type { DueConflictView } from '../../../../src/contract/order-acts';
import { dateText } from '../../i18n/moments';
import { useViewer } from '../../ui/viewer';

/** Due dates that contradict the order, and the date that would do; nothing is moved by itself. */
export function DueConflicts({ conflicts }: { conflicts: readonly DueConflictView[] }) {
  const viewer = useViewer();
  const { due: texts } = viewer.texts.order;
  if (conflicts.length === 0) return null;
  const day = (date: string) => dateText(date, Date.now(), viewer);
  return (
    <section className="notice notice-warning" aria-label={texts.label}>
      <h3>{texts.label}</h3>
      <ul>
        {conflicts.map((conflict) => {
          const { blockerKey, blockerEnd, successorKey, successorDue, proposed } = conflict;
          return (
            <li key={`${blockerKey} ${successorKey}`}>
              {texts.conflict(blockerKey, day(blockerEnd), successorKey, day(successorDue))}{' '}
              {proposed !== null && texts.proposal(successorKey, day(proposed))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
