import type { HostClock } from '../clock';
import type { Activity } from './activity';
import type { Agenda } from './agenda';

/** Longer delays than this are passed by moving the clock, not by waiting. */
const PATIENCE_MS = 10_000;

/**
 * Resolves when no event is under way, no job is due and no function runs. Rejects when an event
 * is still far away in host time, where waiting would be no answer.
 */
export async function idle(clock: HostClock, agenda: Agenda, activity: Activity): Promise<void> {
  for (;;) {
    const fault = activity.faults.shift();
    if (fault !== undefined) throw fault;
    const event = agenda.waiting('event')[0];
    const due = [...agenda.waiting('job'), ...agenda.waiting('schedule')].some(
      (time) => time <= clock.now(),
    );
    if (!activity.busy && !due && event === undefined) return;
    if (!activity.busy && !due) refuseToWait(event, clock.now());
    await (activity.busy ? activity.change() : agenda.next());
  }
}

function refuseToWait(event: number | undefined, now: number): void {
  if (event === undefined || event - now <= PATIENCE_MS) return;
  const at = new Date(event).toISOString();
  throw new Error(`an event arrives only at ${at} (host time): move the clock to pass its delay`);
}
