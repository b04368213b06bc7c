import { exactTime, parseJiraTime, relativeTime } from '../lib/dates';
import { useSession } from '../lib/session';

/** "3 hours ago", with the exact time on hover; by the host's clock. */
export function Time({ at }: { at: string | number }) {
  const { session, now } = useSession();
  const ms = typeof at === 'number' ? at : parseJiraTime(at);
  return (
    <time dateTime={new Date(ms).toISOString()} title={exactTime(ms, session.locale)}>
      {relativeTime(ms, now(), session.locale)}
    </time>
  );
}
