import { dateInFull, dateText, momentInFull, momentText } from '../i18n/moments';
import { useViewer } from './viewer';

type MomentProps = { at: string; now: number };

/** "Tue 24 Nov 14:00", with seconds and zone on hover. */
export function Moment({ at, now }: MomentProps) {
  const viewer = useViewer();
  return (
    <time className="nowrap" dateTime={at} title={momentInFull(Date.parse(at), viewer)}>
      {momentText(Date.parse(at), now, viewer)}
    </time>
  );
}

/** A due date; late ones in red and in words. */
export function DueDate(props: { date: string | null; lateness: 'overdue' | 'inTime' }) {
  const viewer = useViewer();
  if (props.date === null) return <span className="subtle">–</span>;
  const day = (
    <time className="nowrap" dateTime={props.date} title={dateInFull(props.date, viewer)}>
      {dateText(props.date, Date.now(), viewer)}
    </time>
  );
  if (props.lateness === 'inTime') return day;
  return (
    <span className="danger">
      {day} <span className="small">{viewer.texts.shared.overdue}</span>
    </span>
  );
}
