import type { Person, Status } from '../core/issue';
import type { GateView, OrderFlagView } from './order-acts';

/** Shapes that several surfaces show. Everything here is JSON: instants are ISO strings in UTC. */

export type StepState = 'ready' | 'waiting' | 'running' | 'done' | 'suspect';

/**
 * All that somebody may learn of issues he may not browse: how many, in which department, and of
 * those that he waits for when the last of them is due (YYYY-MM-DD; absent where one has no date).
 */
export type HiddenItems = {
  readonly department: string;
  readonly count: number;
  readonly due?: string;
};

export type BlockerView = {
  readonly key: string;
  readonly summary: string;
  readonly department: string;
  readonly status: Status;
  readonly assignee: Person | null;
  readonly dueDate: string | null;
};

/**
 * "May I start?" for one issue, by the judge that answers for the rule. Blockers are open ones only;
 * they are named too where something excuses them, and a flag says what.
 */
export type StartView = Omit<GateView, 'gate'> & {
  readonly state: StepState;
  /**
   * Keys on a circle of Blocks links through this issue, first key repeated at the end, words in
   * place of those that the viewer may not know; null without one.
   */
  readonly cycle: readonly string[] | null;
  readonly flags: readonly OrderFlagView[];
  /** What stands against its end, where that is the question; else null. */
  readonly finish: GateView | null;
};

export type EpicRow = {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly status: Status;
  readonly assignee: Person | null;
  readonly dueDate: string | null;
  readonly overdue: boolean;
  /** Children done of all children that the viewer may browse; null when there are none. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly state: StepState;
  /**
   * Keys of open blockers among the issues shown; blockers elsewhere are in `start` of that issue's
   * own panel.
   */
  readonly waitsFor: readonly string[];
  /** Every blocker among the issues shown, whether it still holds this one back or not. */
  readonly blockers: readonly RowBlocker[];
  readonly hiddenWaits: readonly HiddenItems[];
  readonly isThisIssue: boolean;
};

/** `circle`: open, but it waits for this one too. `loose`: open, and holds nothing back. */
export type RowBlocker = {
  readonly id: string;
  readonly key: string;
  readonly state: 'open' | 'done' | 'circle' | 'loose';
};

/** Departments stand in working order; those that nothing orders come last, by name. */
export type DepartmentEpics = {
  readonly department: string;
  readonly projectKey: string;
  /** Names of the departments shown whose epics come before epics of this one. */
  readonly after: readonly string[];
  readonly epics: readonly EpicRow[];
};

export type ClientProjectHead = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly client: string;
  readonly tam: Person | null;
};

export type ClockView = {
  /** `nextResponse`: the answer to a later message; `ownership`: how long a department had it. */
  readonly clock: 'response' | 'resolution' | 'nextResponse' | 'ownership';
  /** Whose time an ownership clock took, as it is called here; null for the other clocks. */
  readonly department: string | null;
  readonly cycle: number;
  readonly state: 'met' | 'breached' | 'running' | 'paused' | 'noTarget' | 'excluded' | 'invalid';
  readonly startedAt: string;
  readonly stoppedAt: string | null;
  /** Null while paused, without a target, and when the calendar has no more working time. */
  readonly dueAt: string | null;
  readonly elapsedMs: number;
  readonly pausedMs: number;
  readonly targetMs: number | null;
  /** Working time left; negative after a breach; null without a target. */
  readonly remainingMs: number | null;
  readonly pausedBecause: string | null;
  /** Set while outside working hours: when the calendar opens again. */
  readonly sleepingUntil: string | null;
  /**
   * When an open clock's calendar closes next, after `sleepingUntil` if that is set; null when it
   * never closes.
   */
  readonly workingUntil: string | null;
  /** When it opens again after `workingUntil`. */
  readonly resumesAt: string | null;
  /** Who or what stopped it, for people: a name, a status, "resolved". */
  readonly stoppedBy: string | null;
  readonly reason: string | null;
  /** How much of the target was granted by hand. */
  readonly extendedMs: number;
  /** What it would be if nobody had decided anything by hand; null where nobody did. */
  readonly original: {
    readonly state: ClockView['state'];
    readonly dueAt: string | null;
    readonly targetMs: number | null;
  } | null;
  /** Since when it stands as it is, whatever Jira says later; null while it may change. */
  readonly frozen: {
    readonly at: string;
    /** Judged from what Jira says now it would be another verdict. */
    readonly isOtherwise: boolean;
    /** That verdict; null when there is no such run any more. */
    readonly stateNow: ClockView['state'] | null;
  } | null;
};

/** What somebody decided on a clock by hand. */
export type ActView = {
  readonly clock: ClockView['clock'];
  readonly kind: 'extend' | 'reset' | 'exclude';
  /** Of an extension. */
  readonly from: 'target' | 'now' | null;
  readonly ms: number | null;
  readonly at: string;
  /** A name; null when Jira no longer knows him. */
  readonly by: string | null;
  readonly reason: string;
};

export type SlaView = {
  readonly policyName: string;
  readonly policyVersion: number;
  readonly priority: string | null;
  /**
   * Response and resolution, and the answers to later messages that are still to be given or came
   * too late.
   */
  readonly clocks: readonly ClockView[];
  /** How long each department had it, in order; empty where the contract does not measure that. */
  readonly departments: readonly ClockView[];
  /** In the order in which they were done. */
  readonly acts: readonly ActView[];
  /** Whose contract it is. */
  readonly clientProjectId: string;
  /** The viewer may extend, reset and exclude. */
  readonly mayDecide: boolean;
};
