import type { ReportPeriod } from '../core/sla/report-periods';
import type { Answer } from './answer';
import type { ClockView } from './views';

/** What the gadget asks. Its settings come from the gadget's own configuration, not from the payload. */
export type SlaReportApi = {
  load: (request: Record<string, never>) => Promise<Answer<SlaReportView>>;
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
};

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
  readonly response: ComplianceView;
  readonly resolution: ComplianceView;
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
