import type { Person } from '../core/issue';
import type { Instant } from '../core/time';
import type { UserEnv } from './env';

/** Work that takes its steps through the queue, one run after the other, and is listed on a screen. */
type QueuedRun = {
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  /** When a step last ended. */
  readonly touchedAt: Instant;
  readonly startedBy: string;
};

/** Longer than a step takes and Jira ever asks to wait (15 minutes). */
const STUCK_AFTER_MS = 20 * 60_000;

/** Has this run not ended yet? */
export function isUnderWay({ state }: Pick<QueuedRun, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/**
 * Does any of these runs go on? They run one after the other: who waits for one that had a step in
 * the last 20 minutes is not stuck; while none had, whatever has not ended has lost its job.
 */
export function isAnyAlive(runs: readonly QueuedRun[], now: Instant): boolean {
  return runs.some((run) => isUnderWay(run) && now - run.touchedAt <= STUCK_AFTER_MS);
}

/** Who started these runs, by account id; whoever Jira does not know any more is left out. One read. */
export async function listStarters(
  env: UserEnv,
  runs: readonly QueuedRun[],
): Promise<ReadonlyMap<string, Person>> {
  const ids = [...new Set(runs.map(({ startedBy }) => startedBy))];
  const people = ids.length === 0 ? [] : await env.asUser.listPeople(ids);
  return new Map(people.map((person) => [person.accountId, person]));
}
