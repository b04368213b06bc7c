import type { Cycle } from '../../../src/core/sla/judge/cycle';
import { compilePolicy } from '../../../src/core/sla/policy/policy';
import { cycleRows, decidedAt } from '../../../src/core/sla/verdict/cycle-row';
import { clientCycles } from '../../builders/client-cycles';
import { comment, incident, moscow } from '../../builders/incident';
import { goldPolicy } from '../../builders/policy-text';

// Goals of High: 1 h for the answer, 4 h for the solution; Mon-Fri 09-18 in Moscow.
const gold = compilePolicy(goldPolicy());
if (!gold.ok) throw new Error(gold.problems.join());

const created = moscow('2026-11-23T10:00');
const [met, running] = clientCycles(
  incident({ events: [comment(moscow('2026-11-23T10:30'))] }),
  [gold],
  moscow('2026-11-23T12:00'),
) as [Cycle, Cycle];

describe('decidedAt', () => {
  it.each<[string, Cycle, number | null]>([
    ['met: at its stop', met, moscow('2026-11-23T10:30')],
    ['running in time: not yet', running, null],
    [
      'breached and stopped: at the breach',
      {
        ...running,
        state: 'breached',
        breachedAt: moscow('2026-11-23T14:00'),
        stoppedAt: moscow('2026-11-24T10:00'),
      },
      moscow('2026-11-23T14:00'),
    ],
    [
      'breached under an earlier goal and running under a later one: at the breach',
      { ...running, breachedAt: moscow('2026-11-23T11:00') },
      moscow('2026-11-23T11:00'),
    ],
    ['paused in time: not yet', { ...running, state: 'paused', dueAt: null }, null],
    ['without a target and open: not yet', { ...running, state: 'noTarget' }, null],
    ['out of the count and never stopped: at its start', { ...running, state: 'invalid' }, created],
  ])('%s', (_what, cycle, expected) => {
    expect(decidedAt(cycle)).toBe(expected);
  });
});

describe('cycleRows', () => {
  it('adds to each cycle where it is from', () => {
    const origin = {
      clientProjectId: 'id-ACME',
      policyKey: 'gold',
      selectionHash: 'beef',
      computedAt: moscow('2026-11-23T12:00'),
      isPublished: false,
    };
    const proof = { inputHash: 'f00d', calendarHash: 'cafe', frozenAt: null } as const;
    const [row] = cycleRows({ issueId: '10001', projectId: '10100' }, [met], origin, () => ({
      ...proof,
      source: 'observed',
    }));
    expect(row).toMatchObject({
      ...origin,
      ...proof,
      issueId: '10001',
      projectId: '10100',
      clock: 'response',
      priorityId: '2',
      priorityName: 'High',
      state: 'met',
      stoppedHow: 'publicComment',
      stoppedBy: 'anna',
      elapsedMs: 30 * 60_000,
      reason: null,
    });
  });
});
