import { dateInFull } from '../../i18n/moments';
import { useViewer } from '../../ui/viewer';
import { useDay } from './use-day';

type Props = { date: string | null; lateness: 'overdue' | 'inTime' };

/** A due date with its weekday; a past one in red and in words. */
export function PlanDate({ date, lateness }: Props) {
  const viewer = useViewer();
  const day = useDay();
  if (date === null) return <span className="subtle">–</span>;
  const time = (
    <time className="nowrap" dateTime={date} title={dateInFull(date, viewer)}>
      {day(date)}
    </time>
  );
  if (lateness === 'inTime') return time;
  return (
    <span className="danger">
      {time} <span className="small">{viewer.texts.shared.overdue}</span>
    </span>
  );
}
