import type { Instant } from '../../time';
import type { CompiledGoal } from '../policy/compiled-clock';
import type { CompiledPolicy } from '../policy/policy';
import { withCalendarsOf } from '../policy/policy-versions';
import { changeByHand } from './change-by-hand';
import { correctCalendars } from './change-goal';
import type { ClockRun } from './clock-run';
import { SLOT } from './cycle';
import type { IncidentHistory } from './history';
import type { IncidentClocks } from './incident-clocks';
import { type ContractEntered, enterContract } from './judge-contracts';
import type { JudgeInputs, ManualAct } from './judge-inputs';
import { pauseOf, retarget } from './lifecycle';

/** Something that happens to the clocks and stands in no history of the issue. */
export type Step =
  | { readonly at: Instant; readonly kind: 'version'; readonly version: CompiledPolicy }
  | { readonly at: Instant; readonly kind: 'entered'; readonly entered: ContractEntered }
  | { readonly at: Instant; readonly kind: 'act'; readonly act: ManualAct }
  | { readonly at: Instant; readonly kind: 'blocked'; readonly change: 1 | -1 };

const NONE: readonly Step[] = [];

/** Everything of that kind between the creation and `now`, in order. */
export function stepsOf(
  history: IncidentHistory,
  versions: readonly CompiledPolicy[],
  inputs: JudgeInputs,
  now: Instant,
): readonly Step[] {
  if (versions.length === 1 && isEmpty(inputs)) return NONE;
  const { acts = [], blocked = [], entered } = inputs;
  const steps: Step[] = [
    ...versions.map((version) => ({
      at: version.effectiveFrom,
      kind: 'version' as const,
      version,
    })),
    ...(entered === undefined ? [] : [{ at: entered.at, kind: 'entered' as const, entered }]),
    ...acts.map((act) => ({ at: act.at, kind: 'act' as const, act })),
    ...blocked.flatMap(({ span }): Step[] => [
      { at: span.from, kind: 'blocked', change: 1 },
      { at: span.to, kind: 'blocked', change: -1 },
    ]),
  ];
  return steps
    .filter((step) => step.at <= now && (step.kind !== 'version' || step.at > history.created))
    .sort((a, b) => a.at - b.at);
}

function isEmpty({ acts, blocked, entered }: JudgeInputs): boolean {
  return !acts?.length && !blocked?.length && entered === undefined;
}

/**
 * Does it happen before what the history tells of an instant? A change of the issue is what brings
 * it to another contract, so that follows the change.
 */
export function isBefore(step: Step | undefined, at: Instant): boolean {
  if (step === undefined) return false;
  return step.kind === 'entered' ? step.at < at : step.at <= at;
}

/**
 * Does to the clocks of an incident what is no event of its history: an act by hand, a new version
 * of the policy, another contract, a block that begins or ends. Nothing without a step.
 */
export function applyStep(clocks: IncidentClocks, step: Step | undefined): void {
  if (step?.kind === 'act') changeByHand(clocks, step.act);
  if (step?.kind === 'entered') enterContract(clocks, step.entered);
  if (step?.kind === 'version') {
    for (const run of clocks.runs) if (run !== null) passTo(clocks, run, step.version);
  }
  if (step?.kind === 'blocked') {
    clocks.blockedBy += step.change;
    const run = clocks.runs[SLOT.ownership];
    if (run !== null) run.changePause(pauseOf(clocks, run.rules), step.at);
  }
}

/** What a new version means to a cycle that is open when it begins. */
function passTo(clocks: IncidentClocks, run: ClockRun, version: CompiledPolicy): void {
  if (run.stoppedAt !== null || version === run.policy) return;
  const at = version.effectiveFrom;
  const next = version.policy.applyToOpen ? version : withCalendarsOf(run.policy, version);
  const rules = next.bySlot[run.rules.slot] ?? null;
  if (rules === null || next === run.policy) return;
  run.measureTo(at);
  run.policy = next;
  run.rules = rules;
  const going = isSameGoal(run, clocks) ? onOtherHours(clocks, run) : retarget(clocks, run, at);
  going.changePause(pauseOf(clocks, rules), at);
  const corrected = version.policy.corrections ?? [];
  if (corrected.length === 0) return;
  correctCalendars(going, (goal) => onCorrected(goal, corrected, version));
}

/** Does the new version promise what the old one did? Its hours may be others. */
function isSameGoal({ goal, rules }: ClockRun, { state }: IncidentClocks): boolean {
  const next = rules.goalFor(state);
  return goal !== null && goal.key === next?.key && goal.dayEnd === next.dayEnd;
}

/** Only another goal is a change of goal: the same one goes on, on the hours of the new version. */
function onOtherHours({ state }: IncidentClocks, run: ClockRun): ClockRun {
  const goal = run.rules.goalFor(state);
  // A date that was agreed on, and extended perhaps, is no matter of hours.
  if (run.fixedDue !== null && run.dueDate === state.dueDate) run.goal = goal;
  else run.aimAt(goal, state, run.countsFrom);
  return run;
}

/** The goal on the calendar as it should have been. */
function onCorrected(
  goal: CompiledGoal,
  keys: readonly string[],
  version: CompiledPolicy,
): CompiledGoal {
  if (!keys.includes(goal.calendarKey)) return goal;
  return { ...goal, working: version.calendars.get(goal.calendarKey) ?? goal.working };
}
