import type { ClockView } from '../../../src/contract/views';

export type ClockPhase = ClockView['state'] | 'soon' | 'sleeping';

export type ClockReading = {
  readonly phase: ClockPhase;
  /** Working time left at `now`, negative once breached; null without a target. */
  readonly remainingMs: number | null;
  /** Working time used at `now`. */
  readonly elapsedMs: number;
  /** Part of the target that is used, 0 to 1; null without a target. */
  readonly used: number | null;
  /** When it counts on, while it sleeps; null when it does not, or never counts on. */
  readonly resumesAt: number | null;
};

/**
 * What an SLA clock shows at `now`, from what the app said of it at `answeredAt` (both epoch ms). A
 * clock that runs counts down with real time, one that is paused, stopped or outside working hours
 * stands still: it falls asleep when the calendar closes and counts on when it opens. Under a
 * quarter of the target left it is `soon`.
 *
 * @example 30 m goal, 10 m left at 10:00, runs: at 10:04 there are 6 m left and it is `soon`. If
 * the calendar closes at 10:04, it sleeps from then on with 6 m left.
 */
export function readClock(clock: ClockView, answeredAt: number, now: number): ClockReading {
  const times = workingTimes(clock, answeredAt);
  const ran = clock.state === 'running' ? passed(times, now) : 0;
  const elapsedMs = clock.elapsedMs + ran;
  const remainingMs = clock.remainingMs === null ? null : clock.remainingMs - ran;
  const used = usedPart(clock.targetMs, remainingMs);
  const asleep = clock.state === 'running' ? sleepAt(times, now) : null;
  const phase = phaseOf(clock, remainingMs, asleep !== null);
  return { phase, remainingMs, elapsedMs, used, resumesAt: asleep?.until ?? null };
}

/**
 * When the reading of a running clock changes by itself so much that the app should be asked again;
 * else null.
 */
export function nextTurn(clock: ClockView, now: number): number | null {
  if (clock.state !== 'running') return null;
  const turns = [clock.dueAt, clock.sleepingUntil, clock.workingUntil]
    .flatMap((at) => timeOf(at) ?? [])
    .filter((at) => at > now);
  return turns.length === 0 ? null : Math.min(...turns);
}

/**
 * What is known of the calendar after the answer: counting from `opens`, not from `closes`, again
 * from `reopens`.
 */
type WorkingTimes = {
  readonly opens: number;
  readonly closes: number | null;
  readonly reopens: number | null;
};

function workingTimes(clock: ClockView, answeredAt: number): WorkingTimes {
  return {
    opens: Math.max(answeredAt, timeOf(clock.sleepingUntil) ?? answeredAt),
    closes: timeOf(clock.workingUntil),
    reopens: timeOf(clock.resumesAt),
  };
}

function passed({ opens, closes, reopens }: WorkingTimes, now: number): number {
  const today = Math.max(0, Math.min(now, closes ?? now) - opens);
  return today + (reopens === null ? 0 : Math.max(0, now - reopens));
}

/** The sleep that `now` is in; `until` is null when the calendar never opens again. */
function sleepAt(
  { opens, closes, reopens }: WorkingTimes,
  now: number,
): { readonly until: number | null } | null {
  if (now < opens) return { until: opens };
  const isClosed = closes !== null && now >= closes && (reopens === null || now < reopens);
  return isClosed ? { until: reopens } : null;
}

function timeOf(at: string | null): number | null {
  return at === null ? null : Date.parse(at);
}

function phaseOf(clock: ClockView, remainingMs: number | null, isAsleep: boolean): ClockPhase {
  if (clock.state !== 'running') return clock.state;
  if (remainingMs !== null && remainingMs < 0) return 'breached';
  if (isAsleep) return 'sleeping';
  if (remainingMs !== null && clock.targetMs !== null && remainingMs < clock.targetMs / 4) {
    return 'soon';
  }
  return 'running';
}

function usedPart(targetMs: number | null, remainingMs: number | null): number | null {
  if (targetMs === null || remainingMs === null || targetMs <= 0) return null;
  return Math.min(1, Math.max(0, 1 - remainingMs / targetMs));
}
