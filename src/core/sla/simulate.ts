import type { Instant } from '../time';
import type { Cycle, CycleState } from './cycle';
import { countedState, flipOf } from './flip';
import type { IncidentHistory } from './history';
import { judgeUnder, type Versions } from './judge-incident';
import type { JudgeInputs } from './judge-inputs';
import {
  addSimulations,
  NO_COUNTS,
  NOTHING_SIMULATED,
  type SelectedBy,
  type Simulation,
  type Tally,
} from './simulation';

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

function tallyOf(cycles: readonly Cycle[]): Tally {
  const counts = { response: { ...NO_COUNTS }, resolution: { ...NO_COUNTS } };
  for (const cycle of cycles) {
    (counts[cycle.clock] as Record<CycleState, number>)[countedState(cycle)] += 1;
  }
  return counts;
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
