import type { Language } from '../../core/language';
import type { ClientProject, Department, LinkedEpic } from '../../core/project/client-project';
import type { AnyClockName, CycleState } from '../../core/sla/cycle';
import type { BreachRecord, CycleRow } from '../../core/sla/cycle-row';
import type { Instant, Millis } from '../../core/time';
import type { ReportScope, ReportScopeQuery } from './report-scope';

/** Client projects and their epics (Forge SQL). getX throws when absent, findX gives null, listX []. */
export type ProjectStorePort = {
  readonly listProjects: () => Promise<readonly ClientProject[]>;
  readonly findProject: (id: string) => Promise<ClientProject | null>;
  /** False when the key is taken. */
  readonly addProject: (project: ClientProject) => Promise<boolean>;
  /** Compare-and-set on `version`: false when somebody else changed it first. */
  readonly saveProject: (project: ClientProject, shownVersion: number) => Promise<boolean>;
  readonly findProjectOfEpic: (issueId: string) => Promise<ClientProject | null>;
  readonly listEpics: (clientProjectId: string) => Promise<readonly LinkedEpic[]>;
  /** Of all client projects. One statement. */
  readonly listAllEpics: () => Promise<readonly LinkedEpic[]>;
  /** For the whole portfolio, one statement. */
  readonly countEpics: () => Promise<ReadonlyMap<string, number>>;
  /** Which of these issues are linked, and where. */
  readonly listLinks: (issueIds: readonly string[]) => Promise<readonly LinkedEpic[]>;
  /** False when the issue is linked already, here or elsewhere: an issue has one client project. */
  readonly addEpic: (epic: LinkedEpic) => Promise<boolean>;
  readonly removeEpic: (clientProjectId: string, issueId: string) => Promise<boolean>;
  readonly audit: (entry: AuditEntry) => Promise<void>;
};

export type AuditEntry = {
  /** Given where the same thing may be said twice, and is to stand there once. */
  readonly id?: string;
  readonly at: Instant;
  readonly actorAccountId: string | null;
  readonly act: string;
  readonly clientProjectId: string | null;
  readonly issueId: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
};

/** Cycles and verdicts (Forge SQL). */
export type SlaStorePort = {
  /**
   * Makes these the only cycles in the scope, except what a later reading has stored and what is
   * frozen: of a frozen row only `selectionHash` and `isPublished` can still change.
   */
  readonly saveCycles: (scope: CycleScope, rows: readonly CycleRow[]) => Promise<void>;
  readonly listCycles: (issueIds: readonly string[]) => Promise<readonly CycleRow[]>;
  /** Removes the cycles of an issue in these client projects, frozen ones and what explains them too. */
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
  /** Issues with an open breach of one of the client's two clocks, by client project. */
  readonly countOpenBreaches: (now: Instant) => Promise<ReadonlyMap<string, number>>;
  readonly findBackfill: (id: string) => Promise<Backfill | null>;
  readonly listBackfills: () => Promise<readonly Backfill[]>;
  /** Client projects of which a backfill was done, by id. One statement. */
  readonly listReadHistories: () => Promise<ReadonlySet<string>>;
  /** False when one of that client project is under way. */
  readonly addBackfill: (backfill: Backfill) => Promise<boolean>;
  /** Compare-and-set on `step`, so that a step delivered twice counts once. */
  readonly saveBackfill: (backfill: Backfill, shownStep: number) => Promise<boolean>;
};

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
  /** Of the issue's present Jira project; null for ownership clocks. */
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
 * Nearest-rank percentiles of how long the completed cycles of the period took (carried,
 * before a change of goal and since): of a clock as a whole (`of: 'all'`, `name` empty), by department (the Jira project's id;
 * for ownership clocks the department) and by priority.
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

export type Backfill = {
  readonly id: string;
  readonly clientProjectId: string;
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  /** How far it has come, in the words of the step that writes it; null before the first one. */
  readonly page: string | null;
  readonly step: number;
  readonly done: number;
  readonly total: number | null;
  readonly skipped: readonly { readonly issueKey: string; readonly why: string }[];
  readonly error: string | null;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
};

/** Settings (Forge KVS). */
export type SettingsPort = {
  /** By name. What others have saved may come seconds late, what this invocation has saved does not. */
  readonly listDepartments: () => Promise<readonly Department[]>;
  /** Adds it, or replaces the one of the same project; touches no other. */
  readonly saveDepartment: (department: Department) => Promise<void>;
  /** False when there was none. */
  readonly removeDepartment: (projectId: string) => Promise<boolean>;
  /** Null means: the link type named "Blocks". */
  readonly findBlockLinkTypeId: () => Promise<string | null>;
  readonly saveBlockLinkTypeId: (id: string) => Promise<void>;
  /** What the app speaks where Forge does not tell who reads; English until one is chosen. */
  readonly findLanguage: () => Promise<Language>;
  readonly saveLanguage: (language: Language) => Promise<void>;
  /** The latest version of each policy, by key. */
  readonly listPolicyTexts: () => Promise<readonly PolicyVersion[]>;
  /** The latest version. */
  readonly findPolicyText: (key: string) => Promise<PolicyVersion | null>;
  /** Every version, oldest first. */
  readonly listPolicyVersions: (key: string) => Promise<readonly PolicyVersion[]>;
  /** False when that version is there already: a version never changes. */
  readonly addPolicyVersion: (policy: PolicyVersion) => Promise<boolean>;
};

export type PolicyText = {
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly text: string;
};

/** One version of a policy, as it was saved. */
export type PolicyVersion = PolicyText & {
  /** Cycles that start from then on are judged by it; only a first version reaches behind `savedAt`. */
  readonly effectiveFrom: Instant;
  readonly savedAt: Instant;
  /** So are cycles that were open then ("apply to open"). */
  readonly appliesToOpen: boolean;
};
