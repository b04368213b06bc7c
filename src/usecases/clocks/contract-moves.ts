import type { AnyClockName } from '../../core/sla/judge/cycle';
import type { IncidentHistory } from '../../core/sla/judge/history';
import type { ContractEntered, ContractLeft } from '../../core/sla/judge/judge-contracts';
import { selectionChange } from '../../core/sla/judge/selection-change';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import { type Instant, instant, type Millis, millis } from '../../core/time';
import { selectionHash } from './judge-cycles';
import type { IncidentPlan } from './list-incident-plans';

/** A plan whose incident the issue was until another contract's took it over. */
export type LeftPlan = { readonly plan: IncidentPlan; readonly left: ContractLeft };

/**
 * The contracts that an issue passes out of now (SLA semantics C4.10, C4.12): cycles of theirs are
 * stored open, their JQL is as it was then and selects the issue no more, and `mine` has a plan of
 * another policy whose incident it was not before. It passed when its history last says something
 * that the queries ask about. `others` are the plans that do not select it, without those whose JQL
 * cannot be read. An issue that no contract takes over is no incident any more, and has no such plan.
 */
export function plansLeft(
  history: IncidentHistory,
  mine: readonly IncidentPlan[],
  others: readonly IncidentPlan[],
  stored: readonly CycleRow[],
  readAt: Instant,
): readonly LeftPlan[] {
  return others.flatMap((plan) => {
    const open = stored.filter((row) => isOpenOf(plan, row));
    if (open.length === 0) return [];
    const from = instant(Math.min(...open.map(({ startedAt }) => startedAt)));
    for (const next of mine) {
      const to = next.policy.policy.key;
      if (to === plan.policy.policy.key) continue;
      const at = selectionChange(history.events, [plan.jql, next.jql], from, readAt);
      if (at !== null && !wasMine(next, stored, at)) return [{ plan, left: { at, to } }];
    }
    return [];
  });
}

/**
 * When an issue came to this contract from another one, by the cycles that ended there as moved;
 * undefined where there are none, or where it was this contract's incident already.
 */
export function enteredFrom(
  plan: IncidentPlan,
  stored: readonly CycleRow[],
): ContractEntered | undefined {
  const moved = stored.filter(
    (row) => isMoved(row) && row.clientProjectId !== plan.project.id && isOther(plan, row),
  );
  const at = moved.reduce<Instant | null>((a, { stoppedAt: b }) => later(a, b), null);
  if (at === null || wasMine(plan, stored, at)) return undefined;
  const there = moved.find(({ stoppedAt }) => stoppedAt === at)?.clientProjectId;
  const used: { [clock in AnyClockName]?: Millis } = {};
  // What that contract did not measure begins here; an answer is waited for where it still was.
  for (const clock of ['resolution', 'ownership'] as const) {
    const isMeasured = stored.some((row) => row.clientProjectId === there && row.clock === clock);
    if (!isMeasured) used[clock] = millis(0);
  }
  for (const row of stored) {
    const isEnded = row.stoppedHow === 'moved' && row.stoppedAt === at;
    if (!isEnded || row.clientProjectId === plan.project.id) continue;
    used[row.clock] = millis(row.carriedMs + row.elapsedMs);
  }
  return { at, used, cyclesBefore: cyclesBefore(plan, stored, at) };
}

/**
 * May the issue be passing from another contract to this one? Open cycles of another are stored, none
 * of this one: only the JQL of both tells, which a look at the single issue asks for.
 */
export function mayBePassing(plan: IncidentPlan, stored: readonly CycleRow[]): boolean {
  const isHere = stored.some(
    (row) => row.clientProjectId === plan.project.id && !isPast(row, stored),
  );
  return !isHere && stored.some((row) => isOpen(row) && isOther(plan, row));
}

/**
 * Did the clock end because the issue passed to another contract? A department's is handed on
 * within.
 */
function isMoved({ clock, stoppedHow }: Pick<CycleRow, 'clock' | 'stoppedHow'>): boolean {
  return stoppedHow === 'moved' && clock !== 'ownership';
}

/** When an issue last passed out of the contract of these rows; null: never. */
export function lastLeft(rows: readonly CycleRow[]): Instant | null {
  return rows.filter(isMoved).reduce<Instant | null>((a, { stoppedAt: b }) => later(a, b), null);
}

const isOpen = ({ stoppedAt, frozenAt }: CycleRow) => stoppedAt === null && frozenAt === null;

const isOther = ({ policy }: IncidentPlan, row: CycleRow) => row.policyKey !== policy.policy.key;

/** Of a plan that has changed since, or that asks otherwise, nobody can say what the issue did. */
function isOpenOf(plan: IncidentPlan, row: CycleRow): boolean {
  return (
    row.clientProjectId === plan.project.id &&
    isOpen(row) &&
    !isOther(plan, row) &&
    row.selectionHash === selectionHash(plan)
  );
}

/** Was the issue an incident of this plan when it left another: an incident of both till then? */
function wasMine(plan: IncidentPlan, stored: readonly CycleRow[], at: Instant): boolean {
  const rows = stored.filter(
    (row) => row.clientProjectId === plan.project.id && row.startedAt < at,
  );
  const own = lastLeft(rows.filter(({ stoppedAt }) => (stoppedAt ?? at) < at));
  return rows.some(({ startedAt }) => own === null || startedAt >= own);
}

/** Is it of an earlier stay of the issue with this contract? */
function isPast(row: CycleRow, stored: readonly CycleRow[]): boolean {
  const own = stored.filter(({ clientProjectId }) => clientProjectId === row.clientProjectId);
  const left = lastLeft(own);
  return left !== null && row.startedAt < left;
}

function cyclesBefore(
  plan: IncidentPlan,
  stored: readonly CycleRow[],
  at: Instant,
): ContractEntered['cyclesBefore'] {
  const before: { [clock in AnyClockName]?: number } = {};
  for (const { clientProjectId, clock, cycle, startedAt } of stored) {
    if (clientProjectId !== plan.project.id || startedAt >= at) continue;
    before[clock] = Math.max(before[clock] ?? 0, cycle);
  }
  return before;
}

function later(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
