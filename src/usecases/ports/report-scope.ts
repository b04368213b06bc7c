import type { BreachRecord } from '../../core/sla/verdict/cycle-row';
import type { BreachQuery, Period } from './report-queries';

/** Asks what a report is about before it is counted. */
export type ReportScopeQuery = BreachQuery & {
  /** To compare with; null asks for no comparison. */
  readonly previous: Period | null;
  readonly maxIssues: number;
};

/** Which issues a report counts. */
export type ReportScope = {
  /**
   * At most `maxIssues`: the newest of the period first, then what else is open now, then what is
   * only compared with.
   */
  readonly issues: readonly { readonly issueId: string; readonly isOfPeriod: boolean }[];
  /** How many of the period there are, read or not. */
  readonly ofPeriod: number;
  /** `issues` are all of them. */
  readonly isWhole: boolean;
  /** As `listBreaches` has them. */
  readonly breaches: readonly BreachRecord[];
};
