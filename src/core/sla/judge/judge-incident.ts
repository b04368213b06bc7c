import type { Instant } from '../../time';
import type { CompiledPolicy } from '../policy/policy';
import { applyStep, isBefore, stepsOf } from './clock-steps';
import type { AnyCycle } from './cycle';
import type { HistoryEvent, IncidentHistory } from './history';
import { IncidentClocks } from './incident-clocks';
import { leaveContract } from './judge-contracts';
import type { JudgeInputs } from './judge-inputs';

const NO_INPUTS: JudgeInputs = {};

export type Versions = readonly [CompiledPolicy, ...CompiledPolicy[]];

/**
 * Every cycle of every clock of one incident, as of `now`: the response first, then the resolution
 * cycles in order, then those of later messages (`nextResponse`) and of departments (`ownership`),
 * each in order. Events after `now` are not looked at; an incident created after `now` has no
 * cycles. Working time in ms; instants in epoch ms; never negative, never NaN.
 *
 * `versions` of a policy are in the order of their effective dates: each cycle is judged by the
 * version that was valid when it started, so old cycles keep the old meaning, unless a later version
 * says `applyToOpen`. A later version's calendars count from its effective date on, and for the whole
 * of an open cycle where it calls them `corrections`. Cycles from before the first version are judged
 * by the first.
 *
 * Mon-Fri 09-18 Moscow, goal 4 h: created Fri 16:00, paused Fri 17:30 to Tue 10:00, done Tue 12:30
 * answers one resolution cycle: elapsed 4 h, paused 10.5 h, due Tue 12:30, met. NET has an issue from
 * 10:00 to 12:00, VIRT from then on: two ownership cycles, the first of them stopped at 12:00 by
 * `moved`, with `department` NET.
 */
export function judgeClocks(
  history: IncidentHistory,
  versions: Versions,
  now: Instant,
  inputs: JudgeInputs = NO_INPUTS,
): AnyCycle[] {
  const cycles = clocksAt(history, versions, now, inputs)?.finish(now) ?? [];
  if (inputs.acts === undefined || inputs.acts.length === 0) return cycles;
  const { acts: _, ...others } = inputs;
  return withOriginals(cycles, judgeClocks(history, versions, now, others));
}

/** Puts beside each verdict what it would be if nobody had done anything by hand. */
function withOriginals(cycles: readonly AnyCycle[], originals: readonly AnyCycle[]): AnyCycle[] {
  return cycles.map((cycle) => {
    const original = originals.find(
      ({ clock, startedAt }) => clock === cycle.clock && startedAt === cycle.startedAt,
    );
    if (original === undefined || isUntouched(cycle, original)) return cycle;
    const { state, dueAt, breachedAt, targetMs } = original;
    return { ...cycle, original: { state, dueAt, breachedAt, targetMs } };
  });
}

function isUntouched(a: AnyCycle, b: AnyCycle): boolean {
  return a.state === b.state && a.targetMs === b.targetMs && a.stoppedAt === b.stoppedAt;
}

/** The clocks after everything up to `now` has happened; null when the incident is younger. */
export function clocksAt(
  history: IncidentHistory,
  versions: Versions,
  asOf: Instant,
  inputs: JudgeInputs,
  spans: 'keepSpans' | 'noSpans' = 'noSpans',
): IncidentClocks | null {
  const { left } = inputs;
  const now = left === undefined || left.at > asOf ? asOf : left.at;
  if (history.created > now) return null;
  const clocks = new IncidentClocks(history, versions, spans === 'keepSpans');
  const steps = stepsOf(history, versions, inputs, now);
  const { events } = history;
  let from = 0;
  let step = 0;
  let latest: number = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < events.length; index++) {
    const event = events[index] as HistoryEvent;
    if (event.at > now) break;
    if (event.at < latest) clocks.disorder ??= { at: event.at, after: latest as Instant };
    latest = event.at;
    // The changes of one record happened at once: apply all of them, then judge once.
    const next = events[index + 1];
    if (next !== undefined && next.at === event.at && next.record === event.record) continue;
    for (; isBefore(steps[step], event.at); step++) applyStep(clocks, steps[step]);
    clocks.apply(events, from, index);
    from = index + 1;
  }
  for (; step < steps.length; step++) applyStep(clocks, steps[step]);
  if (left?.at === now) leaveContract(clocks, left);
  return clocks;
}
