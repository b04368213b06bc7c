import type { ClockReport, SlaReport } from '../../src/contract/sla-report';

/** A clock of which nothing is known in the period. */
export function clockView(changes: Partial<ClockReport> = {}): ClockReport {
  return {
    ...{ percent: null, met: 0, breached: 0, running: 0, paused: 0, noTarget: 0, excluded: 0 },
    ...{ extended: 0, changedLate: 0, openBreaches: 0, dueSoon: 0, change: null, durations: null },
    ...{ weeks: [], departments: [], priorities: [] },
    ...changes,
  };
}

/** The report of October 2026 in Moscow, read on 23 November; nothing was in it. */
export function reportView(changes: Partial<SlaReport> = {}): SlaReport {
  return {
    kind: 'report',
    clientProject: { key: 'ACME', name: 'Web platform' },
    period: {
      name: 'lastMonth',
      from: '2026-09-30T21:00:00.000Z',
      to: '2026-10-31T21:00:00.000Z',
    },
    timeZone: 'Europe/Moscow',
    targetPercent: 95,
    now: '2026-11-23T10:00:00.000Z',
    computedAt: null,
    ...{ countBy: 'decided', priority: 'decided', groupBy: 'department' },
    ...{ response: clockView(), resolution: clockView() },
    ...{ nextResponse: clockView(), ownership: clockView() },
    incidentsSeen: null,
    breaches: [],
    breachesSeen: { visible: 0, total: 0 },
    backfill: null,
    historyRead: true,
    reopenedLater: 0,
    ...changes,
  };
}
