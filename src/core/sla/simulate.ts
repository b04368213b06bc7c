import type { Instant, Millis } from '../time';
import type { ClockName, Cycle, CycleState } from './cycle';
import type { StateCounts } from './cycle-row';
import { compareVerdicts, freeze, type VerdictDifference } from './frozen-verdict';
import type { IncidentHistory } from './history';
import { judgeUnder, type Versions } from './judge-incident';
import type { JudgeInputs } from './judge-inputs';
import { type LedgerLabel, ledgerOf, sameLabel } from './ledger';

/** How many cycles of each client clock are in each state. */
export type Tally = { readonly [clock in ClockName]: StateCounts };

/** One side of a flip: the cycle under one of the contracts, as far as people ask about it. */
export type FlipSide = Pick<
  Cycle,
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
  readonly clock: ClockName;
  readonly cycle: number;
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

/** So many flips and intervals of each are kept, so that a simulation of any size can be stored. */
const FLIPS_KEPT = 200;
const INTERVALS_KEPT = 6;

/**
 * Replays histories under the contract in force and under another one, as of `now`; writes nothing
 * and knows nothing of frozen verdicts: both sides are computed anew from the same histories. A
 * cycle flips when one side says met or breached and the other does not say the same; cycles are
 * the same when clock and number are. `selectedBy` says whose incident a history is; who does not
 * select it counts none of its cycles. Throws what judging throws: a history at a time lets the
 * caller leave one out and go on.
 *
 * A 4 h goal, 5 h taken, against an 8 h goal: present 1 breached, other 1 met, one flip because of
 * `targetMs`, without intervals, since both count the same time.
 */
export function simulate(
  histories: Iterable<IncidentHistory>,
  present: Versions,
  other: Versions,
  now: Instant,
  inputs: JudgeInputs = {},
  selectedBy: (history: IncidentHistory) => SelectedBy = () => 'both',
): Simulation {
  let sum = NOTHING_SIMULATED;
  for (const history of histories) {
    const by = selectedBy(history);
    const ours = by === 'other' ? [] : judgeUnder(history, present, now, inputs);
    const theirs = by === 'present' ? [] : judgeUnder(history, other, now, inputs);
    const flips = pairsOf(ours, theirs)
      .filter(({ mine, their }) => isFlip(mine, their))
      .map(({ mine, their }) =>
        flipOf(
          { history, selectedBy: by },
          { cycle: mine, versions: present, now, inputs },
          { cycle: their, versions: other, now, inputs },
        ),
      );
    sum = addSimulations(sum, {
      incidents: 1,
      onlyPresent: by === 'present' ? 1 : 0,
      onlyOther: by === 'other' ? 1 : 0,
      present: tallyOf(ours),
      other: tallyOf(theirs),
      flips,
      flipCount: flips.length,
    });
  }
  return sum;
}

/** Two parts of one simulation together. */
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

const NO_COUNTS: StateCounts = {
  met: 0,
  breached: 0,
  running: 0,
  paused: 0,
  noTarget: 0,
  excluded: 0,
  invalid: 0,
};

export const NOTHING_SIMULATED: Simulation = {
  incidents: 0,
  onlyPresent: 0,
  onlyOther: 0,
  present: { response: NO_COUNTS, resolution: NO_COUNTS },
  other: { response: NO_COUNTS, resolution: NO_COUNTS },
  flips: [],
  flipCount: 0,
};

function addTallies(a: Tally, b: Tally): Tally {
  return {
    response: addCounts(a.response, b.response),
    resolution: addCounts(a.resolution, b.resolution),
  };
}

function addCounts(a: StateCounts, b: StateCounts): StateCounts {
  const states = Object.keys(NO_COUNTS) as CycleState[];
  return Object.fromEntries(states.map((state) => [state, a[state] + b[state]])) as StateCounts;
}

function tallyOf(cycles: readonly Cycle[]): Tally {
  const counts = { response: { ...NO_COUNTS }, resolution: { ...NO_COUNTS } };
  for (const cycle of cycles) {
    (counts[cycle.clock] as Record<CycleState, number>)[countedState(cycle)] += 1;
  }
  return counts;
}

/** A breach that happened stays one, whatever goal came later (SLA semantics C4.4). */
function countedState({ state, breachedAt }: Cycle): CycleState {
  const isOpen = state === 'running' || state === 'paused';
  return isOpen && breachedAt !== null ? 'breached' : state;
}

type Pair = { readonly mine: Cycle | null; readonly their: Cycle | null };

function pairsOf(ours: readonly Cycle[], theirs: readonly Cycle[]): Pair[] {
  const isSame = (a: Cycle) => (b: Cycle) => a.clock === b.clock && a.cycle === b.cycle;
  const paired = ours.map((mine) => ({ mine, their: theirs.find(isSame(mine)) ?? null }));
  const alone = theirs.filter((their) => !ours.some(isSame(their)));
  return [...paired, ...alone.map((their) => ({ mine: null, their }))];
}

function isFlip(mine: Cycle | null, their: Cycle | null): boolean {
  const [a, b] = [mine && countedState(mine), their && countedState(their)];
  return a !== b && [a, b].some((state) => state === 'met' || state === 'breached');
}

type Side = {
  readonly cycle: Cycle | null;
  readonly versions: Versions;
  readonly now: Instant;
  readonly inputs: JudgeInputs;
};

type Incident = { readonly history: IncidentHistory; readonly selectedBy: SelectedBy };

function flipOf({ history, selectedBy }: Incident, mine: Side, their: Side): Flip {
  const { clock, cycle } = (mine.cycle ?? their.cycle) as Cycle;
  const [a, b] = [mine, their].map((side) => standing(history, side, clock));
  const difference = a && b ? compareVerdicts(a, b) : { fields: [], intervals: [] };
  return {
    ...{ issueId: history.issueId, issueKey: history.key, clock, cycle, selectedBy },
    present: sideOf(mine.cycle),
    other: sideOf(their.cycle),
    because: difference.fields
      .map(({ name }) => name)
      .filter((name) => !['state', 'policyVersion', 'breachedAt'].includes(name)),
    intervals: difference.intervals.slice(0, INTERVALS_KEPT),
    intervalCount: difference.intervals.length,
    shifts: shiftsOf(difference.intervals),
  };
}

function shiftsOf(intervals: VerdictDifference['intervals']): LabelShift[] {
  const shifts: LabelShift[] = [];
  for (const { from, to, old, new: then } of intervals) {
    const at = shifts.findIndex((it) => isLabel(it.old, old) && isLabel(it.new, then));
    const ms = ((shifts[at]?.ms ?? 0) + to - from) as Millis;
    shifts[at < 0 ? shifts.length : at] = { old, new: then, ms };
  }
  return shifts.sort((a, b) => b.ms - a.ms);
}

function isLabel(a: LedgerLabel | null, b: LedgerLabel | null): boolean {
  return a === null || b === null ? a === b : sameLabel(a, b);
}

/** The verdict as it stands, an open cycle as if it stopped now, with its ledger. */
function standing(history: IncidentHistory, side: Side, clock: ClockName) {
  const { cycle, versions, now, inputs } = side;
  if (cycle === null) return null;
  const told = clock === 'response' ? onlyResponse(versions) : versions;
  const ledger = ledgerOf(history, told, now, inputs);
  return freeze({ ...cycle, stoppedAt: cycle.stoppedAt ?? now }, versions[0], '', ledger);
}

/** A ledger is told by the resolution clock unless there is none. */
function onlyResponse([first, ...later]: Versions): Versions {
  const without = (version: Versions[number]) => ({ ...version, resolution: null });
  return [without(first), ...later.map(without)];
}

function sideOf(cycle: Cycle | null): FlipSide | null {
  if (cycle === null) return null;
  const { dueAt, elapsedMs, carriedMs, pausedMs, targetMs, calendarKey, startedAt, stoppedAt } =
    cycle;
  const used = (elapsedMs + carriedMs) as Millis;
  return {
    ...{
      state: countedState(cycle),
      dueAt,
      elapsedMs: used,
      carriedMs,
      pausedMs,
      targetMs,
      calendarKey,
    },
    ...{ startedAt, stoppedAt },
  };
}
