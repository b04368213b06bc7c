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
};

/**
 * What an SLA clock shows at `now`, from what the app said of it at `answeredAt` (both epoch ms).
 * A clock that runs counts down with real time, one that is paused, stopped or outside working
 * hours stands still (until the calendar opens). Under a quarter of the target left it is `soon`.
 *
 * @example 30 m goal, 10 m left at 10:00, runs: at 10:04 there are 6 m left and it is `soon`.
 */
export function readClock(clock: ClockView, answeredAt: number, now: number): ClockReading {
  const ran = clock.state === 'running' ? runningTime(clock, answeredAt, now) : 0;
  const elapsedMs = clock.elapsedMs + ran;
  const remainingMs = clock.remainingMs === null ? null : clock.remainingMs - ran;
  const used = usedPart(clock.targetMs, remainingMs);
  return { phase: phaseOf(clock, remainingMs, now), remainingMs, elapsedMs, used };
}

/** When the reading of a running clock changes by itself so much that the app should be asked again; else null. */
export function nextTurn(clock: ClockView, now: number): number | null {
  if (clock.state !== 'running') return null;
  const turns = [clock.dueAt, clock.sleepingUntil]
    .flatMap((at) => (at === null ? [] : [Date.parse(at)]))
    .filter((at) => at > now);
  return turns.length === 0 ? null : Math.min(...turns);
}

function runningTime(clock: ClockView, answeredAt: number, now: number): number {
  const awakeFrom =
    clock.sleepingUntil === null
      ? answeredAt
      : Math.max(answeredAt, Date.parse(clock.sleepingUntil));
  return Math.max(0, now - awakeFrom);
}

function phaseOf(clock: ClockView, remainingMs: number | null, now: number): ClockPhase {
  if (clock.state !== 'running') return clock.state;
  if (remainingMs !== null && remainingMs < 0) return 'breached';
  if (clock.sleepingUntil !== null && Date.parse(clock.sleepingUntil) > now) return 'sleeping';
  if (remainingMs !== null && clock.targetMs !== null && remainingMs < clock.targetMs / 4) {
    return 'soon';
  }
  return 'running';
}

function usedPart(targetMs: number | null, remainingMs: number | null): number | null {
  if (targetMs === null || remainingMs === null || targetMs <= 0) return null;
  return Math.min(1, Math.max(0, 1 - remainingMs / targetMs));
}
