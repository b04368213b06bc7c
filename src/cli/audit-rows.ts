import type { RefusedStart } from '../core/order/past/dry-run';
import type { AnyClockName, AnyCycle } from '../core/sla/judge/cycle';
import { isoOf, isoOrNull } from '../core/time';
import type { IssueTimes } from './audit-issues';

/** One line of the audit, as `--format json` prints it. Times are UTC, durations ms. */
export type AuditRow = {
  readonly issue: string;
  readonly clock: AnyClockName;
  readonly cycle: number;
  readonly startedAt: string;
  readonly stoppedAt: string | null;
  readonly dueAt: string | null;
  readonly elapsedMs: number;
  readonly pausedMs: number;
  readonly state: AnyCycle['state'];
  readonly reason?: string;
  /** Whose time it was; the clock `ownership` alone has it. */
  readonly department?: string;
};

export type TimesRow = {
  readonly issue: string;
  readonly timeInStatus: { readonly [statusId: string]: number };
  readonly firstResponseAt: string | null;
};

/** A start that the blocking order would have refused. */
export type OrderRow = {
  readonly issue: string;
  readonly startedAt: string;
  readonly waitsFor: readonly string[];
  /** Null: it still would have to wait at the time of the audit. */
  readonly freeAt: string | null;
  /** By the wall clock. */
  readonly waitMs: number;
};

/** A cycle as a row of the audit; instants in UTC, times in ms. */
export function auditRow(issue: string, cycle: AnyCycle): AuditRow {
  return {
    issue,
    clock: cycle.clock,
    cycle: cycle.cycle,
    startedAt: isoOf(cycle.startedAt),
    stoppedAt: isoOrNull(cycle.stoppedAt),
    dueAt: isoOrNull(cycle.dueAt),
    elapsedMs: cycle.elapsedMs,
    pausedMs: cycle.pausedMs,
    state: cycle.state,
    ...(cycle.reason === undefined ? {} : { reason: cycle.reason }),
    ...(cycle.department === null ? {} : { department: cycle.department }),
  };
}

/** The times of an issue as a row of `--time-in-status`. */
export function timesRow({ issue, timeInStatus, firstResponseAt }: IssueTimes): TimesRow {
  return {
    issue,
    timeInStatus,
    firstResponseAt: isoOrNull(firstResponseAt),
  };
}

/** A start that the order would have refused, as a row of `--order`. */
export function orderRow({ key, at, blockerKeys, freeAt, waitMs }: RefusedStart): OrderRow {
  return {
    issue: key,
    startedAt: isoOf(at),
    waitsFor: blockerKeys,
    freeAt: isoOrNull(freeAt),
    waitMs,
  };
}

/** Hours and minutes for people: 5400000 is `1:30`; not capped at a day. */
export function hoursAndMinutes(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
