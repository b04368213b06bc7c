import type { CalendarDefinition, WorkingTime } from '../calendar/calendar';
import type { Instant, Millis } from '../time';
import { checkPolicy } from './check-policy';
import { compileChecked } from './compile-checked';
import type { NamedRef, StatusCategory, StatusRef } from './history';

export type PauseReason = 'client' | 'vendor' | 'internal';

/** Conditions of a goal; what is not named matches everything. Names or ids, any case. */
export type GoalConditions = {
  readonly priority?: readonly string[];
  readonly issueType?: readonly string[];
};

/** The first goal whose conditions hold is the one; a goal without `when` is the default row. */
export type Goal = {
  readonly when?: GoalConditions;
  /** Working time: `"15m"`, `"4h"`, `"1d 2h"`; a day is 24 hours of working time. */
  readonly target: string;
  /** Key of a calendar of this policy. */
  readonly calendar: string;
};

/** The clock stands still while the issue is in one of these statuses, or in the category. */
export type PauseRule = {
  /** Names or ids, any case. */
  readonly status?: readonly string[];
  readonly statusCategory?: Exclude<StatusCategory, 'unknown'>;
  /** Waiting inside the company (`internal`) never pauses a client's clock; see `checkPolicy`. */
  readonly reason: PauseReason;
};

export type ResponseAct = 'publicComment' | 'inProgress' | 'assigned';

export type ClockRules = {
  readonly goals: readonly Goal[];
  readonly pause?: readonly PauseRule[];
};

export type ResponseRules = ClockRules & {
  /** What counts as an answer, whichever is first. Default: publicComment and inProgress. */
  readonly by?: readonly ResponseAct[];
};

export type ResolutionRules = ClockRules & {
  /** Closing with one of these takes the cycle out of the count. Names or ids, any case. */
  readonly excludedResolutions?: readonly string[];
  /** A reopening within this time means that the clock never stopped. Default: `"0m"`. */
  readonly reopenGrace?: string;
  /** One goal over all cycles of an issue, or the full goal for each. Default: cumulative. */
  readonly cycles?: 'cumulative' | 'separate';
};

/** Who answers for the company. Account ids. */
export type Team = {
  /** Only these count as staff. Default: everybody who is not the reporter. */
  readonly members?: readonly string[];
  /** Staff even on issues that they reported themselves. */
  readonly evenIfReporter?: readonly string[];
};

/** A contract in force: self-contained, the format of a policy file. */
export type Policy = {
  readonly key: string;
  readonly name: string;
  readonly version: number;
  /** ISO date or time from which this version holds. */
  readonly effectiveFrom: string;
  /** JQL that selects the incidents. */
  readonly select: string;
  readonly calendars: readonly CalendarDefinition[];
  readonly clocks: { readonly response?: ResponseRules; readonly resolution?: ResolutionRules };
  readonly team?: Team;
  /** Accounts whose acts are no answer; accounts of type app never are. */
  readonly bots?: readonly string[];
  /** A goal used up exactly at closing is due then, or at the next opening. Default: close. */
  readonly deadlineAtClose?: 'close' | 'nextOpen';
};

export type CompiledGoal = {
  readonly targetMs: Millis;
  readonly calendarKey: string;
  readonly working: WorkingTime;
};

export type CompiledClock = {
  /** null: no goal for this priority and type. */
  goalFor(priority: NamedRef | null, issueType: NamedRef): CompiledGoal | null;
  /** null: the clock runs in this status. */
  pauseReason(status: StatusRef): PauseReason | null;
};

export type CompiledPolicy = {
  readonly ok: true;
  readonly policy: Policy;
  readonly effectiveFrom: Instant;
  /** By key. */
  readonly calendars: ReadonlyMap<string, WorkingTime>;
  readonly response: (CompiledClock & { readonly by: ReadonlySet<ResponseAct> }) | null;
  readonly resolution:
    | (CompiledClock & {
        readonly graceMs: Millis;
        readonly cumulative: boolean;
      })
    | null;
  isExcluded(resolution: NamedRef): boolean;
  /** Does an act of this account count as the company's answer on an issue of that reporter? */
  isStaff(account: string | null, isApp: boolean, reporterId: string | null): boolean;
  readonly dueAtNextOpen: boolean;
};

/**
 * Prepares a policy for judging, or says everything that is wrong with it: unknown calendars,
 * targets of zero, goals that can never be reached, invalid calendars.
 *
 * A goal `{ target: "4h", calendar: "noc" }` without a calendar `noc` answers
 * `{ ok: false, problems: ['clocks.resolution.goals[0]: no calendar "noc" in this policy'] }`.
 */
export function compilePolicy(
  policy: Policy,
): CompiledPolicy | { readonly ok: false; readonly problems: readonly string[] } {
  const problems = checkPolicy(policy);
  return problems.length > 0 ? { ok: false, problems } : compileChecked(policy);
}
