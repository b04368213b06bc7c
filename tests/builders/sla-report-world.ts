import type { BreachRecord } from '../../src/core/sla/verdict/cycle-row';
import { millis } from '../../src/core/time';
import type { CycleGroup, GroupCounts } from '../../src/usecases/ports/report-queries';
import { loadSlaReport } from '../../src/usecases/report/load-sla-report';
import { acmeWorld } from './acme-world';
import { moscow } from './incident';
import type { SlaWorld } from './sla-world';

/** A gadget that shows November of ACME. */
export const CONFIG = {
  clientProjectId: 'id-ACME',
  period: 'thisMonth',
  timeZone: 'Europe/Moscow',
  targetPercent: 95,
};

export const HOUR = 3_600_000;

/** So many cycles of one state, by the clock of the answer and High, unless it is said otherwise. */
export const group = (
  state: CycleGroup['state'],
  count: number,
  changes: Partial<CycleGroup> = {},
) => ({
  ...{ clock: 'response' as const, projectId: '10100', department: null, priorityName: 'High' },
  ...{ state, count, extended: 0, changedLate: 0, ...changes },
});

/** 87 met of 100 in the response; of the resolution nothing. */
export const COUNTS: GroupCounts = {
  groups: [
    group('met', 80, { extended: 3, changedLate: 1 }),
    group('met', 7, { projectId: '10200', priorityName: 'Low' }),
    group('breached', 4),
    group('breached', 9, { projectId: '10200', priorityName: 'Low', changedLate: 2 }),
    ...[group('running', 8), group('excluded', 2), group('invalid', 1)],
  ],
  trend: [{ clock: 'response', bucket: 1, met: 9, breached: 1 }],
  durations: [
    {
      clock: 'response',
      of: 'all',
      name: '',
      n: 100,
      p50Ms: millis(HOUR),
      p90Ms: millis(3 * HOUR),
    },
    {
      ...{ clock: 'response', of: 'priority', name: 'Low', n: 16 },
      ...{ p50Ms: millis(2 * HOUR), p90Ms: millis(4 * HOUR) },
    },
  ],
  previous: [{ clock: 'response', met: 17, breached: 3 }],
  open: [{ clock: 'response', breached: 2, dueSoon: 5 }],
  computedAt: moscow('2026-11-23T16:00'),
  backfill: { done: 1000, total: 2500 },
  historyRead: false,
  reopenedLater: 4,
};

/** A goal of 4 h since Monday 10:00: breached at 14:00, looked at last at 14:30. */
export const breach = (changes: Partial<BreachRecord> = {}): BreachRecord => ({
  issueId: '10001',
  clock: 'resolution',
  cycle: 1,
  department: null,
  projectId: '10100',
  priorityName: 'High',
  policyVersion: 1,
  calendarKey: 'office',
  stoppedAt: null,
  elapsedMs: millis(4.5 * HOUR),
  carriedMs: millis(0),
  targetMs: millis(4 * HOUR),
  pausedBecause: null,
  computedAt: moscow('2026-11-23T14:30'),
  breachedAt: moscow('2026-11-23T14:00'),
  ...changes,
});

/** ACME on Monday 17:00 in Moscow, where these breaches happened; its TAM looks at the report. */
export function reportWorld(breaches: readonly BreachRecord[] = []): SlaWorld {
  const world = acmeWorld();
  world.now = moscow('2026-11-23T17:00');
  world.store.countGroups = async () => COUNTS;
  world.store.listBreaches = async () => breaches;
  return world;
}

/** What the gadget shows; fails where it shows no report. */
export async function report(w: SlaWorld, config: unknown = CONFIG) {
  const answer = await loadSlaReport(w.env, config);
  if (!answer.ok || answer.value.kind !== 'report') throw new Error(JSON.stringify(answer));
  return answer.value;
}
