import type { Instant } from '../../time';
import { type AnyCycle, type CycleState, SLOT } from '../judge/cycle';
import type { IncidentHistory } from '../judge/history';
import { judgeClocks, type Versions } from '../judge/judge-incident';
import type { JudgeInputs } from '../judge/judge-inputs';
import { policyAt } from '../policy/policy-at';
import { countedState, NO_COUNTS } from '../verdict/counted-state';
import { flipOf } from './flip';
import {
  addSimulations,
  NOTHING_SIMULATED,
  type SelectedBy,
  type Simulation,
  type Tally,
} from './simulation';

const NO_INPUTS = { present: {}, other: {} };

/**
 * Replays histories under the contract in force and under another one, as of `now`; writes nothing
 * and knows nothing of frozen verdicts: both sides are computed anew from the same histories. A
 * cycle flips when one side says met or breached and the other does not say the same. Cycles of the
 * client's two clocks are the same when their numbers are; answers to messages and turns of
 * departments when they begin at the same instant, and those that do not by number. Of these two,
 * verdicts flip only where both contracts had the clock for that incident; the tallies have all of
 * both.
 * `selectedBy` says whose incident a history is; who does not select it counts none of its cycles.
 * Throws what judging throws: a history at a time lets the caller leave one out and go on.
 *
 * A 4 h goal, 5 h taken, against an 8 h goal: present 1 breached, other 1 met, one flip because of
 * `targetMs`, without intervals, since both count the same time.
 */
export function simulate(
  histories: Iterable<IncidentHistory>,
  present: Versions,
  other: Versions,
  now: Instant,
  inputs: { readonly present: JudgeInputs; readonly other: JudgeInputs } = NO_INPUTS,
  selectedBy: (history: IncidentHistory) => SelectedBy = () => 'both',
): Simulation {
  let sum = NOTHING_SIMULATED;
  for (const history of histories) {
    const by = selectedBy(history);
    const ours = by === 'other' ? [] : judgeClocks(history, present, now, inputs.present);
    const theirs = by === 'present' ? [] : judgeClocks(history, other, now, inputs.other);
    const isCompared = ({ clock }: AnyCycle) =>
      isOfClient(clock) ||
      (measures(present, history, ours, clock) && measures(other, history, theirs, clock));
    const flips = pairsOf(ours.filter(isCompared), theirs.filter(isCompared))
      .filter(({ mine, their }) => isFlip(mine, their))
      .map(({ mine, their }) =>
        flipOf(
          { history, selectedBy: by },
          { cycle: mine, versions: present, now, inputs: inputs.present },
          { cycle: their, versions: other, now, inputs: inputs.other },
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

function isOfClient(clock: AnyCycle['clock']): clock is 'response' | 'resolution' {
  return clock === 'response' || clock === 'resolution';
}

/** A clock that a later version brings is none of an incident from before it. */
function measures(
  versions: Versions,
  { created }: IncidentHistory,
  cycles: readonly AnyCycle[],
  clock: AnyCycle['clock'],
): boolean {
  const isThere = policyAt(versions, created).bySlot[SLOT[clock]] != null;
  return isThere || cycles.some((cycle) => cycle.clock === clock);
}

function tallyOf(cycles: readonly AnyCycle[]): Tally {
  const counts = {
    ...{ response: { ...NO_COUNTS }, resolution: { ...NO_COUNTS } },
    ...{ nextResponse: { ...NO_COUNTS }, ownership: { ...NO_COUNTS } },
  };
  for (const cycle of cycles) {
    (counts[cycle.clock] as Record<CycleState, number>)[countedState(cycle)] += 1;
  }
  return counts;
}

type Pair = { readonly mine: AnyCycle | null; readonly their: AnyCycle | null };

function pairsOf(ours: readonly AnyCycle[], theirs: readonly AnyCycle[]): Pair[] {
  const left = new Set(theirs);
  const take = (mine: AnyCycle, isSame: (a: AnyCycle, b: AnyCycle) => boolean) => {
    const their = [...left].find((each) => each.clock === mine.clock && isSame(mine, each));
    if (their !== undefined) left.delete(their);
    return their ?? null;
  };
  // First all that begin together: a number is worth less than an instant.
  const together = new Map(
    ours.map((mine) => [mine, isOfClient(mine.clock) ? null : take(mine, beginTogether)]),
  );
  const paired = ours.map((mine) => ({
    mine,
    their: together.get(mine) ?? take(mine, haveOneNumber),
  }));
  return [...paired, ...[...left].map((their) => ({ mine: null, their }))];
}

function beginTogether(a: AnyCycle, b: AnyCycle): boolean {
  return a.startedAt === b.startedAt && a.department === b.department;
}

function haveOneNumber(a: AnyCycle, b: AnyCycle): boolean {
  return a.cycle === b.cycle && a.department === b.department;
}

function isFlip(mine: AnyCycle | null, their: AnyCycle | null): boolean {
  const [a, b] = [mine && countedState(mine), their && countedState(their)];
  return a !== b && [a, b].some((state) => state === 'met' || state === 'breached');
}
