import type { StatusCategory } from '../judge/history';

export type PauseReason = 'client' | 'vendor' | 'internal';

/** Names or ids, any case; or: has a value at all, has none. */
export type Values = readonly string[] | 'set' | 'none';

/**
 * Something that holds of an issue at a moment. Everything that is named must hold, except that
 * `status` and `statusCategory` are two ways to name statuses, of which one is enough.
 */
export type Condition = {
  readonly status?: readonly string[];
  readonly statusCategory?: Exclude<StatusCategory, 'unknown'>;
  /** Account ids. */
  readonly assignee?: Values;
  readonly resolution?: Values;
  /** Who wrote the latest public comment. */
  readonly comment?: 'staff' | 'client';
  /** A field of which the history tells, by name or id. */
  readonly field?: { readonly name: string; readonly is: Values };
};

/** The clock stands still while the condition holds. */
export type PauseRule = Condition & {
  /** Waiting inside the company (`internal`) never pauses a client's clock; see `checkPolicy`. */
  readonly reason: PauseReason;
};

/** Conditions of a goal; what is not named matches everything. Names or ids, any case. */
export type GoalConditions = {
  readonly priority?: readonly string[];
  readonly issueType?: readonly string[];
  /** Of ownership clocks: whose turn it is. */
  readonly department?: readonly string[];
  /** Asked of the issue as it was at that instant: see `compileGoalJql` for what can be. */
  readonly jql?: string;
};

/** The first goal whose conditions hold is the one; a goal without `when` is the default row. */
export type Goal = {
  readonly when?: GoalConditions;
  /**
   * Working time: `"15m"`, `"4h"`, `"1d 2h"`; a day is 24 hours of working time. `"5 working days"`
   * is the same time of day five working days on. `"due date"`: the end of the issue's due date, a
   * date that was agreed on and that no pause moves.
   */
  readonly target: string;
  /** Key of a calendar of this policy. */
  readonly calendar: string;
  /**
   * Where a goal of working days ends. `sameTime` (default): at the time of day it began, or the
   * next opening; `closing`: that, but not after the day's last closing; `endOfDay`: at the last
   * closing.
   */
  readonly dayEnd?: 'sameTime' | 'closing' | 'endOfDay';
};

/**
 * What another goal in mid-course means. `carry` (default): what has elapsed counts for the new
 * goal; `fromChange`: the new goal counts from the change; `recompute`: the whole life is measured
 * again under the new goal; `reset`: the cycle ends uncounted and a new one begins.
 */
export type PriorityChange = 'carry' | 'fromChange' | 'recompute' | 'reset';

/** What one clock has in common with every other one. Any condition of a list is enough. */
export type ClockRules = {
  readonly goals: readonly Goal[];
  /** When it starts. Default: with the issue, and again when it is reopened. */
  readonly start?: readonly Condition[];
  readonly pause?: readonly PauseRule[];
  /** When it stops. Default: with a resolution or the category Done, whichever is first. */
  readonly stop?: readonly Condition[];
  /** When it starts over. */
  readonly reset?: readonly Condition[];
  readonly priorityChange?: PriorityChange;
  /** Reopening begins the next cycle (default), or the time closed was a pause of the same one. */
  readonly reopen?: 'newCycle' | 'pause';
};

export type ResponseAct = 'publicComment' | 'inProgress' | 'assigned' | 'statusChange';

export type ResponseRules = ClockRules & {
  /** What counts as an answer, whichever is first. Default: publicComment and inProgress. */
  readonly by?: readonly ResponseAct[];
  /** Does an issue that staff reported wait for a first response? Default: clients' issues only. */
  readonly requester?: 'clients' | 'everybody';
};

export type ResolutionRules = ClockRules & {
  /** Closing with one of these takes the cycle out of the count. Names or ids, any case. */
  readonly excludedResolutions?: readonly string[];
  /** A reopening within this time means that the clock never stopped. Default: `"0m"`. */
  readonly reopenGrace?: string;
  /** One goal over all cycles (default), the full goal for each, or only one of them counts. */
  readonly cycles?: 'cumulative' | 'separate' | 'first' | 'last';
};

export type NextResponseRules = Omit<ClockRules, 'start' | 'reopen'> & {
  /**
   * `oldestUnanswered` (default): from the first client comment that nobody has answered;
   * `anyContact`: from the latest comment of either side, the first time from creation;
   * `ourAnswer`: from our answer to our next one, so that the client is kept informed.
   */
  readonly from?: 'oldestUnanswered' | 'anyContact' | 'ourAnswer';
};

export type OwnershipRules = Omit<ClockRules, 'start' | 'reopen'> & {
  /** Whose issue it is: its Jira project (default), or what stands in a field. */
  readonly department?: 'project' | { readonly field: string };
};

/** What one instant can ask of a clock at once. */
export type Deed = 'stop' | 'pause' | 'start' | 'reset';
