import {
  type AnyCycle,
  type CycleState,
  type OriginalVerdict,
  SLOT,
} from '../../core/sla/judge/cycle';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import { type Instant, millis } from '../../core/time';
import type { SlaAct } from '../ports/act-port';
import { lastLeft } from './contract-moves';
import { verdictDifferences } from './second-verdict';

/** What a screen says of a cycle. */
export type ToldCycle = Pick<
  AnyCycle,
  | ('clock' | 'cycle' | 'department' | 'state' | 'startedAt' | 'stoppedAt' | 'dueAt')
  | (
      | 'policyVersion'
      | 'elapsedMs'
      | 'pausedMs'
      | 'targetMs'
      | 'remainingMs'
      | 'extendedMs'
      | 'calendarKey'
    )
  | ('pausedBecause' | 'sleepingUntil' | 'stoppedBy' | 'priority' | 'reason' | 'original')
> & { readonly frozen: Frozen | null };

export type Frozen = {
  readonly at: Instant;
  /** Judged now, by the version of its start, it would say something else. */
  readonly isOtherwise: boolean;
  /** What it would say; null when the history has no such cycle any more. */
  readonly stateNow: CycleState | null;
};

/**
 * The cycles of an issue as its client is told them: frozen ones as they were frozen, whatever the
 * history says now, and open ones as they are judged. `rows` and `acts` are those of one client
 * project, `policyKey` its policy: what another one decided is not compared.
 *
 * Frozen as met at 10:30; the comment is deleted, and the clock would run: met, frozen, and
 * `isOtherwise`.
 */
export function tellFrozen(
  judged: readonly AnyCycle[],
  rows: readonly CycleRow[],
  acts: readonly SlaAct[],
  policyKey: string,
): readonly ToldCycle[] {
  const frozen = rows.filter(({ frozenAt }) => frozenAt !== null);
  const open = judged
    .filter((cycle) => !frozen.some((row) => isSame(row, cycle)))
    .map((cycle) => ({ ...cycle, frozen: null }));
  const left = lastLeft(rows);
  const told = frozen.map((row) => {
    const now = judged.find((cycle) => isSame(row, cycle));
    return toldOf(
      row,
      now,
      acts.filter((act) => isAbout(act, row)),
      // Of before it went to another contract and came back, the history tells nothing any more.
      row.policyKey === policyKey && (left === null || row.startedAt >= left),
    );
  });
  return [...told, ...open].sort(
    (a, b) => SLOT[a.clock] - SLOT[b.clock] || a.startedAt - b.startedAt || a.cycle - b.cycle,
  );
}

function isSame(a: Pick<CycleRow, 'clock' | 'cycle'>, b: Pick<CycleRow, 'clock' | 'cycle'>) {
  return a.clock === b.clock && a.cycle === b.cycle;
}

function isAbout({ act, cycle }: SlaAct, row: CycleRow): boolean {
  return act.clock === row.clock && cycle === row.cycle;
}

function toldOf(
  row: CycleRow,
  now: AnyCycle | undefined,
  acts: readonly SlaAct[],
  isCompared: boolean,
): ToldCycle {
  const { clock, cycle, department, state, startedAt, stoppedAt, dueAt } = row;
  const { elapsedMs, pausedMs, targetMs, extendedMs, calendarKey, reason, frozenAt } = row;
  const { policyVersion } = row;
  const said = now === undefined ? undefined : { ...now, reason: now.reason ?? null };
  const isOtherwise = isCompared && verdictDifferences(row, said).length > 0;
  const original = originalOf(row, isOtherwise ? undefined : now, acts);
  return {
    ...{ clock, cycle, department, state, startedAt, stoppedAt, dueAt },
    ...{ policyVersion, elapsedMs, pausedMs, targetMs, extendedMs, calendarKey },
    remainingMs: targetMs === null ? null : millis(targetMs - row.carriedMs - elapsedMs),
    ...{ pausedBecause: null, sleepingUntil: null },
    stoppedBy: row.stoppedHow === null ? null : { how: row.stoppedHow, by: row.stoppedBy },
    priority: now?.priority ?? priorityOf(row),
    ...(reason === null ? {} : { reason }),
    ...(original === undefined ? {} : { original }),
    frozen: { at: frozenAt ?? startedAt, isOtherwise, stateNow: now?.state ?? null },
  };
}

function priorityOf({ priorityId, priorityName }: CycleRow): ToldCycle['priority'] {
  if (priorityId === null && priorityName === null) return null;
  return { id: priorityId ?? '', name: priorityName ?? '' };
}

/** What stood before somebody decided: as it was written down then, or as judging still finds it. */
function originalOf(
  { frozenAt }: CycleRow,
  now: AnyCycle | undefined,
  acts: readonly SlaAct[],
): OriginalVerdict | undefined {
  const late = acts.find(({ act }) => frozenAt !== null && act.at >= frozenAt);
  return late?.original ?? now?.original ?? acts[0]?.original;
}
