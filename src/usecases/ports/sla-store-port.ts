import type { BreachRecord, CycleRow } from '../../core/sla/verdict/cycle-row';
import type { Instant } from '../../core/time';
import type { BackfillPort } from './backfill-port';
import type { BreachQuery, CyclePageQuery, GroupCounts, GroupQuery } from './report-queries';
import type { ReportScope, ReportScopeQuery } from './report-scope';

/** Cycles and verdicts (Forge SQL). */
export type SlaStorePort = BackfillPort & {
  /**
   * Makes these the only cycles in the scope, except what a later reading has stored and what is
   * frozen: of a frozen row only `selectionHash` and `isPublished` can still change.
   */
  readonly saveCycles: (scope: CycleScope, rows: readonly CycleRow[]) => Promise<void>;
  readonly listCycles: (issueIds: readonly string[]) => Promise<readonly CycleRow[]>;
  /**
   * Removes the cycles of an issue in these client projects, frozen ones and what explains them
   * too.
   */
  readonly removeCycles: (issueId: string, clientProjectIds: readonly string[]) => Promise<void>;
  /** Takes the names out of the cycles of an issue that is gone. */
  readonly forgetPeople: (issueId: string) => Promise<void>;
  /** Issues with a clock that has not stopped; under one policy or any. */
  readonly listOpenIssueIds: (max: number, policyKey: string | null) => Promise<readonly string[]>;
  /** Issues whose property does not show their cycles yet; the latest incidents first. */
  readonly listUnpublishedIssueIds: (max: number) => Promise<readonly string[]>;
  /** Issues of a client project with an open clock that their property does not show yet. */
  readonly listOpenUnpublishedIds: (
    clientProjectId: string,
    max: number,
  ) => Promise<readonly string[]>;
  /** Issues that a walk over all incidents of a client project did not meet. */
  readonly listStaleIssueIds: (met: StaleScope, max: number) => Promise<readonly string[]>;
  /** Everything that a report counts of all four clocks, whatever its size. One statement. */
  readonly countGroups: (clientProjectId: string, query: GroupQuery) => Promise<GroupCounts>;
  /** The cycles behind those counts, page by page, with their states as of `now`. One statement. */
  readonly listPeriodCycles: (
    clientProjectId: string,
    query: CyclePageQuery,
  ) => Promise<readonly CycleRow[]>;
  /** Which issues `countGroups` would count, and their breaches. One statement. */
  readonly readReportScope: (
    clientProjectId: string,
    query: ReportScopeQuery,
  ) => Promise<ReportScope>;
  /** Newest first. One statement. */
  readonly listBreaches: (
    clientProjectId: string,
    query: BreachQuery,
  ) => Promise<readonly BreachRecord[]>;
  /** Issues with an open breach of one of the client's two clocks, of all client projects. */
  readonly listOpenBreaches: (now: Instant, max: number) => Promise<readonly OpenBreach[]>;
};

export type OpenBreach = { readonly clientProjectId: string; readonly issueId: string };

/** Whose cycles are replaced. */
export type CycleScope = {
  readonly issueIds: readonly string[];
  /** Null: of all client projects. */
  readonly clientProjectId: string | null;
  /** When Jira was read; the rows carry it as `computedAt`. */
  readonly readAt: Instant;
};

/** What a walk over all incidents has met was computed since, or is frozen and selected by its JQL. */
export type StaleScope = {
  readonly clientProjectId: string;
  readonly computedBefore: Instant;
  readonly selectionHash: string;
};
