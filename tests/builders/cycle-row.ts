import type { CycleRow } from '../../src/core/sla/verdict/cycle-row';
import { millis } from '../../src/core/time';
import { moscow } from './incident';

const HOUR = 3_600_000;

/** A resolution clock of ACME that was met: Mon 2026-11-23 10:00 to 13:00 of 4 h. */
export function cycleRow(changes: Partial<CycleRow> = {}): CycleRow {
  return {
    clientProjectId: 'id-ACME',
    issueId: '10001',
    clock: 'resolution',
    cycle: 1,
    department: null,
    projectId: '10100',
    priorityId: '2',
    priorityName: 'High',
    firstPriorityName: 'High',
    policyKey: 'gold',
    policyVersion: 1,
    calendarKey: 'office',
    state: 'met',
    startedAt: moscow('2026-11-23T10:00'),
    stoppedAt: moscow('2026-11-23T13:00'),
    dueAt: moscow('2026-11-23T14:00'),
    breachedAt: null,
    decidedAt: moscow('2026-11-23T13:00'),
    elapsedMs: millis(3 * HOUR),
    beforeChangeMs: millis(0),
    carriedMs: millis(0),
    pausedMs: millis(0),
    targetMs: millis(4 * HOUR),
    extendedMs: millis(0),
    goalKey: 'office 4h',
    goalChangedLate: false,
    pausedBecause: null,
    stoppedHow: 'done',
    stoppedBy: 'anna',
    reason: null,
    inputHash: 'a'.repeat(64),
    calendarHash: 'c'.repeat(64),
    selectionHash: 's'.repeat(64),
    frozenAt: null,
    source: 'observed',
    computedAt: moscow('2026-11-23T15:00'),
    isPublished: true,
    ...changes,
  };
}

/** The same clock still running in time. */
export function runningRow(changes: Partial<CycleRow> = {}): CycleRow {
  return cycleRow({
    state: 'running',
    stoppedAt: null,
    decidedAt: null,
    stoppedHow: null,
    stoppedBy: null,
    ...changes,
  });
}

/** The same clock breached at 14:00 and stopped at 15:00. */
export function breachedRow(changes: Partial<CycleRow> = {}): CycleRow {
  return cycleRow({
    state: 'breached',
    stoppedAt: moscow('2026-11-23T15:00'),
    breachedAt: moscow('2026-11-23T14:00'),
    decidedAt: moscow('2026-11-23T14:00'),
    elapsedMs: millis(5 * HOUR),
    ...changes,
  });
}
