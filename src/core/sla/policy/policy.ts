import type { CalendarDefinition, Holiday, WorkingTime } from '../../calendar/calendar';
import type { Instant } from '../../time';
import type { NamedRef } from '../judge/history';
import { checkPolicy } from './check-policy';
import { compileChecked } from './compile-checked';
import type { CompiledClock, CompiledResolution, CompiledResponse } from './compiled-clock';
import type {
  Deed,
  NextResponseRules,
  OwnershipRules,
  ResolutionRules,
  ResponseRules,
} from './rules';
import type { WarningRule } from './warning-rules';

/** Who answers for the company. Account ids. */
export type Team = {
  /** Only these count as staff. Default: everybody who is not the reporter. */
  readonly members?: readonly string[];
  /** Staff even on issues that they reported themselves. */
  readonly evenIfReporter?: readonly string[];
};

/** Planned work on the client's systems: no clock counts it. ISO times with an offset. */
export type MaintenanceWindow = {
  readonly from: string;
  readonly to: string;
  readonly name?: string;
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
  readonly clocks: {
    readonly response?: ResponseRules;
    readonly resolution?: ResolutionRules;
    readonly nextResponse?: NextResponseRules;
    readonly ownership?: OwnershipRules;
  };
  readonly team?: Team;
  /** Accounts whose acts are no answer; accounts of type app never are. */
  readonly bots?: readonly string[];
  /** A goal used up exactly at closing is due then, or at the next opening. Default: close. */
  readonly deadlineAtClose?: 'close' | 'nextOpen';
  /** Which deed wins when one instant asks for several. Default: stop, pause, start, reset. */
  readonly order?: readonly Deed[];
  readonly maintenance?: readonly MaintenanceWindow[];
  /** Holidays that several calendars share, by the name that they give in `holidaySets`. */
  readonly holidaySets?: { readonly [name: string]: readonly Holiday[] };
  /** Cycles that are open when this version begins go on under it. Default: under their own. */
  readonly applyToOpen?: boolean;
  /** Calendars that were wrong before: open cycles are measured again from their start. */
  readonly corrections?: readonly string[];
  /** When and whom to tell before a running clock is breached. Default: nobody. */
  readonly warnings?: readonly WarningRule[];
  /** No mail then, local to the goal's calendar, unless that never closes: `22:00-07:00`. */
  readonly quietHours?: string;
  /** An issue that comes from another contract brings along what had elapsed there. */
  readonly carryOnMove?: boolean;
};

export type CompiledPolicy = {
  readonly ok: true;
  readonly policy: Policy;
  readonly effectiveFrom: Instant;
  /** By key. */
  readonly calendars: ReadonlyMap<string, WorkingTime>;
  readonly response: CompiledResponse | null;
  readonly resolution: CompiledResolution | null;
  readonly nextResponse: (CompiledClock & { readonly from: NextResponseRules['from'] }) | null;
  readonly ownership: (CompiledClock & { readonly field: string | null }) | null;
  /** Every clock of the policy. */
  readonly clocks: readonly CompiledClock[];
  /** The same by slot, null where it has none. */
  readonly bySlot: readonly (CompiledClock | null)[];
  /** One more than the highest slot that a clock of it has. */
  readonly slots: number;
  /** Which changes can mean anything to any of its clocks (bits of `issue-state`). */
  readonly interest: number;
  /** Fields, by id or name, that its conditions ask of an issue beyond those that every clock needs. */
  readonly fields: readonly string[];
  isExcluded(resolution: NamedRef): boolean;
  /** Does an act of this account count as the company's answer on an issue of that reporter? */
  isStaff(account: string | null, isApp: boolean, reporterId: string | null): boolean;
  /** Is it one of the team, whoever reported the issue? False while no team is named. */
  isMember(account: string): boolean;
  readonly bots: ReadonlySet<string>;
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
