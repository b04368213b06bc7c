import type { ReportPeriod } from '../core/sla/report/report-periods';
import type { Answer } from './answer';
import type { ClockView } from './views';

/**
 * What the gadget asks. Its settings come from the gadget's own configuration, not from the
 * payload.
 */
export type SlaReportApi = {
  load: (request: Record<string, never>) => Promise<Answer<SlaReportView>>;
  /** The rows behind the figures, page by page, for a file. `after` is `next` of the page before. */
  rows: (request: { after: ReportRowKey | null }) => Promise<Answer<ReportRows>>;
  /** For the edit view: the client projects that this person may report on. */
  choices: (request: Record<string, never>) => Promise<Answer<readonly ReportChoice[]>>;
};

export type ReportChoice = { readonly id: string; readonly key: string; readonly name: string };

/** Saved by the gadget's edit view; read back by Forge as `extension.gadgetConfiguration`. */
export type SlaReportConfig = {
  clientProjectId: string;
  period: ReportPeriod;
  /** IANA zone in which the period's bounds are midnights. */
  timeZone: string;
  /** Percent to reach, for the colour and the target text. */
  targetPercent: number;
  /** What puts a clock into the period: its decision (where nothing was saved), or its start. */
  countBy?: CountBy;
  /** Whose place in the bars: the priority at decision (where nothing was saved), or the first. */
  priority?: PriorityAt;
  /** Which bars are shown first; departments where nothing was saved. */
  groupBy?: GroupBy;
};

export type CountBy = 'decided' | 'started';
export type PriorityAt = 'decided' | 'first';
export type GroupBy = 'department' | 'priority';

export type SlaReportView =
  | { readonly kind: 'notConfigured' }
  | { readonly kind: 'projectGone' }
  | SlaReport;

export type SlaReport = {
  readonly kind: 'report';
  readonly clientProject: { readonly key: string; readonly name: string };
  /** Half-open; both bounds midnights of `timeZone`. */
  readonly period: { readonly name: ReportPeriod; readonly from: string; readonly to: string };
  readonly timeZone: string;
  readonly targetPercent: number;
  readonly now: string;
  /** When a verdict of this project was last computed; null when there is none yet. */
  readonly computedAt: string | null;
  readonly countBy: CountBy;
  readonly priority: PriorityAt;
  readonly groupBy: GroupBy;
  readonly response: ClockReport;
  readonly resolution: ClockReport;
  readonly nextResponse: ClockReport;
  /** The time that departments had the issues. */
  readonly ownership: ClockReport;
  /** What the figures are made of, where that is not everything; else null. */
  readonly incidentsSeen: IncidentsSeen | null;
  /** Only issues that the viewer may browse; newest breach first, at most 50. */
  readonly breaches: readonly BreachRow[];
  readonly breachesSeen: { readonly visible: number; readonly total: number };
  /** Set while a backfill of this project is under way. */
  readonly backfill: { readonly done: number; readonly total: number | null } | null;
  /** False: past incidents have never been read in, so only those since are counted. */
  readonly historyRead: boolean;
  /** Issues judged in the period that were reopened after it: their verdicts of then are counted. */
  readonly reopenedLater: number;
};

/**
 * Incidents of the period. Figures count those that the viewer may browse, unless the client project
 * lets them count all.
 */
export type IncidentsSeen = {
  /** How many the viewer may browse of those that were looked at: the newest ones. */
  readonly visible: number;
  readonly lookedAt: number;
  readonly total: number;
  /**
   * False: there are too many to look at all of them, or at all that are open now; nothing is
   * compared with the period before.
   */
  readonly isWhole: boolean;
};

export type ComplianceView = {
  /** met / (met + breached) x 100, not rounded; null when nothing was decided. */
  readonly percent: number | null;
  readonly met: number;
  readonly breached: number;
  readonly running: number;
  readonly paused: number;
  readonly noTarget: number;
  readonly excluded: number;
};

/** All that is known of one clock in the period. */
export type ClockReport = ComplianceView & {
  /** Those of `met` that were granted time by hand. */
  readonly extended: number;
  /** Decided clocks whose goal was made easier in its last tenth or after the breach. */
  readonly changedLate: number;
  /** Of now, of any period: late and not stopped. */
  readonly openBreaches: number;
  /** Of now: running, and due within 24 hours. */
  readonly dueSoon: number;
  /** Percentage points more than in the period before; null when one of the two has no percentage. */
  readonly change: number | null;
  /** Null when nothing was completed. */
  readonly durations: DurationsView | null;
  /** The weeks of the period so far, in order; those at its ends are as long as they lie in it. */
  readonly weeks: readonly WeekView[];
  /** Worst first. */
  readonly departments: readonly GroupView[];
  /** By name. */
  readonly priorities: readonly GroupView[];
};

/** How long completed clocks took, in working time: nearest-rank percentiles of `n`. */
export type DurationsView = {
  readonly n: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
};

export type Share = {
  /** As in ComplianceView: null when nothing was decided. */
  readonly percent: number | null;
  readonly met: number;
  readonly breached: number;
};

/** Half-open; bounds are midnights of the report's zone. */
export type WeekView = Share & { readonly from: string; readonly to: string };

/** A department or a priority. */
export type GroupView = Share & {
  /** Null: none, or one whose name the viewer may not learn. */
  readonly name: string | null;
  readonly durations: DurationsView | null;
};

/** Names one cycle of one clock. */
export type ReportRowKey = {
  readonly issueId: string;
  readonly clock: ClockView['clock'];
  readonly cycle: number;
};

export type ReportRows = {
  readonly clientProjectKey: string;
  /** Only of issues that the viewer may browse. */
  readonly rows: readonly ReportRow[];
  /** How many rows this page has without them. */
  readonly total: number;
  readonly next: ReportRowKey | null;
};

/** One cycle of one clock. Instants are ISO 8601 with the offset of the report's zone. */
export type ReportRow = {
  readonly issueKey: string;
  readonly summary: string;
  readonly clock: ClockView['clock'];
  readonly cycle: number;
  /** Of an ownership clock whose time it was, else where the issue lies. */
  readonly department: string;
  /** At decision. */
  readonly priority: string | null;
  readonly firstPriority: string | null;
  readonly state: ClockView['state'];
  readonly startedAt: string;
  readonly stoppedAt: string | null;
  readonly dueAt: string | null;
  readonly breachedAt: string | null;
  /** With what earlier runs used up; of an open clock as of `computedAt`. */
  readonly elapsedMs: number;
  /** Besides: before a change of goal from which on the new one counts. */
  readonly beforeChangeMs: number;
  readonly pausedMs: number;
  readonly targetMs: number | null;
  /** How much of the target was granted by hand. */
  readonly extendedMs: number;
  readonly goalChangedLate: boolean;
  readonly policy: string;
  readonly reason: string | null;
  readonly computedAt: string;
};

export type BreachRow = {
  readonly issueKey: string;
  readonly summary: string;
  readonly clock: ClockView['clock'];
  readonly priority: string | null;
  readonly department: string;
  readonly breachedAt: string;
  /** Working time beyond the goal, so far when still open. */
  readonly overrunMs: number;
  readonly isOpen: boolean;
};
