import type { Cycle, CycleState } from '../../../src/core/sla/judge/cycle';
import { compliance } from '../../../src/core/sla/verdict/compliance';
import { type Instant, span } from '../../../src/core/time';
import { moscow } from '../../builders/incident';
import { IncidentStory, resolutionsOf } from '../../builders/incident-story';

const [sample] = resolutionsOf(new IncidentStory('2026-11-23T10:00'), '2026-11-23T11:00');
const cycles = (count: number, state: CycleState, change: Partial<Cycle> = {}): Cycle[] =>
  Array.from({ length: count }, () => ({ ...sample, state, ...change }));

describe('compliance', () => {
  it('of 87 met, 13 breached, 8 running and 2 excluded is 87.0 %', () => {
    const all = [
      ...cycles(87, 'met'),
      ...cycles(13, 'breached'),
      ...cycles(8, 'running'),
      ...cycles(2, 'excluded'),
    ];
    expect(compliance(all, 'resolution')).toMatchObject({
      ...{ met: 87, breached: 13, running: 8, excluded: 2, paused: 0, noTarget: 0, percent: 87 },
    });
  });

  it('of nothing decided is no number, neither 0 nor 100', () => {
    expect(compliance(cycles(3, 'running'), 'resolution').percent).toBeNull();
  });

  it('counts each clock by itself', () => {
    expect(compliance(cycles(3, 'met'), 'response').met).toBe(0);
  });

  it('counts a breach that is still open, and one that a later goal would forgive', () => {
    const breachedAt = moscow('2026-11-23T14:00');
    const open = [...cycles(1, 'breached'), ...cycles(1, 'running', { breachedAt })];
    expect(compliance(open, 'resolution')).toMatchObject({ breached: 2, running: 0, percent: 0 });
  });

  it('puts a cycle into the period of its decision: stop when met, breach when not, half-open', () => {
    const monday = span(moscow('2026-11-23T00:00'), moscow('2026-11-24T00:00'));
    const stopped = (at: Instant) => cycles(1, 'met', { stoppedAt: at });
    const late = cycles(1, 'breached', {
      breachedAt: moscow('2026-11-23T23:59'),
      stoppedAt: moscow('2026-11-25T12:00'),
    });
    const all = [...stopped(monday.from), ...stopped(monday.to), ...late];
    expect(compliance(all, 'resolution', monday)).toMatchObject({ met: 1, breached: 1 });
  });
});
