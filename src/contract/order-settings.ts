import type { Person } from '../core/issue';
import type { OrderSite } from '../core/order/policy/order-site';
import type { PolicyProblem } from '../core/order/policy/policy-problems';
import type { Answer } from './answer';

/** What the tab "Blocking order" of the admin page asks; part of `TamSettingsApi`. */
export type OrderSettingsApi = {
  loadOrder: (request: Record<string, never>) => Promise<Answer<OrderSettingsView>>;
  /** The statuses of one Jira project's workflows, with what Jira takes each for. */
  listOrderStatuses: (request: {
    projectKey: string;
  }) => Promise<Answer<readonly OrderStatusRow[]>>;
  /**
   * Saves all of it. `site.version` is the version that was shown: a newer one in store answers
   * `conflict`. Policies named in `switchOn` hold from this moment on, and let go on what runs.
   */
  saveOrder: (request: OrderEdit) => Promise<Answer<OrderSettingsView>>;
  /** What runs now and would be illegal under these policies, saved or not. */
  listIllegalWork: (request: { site: OrderSite }) => Promise<Answer<IllegalWork>>;
  /** "Had these policies been on": they need not be saved. */
  startDryRun: (request: {
    site: OrderSite;
    /** 1 to 365. */
    days: number;
  }) => Promise<Answer<DryRunList>>;
  cancelDryRun: (request: { dryRunId: string }) => Promise<Answer<DryRunList>>;
  /** Queues the next step of a run whose job was lost. */
  resumeDryRun: (request: { dryRunId: string }) => Promise<Answer<DryRunList>>;
  deleteDryRun: (request: { dryRunId: string }) => Promise<Answer<DryRunList>>;
  /** With `open` that one is shown with what it found, else the latest. */
  dryRuns: (request: { open?: string }) => Promise<Answer<DryRunList>>;
};

export type OrderEdit = {
  site: OrderSite;
  /** Keys of policies. */
  switchOn: string[];
};

/** The settings of the order, with what there is to choose from. */
export type OrderSettingsView = {
  readonly site: OrderSite;
  /** Why policies do not do what they are there for, in the site as it is now. */
  readonly problems: readonly PolicyProblem[];
  readonly linkTypes: readonly OrderLinkType[];
  /** What `null` stands for in a policy's link types; null: the one named Blocks. */
  readonly blockLinkTypeId: string | null;
  readonly resolutions: readonly { readonly id: string; readonly name: string }[];
  readonly departments: readonly {
    readonly projectId: string;
    readonly projectKey: string;
    readonly name: string;
  }[];
  readonly clientProjects: readonly {
    readonly id: string;
    readonly key: string;
    readonly name: string;
  }[];
  /** The calendars of the SLA policies. */
  readonly calendars: readonly {
    readonly policyKey: string;
    readonly policyName: string;
    readonly calendarKey: string;
    readonly calendarName: string;
  }[];
  /** Who `rules.freeAccountIds` are; somebody whom Jira does not know any more is absent. */
  readonly freeAccounts: readonly Person[];
};

export type OrderLinkType = {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
};

export type OrderStatusRow = {
  readonly id: string;
  readonly name: string;
  readonly category: 'todo' | 'inProgress' | 'done';
};

/** Work that runs although something before it is not done; nothing of it will be moved back. */
export type IllegalWork = {
  readonly total: number;
  /** Those that the viewer may browse, by key; at most 100. */
  readonly issues: readonly {
    readonly issueKey: string;
    readonly summary: string;
    readonly department: string;
    /** Keys that the viewer may browse. */
    readonly waitsFor: readonly string[];
    readonly waitsForHidden: number;
  }[];
  /** How many of `total` the viewer may not browse. */
  readonly hidden: number;
  /** Running work that was not looked at, because there is too much of it. */
  readonly left: number;
};

/** A dry run, as far as the list says. */
export type DryRunRow = {
  readonly id: string;
  readonly days: number;
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  /** Work items whose history was read, of how many. */
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: string;
  /** Null: nobody knows any more. */
  readonly startedBy: Person | null;
  readonly finishedAt: string | null;
  /** Starts that would have been refused; null until it is done. */
  readonly refusedCount: number | null;
  /** It is not over, and nothing has happened for a while: its job is lost. */
  readonly isStuck: boolean;
};

export type DryRunView = DryRunRow & {
  readonly error: string | null;
  readonly found: DryRunFound | null;
};

export type DryRunFound = {
  readonly from: string;
  readonly to: string;
  /** Starts of work items with a link of the order. */
  readonly starts: number;
  readonly departments: readonly {
    readonly projectKey: string;
    readonly name: string;
    readonly starts: number;
    readonly refused: number;
    /** By the wall clock. */
    readonly medianWaitMs: number | null;
    readonly totalWaitMs: number;
  }[];
  /** The first refused starts by time, of work items that the viewer may browse. */
  readonly refused: readonly {
    readonly issueKey: string;
    readonly at: string;
    readonly waitMs: number;
    /** It still would not have been allowed at the end. */
    readonly isStillClosed: boolean;
    readonly blockerKeys: readonly string[];
    readonly blockersHidden: number;
  }[];
  /** Refused starts that the viewer may not browse, of those that were kept. */
  readonly hidden: number;
  /** Refused starts beyond those that were kept. */
  readonly left: number;
  /** Links to work items that the app could not read. */
  readonly linksOutside: number;
  /** Work items whose history cannot be read. */
  readonly unreadable: number;
};

/** The last runs, latest first, and the one that is open on the screen. */
export type DryRunList = {
  readonly runs: readonly DryRunRow[];
  readonly open: DryRunView | null;
};
