import type { Millis } from '../../time';
import type { AnyClockName, AnyCycle, CycleState } from '../judge/cycle';
import type { VerdictDifference } from '../verdict/compare-verdicts';
import { NO_COUNTS } from '../verdict/counted-state';
import type { StateCounts } from '../verdict/cycle-row';
import type { LedgerLabel } from '../verdict/ledger';

/** How many cycles of each clock are in each state. */
export type Tally = { readonly [clock in AnyClockName]: StateCounts };

/** One side of a flip: the cycle under one of the contracts, as far as people ask about it. */
export type FlipSide = Pick<
  AnyCycle,
  | 'state'
  | 'dueAt'
  | 'elapsedMs'
  | 'carriedMs'
  | 'pausedMs'
  | 'targetMs'
  | 'calendarKey'
  | 'startedAt'
  | 'stoppedAt'
>;

/** Which of the two contracts says that an incident is its own. */
export type SelectedBy = 'both' | 'present' | 'other';

/** How much time went to one label here and to another one there, over all stretches. */
export type LabelShift = {
  readonly old: LedgerLabel | null;
  readonly new: LedgerLabel | null;
  readonly ms: Millis;
};

/** A cycle that the two contracts judge differently. */
export type Flip = {
  readonly issueId: string;
  readonly issueKey: string;
  readonly clock: AnyClockName;
  /** Its number under the present contract; under the other one where it is there alone. */
  readonly cycle: number;
  /** Of an ownership clock: whose time it was, as the history names it. */
  readonly department: string | null;
  /** An incident of one contract alone has no verdict under the other. */
  readonly selectedBy: SelectedBy;
  /** Null: this contract has no such cycle. */
  readonly present: FlipSide | null;
  readonly other: FlipSide | null;
  /** What differs of its rules and figures, by name, besides the verdict itself. */
  readonly because: readonly string[];
  /** Where the two count time differently, the first ones in order. */
  readonly intervals: VerdictDifference['intervals'];
  /** How many there are in all. */
  readonly intervalCount: number;
  /** All of them together, by what they went to, the longest first. */
  readonly shifts: readonly LabelShift[];
};

/** What would be if another contract held: two tallies, and the verdicts that flip. JSON-safe. */
export type Simulation = {
  readonly incidents: number;
  /** Of these, incidents that only one of the contracts selects. */
  readonly onlyPresent: number;
  readonly onlyOther: number;
  readonly present: Tally;
  readonly other: Tally;
  /** The first ones, those that both contracts judge before all others; `flipCount` counts all. */
  readonly flips: readonly Flip[];
  readonly flipCount: number;
};

/** So many flips are kept, so that a simulation of any size can be stored. */
const FLIPS_KEPT = 200;

/** A contract under which nothing was judged. */
export const NO_TALLY: Tally = {
  response: NO_COUNTS,
  resolution: NO_COUNTS,
  nextResponse: NO_COUNTS,
  ownership: NO_COUNTS,
};

/** The sum before the first part of it. */
export const NOTHING_SIMULATED: Simulation = {
  incidents: 0,
  onlyPresent: 0,
  onlyOther: 0,
  present: NO_TALLY,
  other: NO_TALLY,
  flips: [],
  flipCount: 0,
};

/**
 * Two parts of one simulation together; of more than 200 flips, the first ones are kept.
 *
 * Example: 3 incidents with 1 flip and 2 incidents with none are 5 incidents with 1 flip.
 */
export function addSimulations(a: Simulation, b: Simulation): Simulation {
  return {
    incidents: a.incidents + b.incidents,
    onlyPresent: a.onlyPresent + b.onlyPresent,
    onlyOther: a.onlyOther + b.onlyOther,
    present: addTallies(a.present, b.present),
    other: addTallies(a.other, b.other),
    flips: firstOf([...a.flips, ...b.flips]),
    flipCount: a.flipCount + b.flipCount,
  };
}

/** Those that both contracts judge come first: the JQL alone explains the others. */
function firstOf(flips: readonly Flip[]): Flip[] {
  const [judged, alone] = [true, false].map((isJudged) =>
    flips.filter(({ selectedBy }) => (selectedBy === 'both') === isJudged),
  );
  return [...(judged ?? []), ...(alone ?? [])].slice(0, FLIPS_KEPT);
}

function addTallies(a: Tally, b: Tally): Tally {
  return {
    response: addCounts(a.response, b.response),
    resolution: addCounts(a.resolution, b.resolution),
    nextResponse: addCounts(a.nextResponse, b.nextResponse),
    ownership: addCounts(a.ownership, b.ownership),
  };
}

function addCounts(a: StateCounts, b: StateCounts): StateCounts {
  const states = Object.keys(NO_COUNTS) as CycleState[];
  return Object.fromEntries(states.map((state) => [state, a[state] + b[state]])) as StateCounts;
}
