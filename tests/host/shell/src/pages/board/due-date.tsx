import Calendar from '@atlaskit/icon/core/calendar';
import { shortDate } from '../../lib/dates';
import type { Status } from '../../lib/jira-types';
import { useSession } from '../../lib/session';

type DueDateProps = { day: string; status: Status };

/** The day as a small chip, red when it has gone by and the work is not done. */
export function DueDate({ day, status }: DueDateProps) {
  const { session, now } = useSession();
  const isDone = status.statusCategory?.key === 'done';
  const isLate = !isDone && day < new Date(now()).toISOString().slice(0, 10);
  return (
    <span className={`due ${isLate ? 'due-late' : ''}`} title={isLate ? 'Overdue' : 'Due date'}>
      <Calendar label={isLate ? 'Overdue' : 'Due'} color="currentColor" />
      {shortDate(day, session.locale)}
    </span>
  );
}
