import type { WorkingTime } from '../../calendar/calendar';
import type { Millis } from '../../time';
import type { AnyClockName } from '../judge/cycle';
import type { IssueState } from '../judge/issue-state';
import type { Target } from './parse-target';
import type { PauseReason, PriorityChange, ResponseAct } from './rules';

/** A goal, ready to judge by. Two lookups of the same goal answer the same object. */
export type CompiledGoal = {
  readonly target: Target;
  readonly calendarKey: string;
  readonly working: WorkingTime;
  readonly dayEnd: 'sameTime' | 'closing' | 'endOfDay';
  /** Tells goals apart: warnings are given once per cycle and goal. */
  readonly key: string;
};

/** Any of its conditions is enough. `null` where a policy leaves the default. */
export type CompiledConditions = {
  /** The kinds of change that can make it hold. */
  readonly mask: number;
  /** The fields that they ask for, by name or id in lower case. */
  readonly fields: readonly string[];
  holds(state: IssueState): boolean;
};

export type CompiledClock = {
  readonly name: AnyClockName;
  /** Its place among the clocks: response 0, resolution 1, nextResponse 2, ownership 3. */
  readonly slot: number;
  /** null: no goal for this priority, type, department. */
  goalFor(state: IssueState): CompiledGoal | null;
  /** What a goal depends on. */
  readonly goalMask: number;
  /** null: the clock runs. */
  pauseReason(state: IssueState): PauseReason | null;
  readonly pauseMask: number;
  readonly start: CompiledConditions | null;
  readonly stop: CompiledConditions | null;
  readonly reset: CompiledConditions | null;
  readonly priorityChange: PriorityChange;
  readonly pausesWhileClosed: boolean;
  readonly stopBeatsPause: boolean;
  readonly stopBeatsStart: boolean;
  readonly stopBeatsReset: boolean;
  readonly pauseBeatsStart: boolean;
};

export type CompiledResponse = CompiledClock & {
  readonly by: { readonly [act in ResponseAct]: boolean };
  readonly clientsOnly: boolean;
};

export type CompiledResolution = CompiledClock & {
  readonly graceMs: Millis;
  readonly cycles: 'cumulative' | 'separate' | 'first' | 'last';
};
