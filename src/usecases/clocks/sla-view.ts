import type { ActView, ClockView, SlaView } from '../../contract/views';
import { may, rolesIn } from '../../core/project/may';
import type { StoppedBy } from '../../core/sla/judge/cycle';
import type { ManualAct } from '../../core/sla/judge/judge-inputs';
import type { CompiledPolicy } from '../../core/sla/policy/policy';
import type { PauseReason } from '../../core/sla/policy/rules';
import { type Instant, isoOf, isoOrNull } from '../../core/time';
import type { Viewer } from '../env';
import type { IncidentPlan } from './list-incident-plans';
import type { ToldCycle } from './tell-frozen';

type Texts = {
  readonly stopped: Readonly<Record<StoppedBy['how'], (name: string | null) => string>>;
  readonly paused: Readonly<Record<PauseReason, string>>;
};

const TEXTS: Readonly<Record<Viewer['locale'], Texts>> = {
  en: {
    stopped: {
      publicComment: (name) => (name === null ? 'a comment' : `a comment by ${name}`),
      inProgress: (name) => (name === null ? 'work started' : `work started by ${name}`),
      assigned: (name) => (name === null ? 'assigned' : `assigned by ${name}`),
      resolution: (name) => (name === null ? 'resolved' : `resolved by ${name}`),
      done: (name) => (name === null ? 'done' : `done, moved by ${name}`),
      statusChange: (name) => (name === null ? 'a move' : `a move by ${name}`),
      rule: (name) => (name === null ? 'a rule' : `a rule, through ${name}`),
      clientComment: (name) => (name === null ? 'the client wrote' : `the client wrote: ${name}`),
      moved: (name) => (name === null ? 'moved' : `moved by ${name}`),
      reset: () => 'started over',
    },
    paused: { client: 'the client', vendor: 'a vendor', internal: 'internal' },
  },
  ru: {
    stopped: {
      publicComment: (name) => (name === null ? 'комментарий' : `комментарий: ${name}`),
      inProgress: (name) => (name === null ? 'взято в работу' : `взято в работу: ${name}`),
      assigned: (name) => (name === null ? 'назначено' : `назначено: ${name}`),
      resolution: (name) => (name === null ? 'решено' : `решено: ${name}`),
      done: (name) => (name === null ? 'выполнено' : `выполнено: ${name}`),
      statusChange: (name) => (name === null ? 'смена статуса' : `смена статуса: ${name}`),
      rule: (name) => (name === null ? 'по правилу' : `по правилу: ${name}`),
      clientComment: (name) => (name === null ? 'клиент написал' : `клиент написал: ${name}`),
      moved: (name) => (name === null ? 'передано' : `передано: ${name}`),
      reset: () => 'отсчёт начат заново',
    },
    paused: { client: 'ждём клиента', vendor: 'ждём поставщика', internal: 'ждём своих' },
  },
};

/**
 * Clocks for people, as of `now`, which the open cycles were judged at, and what was decided on them
 * by hand. `names` holds those who did either and departments, as far as they are known.
 */
export function slaView(
  plan: IncidentPlan,
  { cycles, acts }: { readonly cycles: readonly ToldCycle[]; readonly acts: readonly ManualAct[] },
  names: ReadonlyMap<string, string>,
  { locale, accountId }: Pick<Viewer, 'locale' | 'accountId'>,
  now: Instant,
): SlaView {
  const texts = TEXTS[locale];
  const promised = cycles.filter(({ clock }) => clock !== 'ownership');
  const viewOf = (cycle: ToldCycle): ClockView => ({
    ...clockView(cycle, names, texts),
    ...nextClosing(cycle, plan.policy, now),
  });
  return {
    policyName: plan.policy.policy.name,
    // The version that judges what is shown, which need not be the latest one.
    policyVersion: promised.at(-1)?.policyVersion ?? plan.policy.policy.version,
    priority: promised.at(-1)?.priority?.name ?? null,
    clocks: promised.filter(isShown).map(viewOf),
    departments: cycles.filter(({ clock }) => clock === 'ownership').map(viewOf),
    acts: acts.map((act) => actView(act, names)),
    clientProjectId: plan.project.id,
    mayDecide: may('decideSla', rolesIn(plan.project, accountId)),
  };
}

/** Messages that were answered in time are many, and nobody has to do anything about them. */
function isShown({ clock, stoppedAt, state }: ToldCycle): boolean {
  return clock !== 'nextResponse' || stoppedAt === null || state === 'breached';
}

function clockView(
  cycle: ToldCycle,
  names: ReadonlyMap<string, string>,
  texts: Texts,
): Omit<ClockView, 'workingUntil' | 'resumesAt'> {
  const { stoppedBy, pausedBecause } = cycle;
  const name = stoppedBy?.by == null ? null : (names.get(stoppedBy.by) ?? null);
  return {
    clock: cycle.clock,
    cycle: cycle.cycle,
    department:
      cycle.department === null ? null : (names.get(cycle.department) ?? cycle.department),
    state: cycle.state,
    startedAt: isoOf(cycle.startedAt),
    stoppedAt: isoOrNull(cycle.stoppedAt),
    dueAt: isoOrNull(cycle.dueAt),
    elapsedMs: cycle.elapsedMs,
    pausedMs: cycle.pausedMs,
    targetMs: cycle.targetMs,
    remainingMs: cycle.remainingMs,
    pausedBecause: pausedBecause === null ? null : texts.paused[pausedBecause],
    sleepingUntil: isoOrNull(cycle.sleepingUntil),
    stoppedBy: stoppedBy === null ? null : texts.stopped[stoppedBy.how](name),
    reason: cycle.reason ?? null,
    extendedMs: cycle.extendedMs,
    original: originalView(cycle),
    frozen: frozenView(cycle),
  };
}

function originalView({ original }: ToldCycle): ClockView['original'] {
  if (original === undefined) return null;
  const { state, dueAt, targetMs } = original;
  return { state, dueAt: isoOrNull(dueAt), targetMs };
}

function frozenView({ frozen }: ToldCycle): ClockView['frozen'] {
  if (frozen === null) return null;
  const { at, isOtherwise, stateNow } = frozen;
  return { at: isoOf(at), isOtherwise, stateNow };
}

/** What was decided by hand, for people. */
function actView(act: ManualAct, names: ReadonlyMap<string, string>): ActView {
  const extension = act.kind === 'extend' ? { from: act.from, ms: act.ms } : NO_EXTENSION;
  const by = names.get(act.by) ?? null;
  const { clock, kind, reason } = act;
  return { clock, kind, ...extension, at: isoOf(act.at), by, reason };
}

const NO_EXTENSION = { from: null, ms: null };

/**
 * Instants between which an open clock stands still next, so that a screen can count to them by
 * itself.
 */
function nextClosing(
  { stoppedAt, calendarKey }: ToldCycle,
  { calendars }: CompiledPolicy,
  now: Instant,
): Pick<ClockView, 'workingUntil' | 'resumesAt'> {
  const working = stoppedAt === null && calendarKey !== null ? calendars.get(calendarKey) : null;
  const closes = working?.nextClose(now) ?? null;
  const opens = closes === null ? null : (working?.nextOpen(closes) ?? null);
  return { workingUntil: isoOrNull(closes), resumesAt: isoOrNull(opens) };
}
