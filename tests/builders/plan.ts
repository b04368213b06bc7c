import type { PlanBase, PlanEdge, PlanIssue } from '../../src/core/order/plan/plan-base';
import { idOf } from './issues';
import { NOW } from './judged-order';

/** Open work of the client project that the reader may browse, due on a day of November 2026. */
export function planned(
  key: string,
  day: number | null,
  changes: Partial<PlanIssue> = {},
): PlanIssue {
  return {
    ...{ id: idOf(key), key, due: day === null ? null : november(day), isOpen: true },
    ...{ doneAt: null, isLinked: true, isSeen: true },
    ...changes,
  };
}

/** The date of the nth day from the beginning of November 2026; the 31st is 1 December. */
export function november(day: number): string {
  return new Date(Date.UTC(2026, 10, day)).toISOString().slice(0, 10);
}

/** "blocker, then successor, with so many working days between", by key. */
export function edge(blocker: string, successor: string, lagDays = 0): PlanEdge {
  return {
    ...{ blockerId: idOf(blocker), successorId: idOf(successor), isOnCircle: false },
    lag: lagDays === 0 ? null : { kind: 'workingDays', days: lagDays },
  };
}

export function planOf(issues: readonly PlanIssue[], edges: readonly PlanEdge[] = []): PlanBase {
  return { at: NOW, issues, edges };
}
