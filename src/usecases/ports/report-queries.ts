import type { AnyClockName, CycleState } from '../../core/sla/judge/cycle';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import type { Instant, Millis } from '../../core/time';

/** Which cycles a report is about. */
export type PeriodQuery = {
  readonly period: Period;
  readonly now: Instant;
  /** Which instant puts a cycle into the period: when it was decided, or when it began. */
  readonly by: 'decided' | 'started';
};

export type BreachQuery = PeriodQuery & {
  readonly clocks: readonly AnyClockName[];
  readonly max: number;
};

export type CyclePageQuery = PeriodQuery & {
  /** The last cycle of the page before; null asks for the first page. */
  readonly after: Pick<CycleRow, 'issueId' | 'clock' | 'cycle'> | null;
  readonly max: number;
};

/** What a report asks of the store in one go. */
export type GroupQuery = PeriodQuery & {
  /** Which of a cycle's priorities groups it. */
  readonly priority: 'decided' | 'first';
  /**
   * Bounds of the trend's buckets, ascending: bucket i is [i, i + 1). Up to 60; fewer than two ask
   * for no trend. They need not lie in the period.
   */
  readonly trend: readonly Instant[];
  /** To compare with; null asks for no comparison. */
  readonly previous: Period | null;
  /** Counts the cycles of these issues alone; null: of all. */
  readonly only: readonly string[] | null;
  /** Running clocks that are due from now till then are due soon. */
  readonly dueBefore: Instant;
};

/** Cycles that have all of this in common, and how many they are. */
export type CycleGroup = {
  readonly clock: AnyClockName;
  /** Of the present Jira project; null for ownership clocks. */
  readonly projectId: string | null;
  /** Of ownership clocks, as `CycleRow` has it; null for the others. */
  readonly department: string | null;
  readonly priorityName: string | null;
  /** As of `now`: a running clock is breached from its due on. */
  readonly state: CycleState;
  readonly count: number;
  /** How many of them were granted time by hand. */
  readonly extended: number;
  /** How many of them had their goal made easier in its last tenth or after the breach. */
  readonly changedLate: number;
};

export type TrendPoint = {
  readonly clock: AnyClockName;
  /** Index of its lower bound in `GroupQuery.trend`. */
  readonly bucket: number;
  readonly met: number;
  readonly breached: number;
};

/**
 * Nearest-rank percentiles of how long the completed cycles of the period took (carried, before a
 * change of goal and since): of a clock as a whole (`of: 'all'`, `name` empty), by department (the
 * Jira project's id; for ownership clocks the department) and by priority.
 */
export type Durations = {
  readonly clock: AnyClockName;
  readonly of: 'all' | 'department' | 'priority';
  readonly name: string | null;
  readonly n: number;
  readonly p50Ms: Millis;
  readonly p90Ms: Millis;
};

export type GroupCounts = {
  readonly groups: readonly CycleGroup[];
  readonly trend: readonly TrendPoint[];
  readonly durations: readonly Durations[];
  /** Of the period before; clocks with no cycle in it are absent. */
  readonly previous: readonly ClockDecided[];
  /** As of `now`, of any period; clocks with nothing open are absent. */
  readonly open: readonly ClockOpen[];
  /** When a verdict of this client project was last computed; null without any. */
  readonly computedAt: Instant | null;
  /** Set while a backfill of this client project is under way. */
  readonly backfill: { readonly done: number; readonly total: number | null } | null;
  /** A backfill of this client project was done once: its past incidents are in. */
  readonly historyRead: boolean;
  /**
   * Issues with a verdict in the period whose clock began again after it: the verdict stays, the new
   * run belongs to its own period (SLA semantics C5.6).
   */
  readonly reopenedLater: number;
};

export type ClockDecided = {
  readonly clock: AnyClockName;
  readonly met: number;
  readonly breached: number;
};

export type ClockOpen = {
  readonly clock: AnyClockName;
  /** Late, and the clock has not stopped. */
  readonly breached: number;
  readonly dueSoon: number;
};

export type Period = { readonly from: Instant; readonly to: Instant };
