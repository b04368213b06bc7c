import { compliance } from '../../../src/core/sla/compliance';
import type { AnyCycle } from '../../../src/core/sla/cycle';
import {
  byDepartment,
  byFirstPriority,
  byPriority,
  complianceBy,
  durationsOf,
  median,
  percentile,
} from '../../../src/core/sla/statistics';
import { millis, span } from '../../../src/core/time';
import { moscow } from '../../builders/incident';
import { IncidentStory, resolutionsOf } from '../../builders/incident-story';

const MINUTE = 60_000;
const [sample] = resolutionsOf(
  ...([
    new IncidentStory('2026-11-23T10:00').done('2026-11-23T11:00'),
    '2026-11-24T00:00',
  ] as const),
);
const cycle = (change: Partial<AnyCycle>): AnyCycle => ({ ...sample, ...change });
const minutes = (...values: number[]) => values.map((value) => millis(value * MINUTE));

describe('percentile', () => {
  it.each([
    [5, 15],
    [30, 20],
    [40, 20],
    [50, 35],
    [100, 50],
  ])('%d of 15, 20, 35, 40 and 50 minutes is %d', (percent, expected) => {
    const { value } = percentile(minutes(40, 15, 50, 20, 35), percent);
    expect(value).toBe(expected * MINUTE);
  });

  it('of nothing is nothing, and of fewer than eight is said to be of few', () => {
    expect(percentile([], 90)).toEqual({ value: null, n: 0, isFew: true });
    expect(percentile(minutes(1, 2, 3, 4, 5, 6, 7), 90)).toMatchObject({ n: 7, isFew: true });
    expect(percentile(minutes(1, 2, 3, 4, 5, 6, 7, 8), 90)).toMatchObject({ n: 8, isFew: false });
  });

  it('refuses what is no percentage', () => {
    expect(() => percentile([], 101)).toThrow(RangeError);
    expect(() => percentile([], Number.NaN)).toThrow(RangeError);
  });

  it('of 50 is the median: of four the lower of the two in the middle', () => {
    expect(median(minutes(1, 2, 3, 10)).value).toBe(2 * MINUTE);
  });
});

describe('durations', () => {
  it('are those of completed cycles only', () => {
    const all = [
      cycle({ state: 'met' }),
      cycle({ state: 'breached', stoppedAt: null }),
      cycle({ state: 'excluded' }),
      cycle({ state: 'met', clock: 'response' }),
    ];
    expect(durationsOf(all, 'resolution')).toEqual([60 * MINUTE]);
  });

  it('hold what elapsed before a goal that counts from its change: 1.5 h of it and 1 h after', () => {
    const all = [cycle({ state: 'met', beforeChangeMs: millis(90 * MINUTE) })];
    expect(durationsOf(all, 'resolution')).toEqual([150 * MINUTE]);
  });

  it('are those of the period in which they were decided, or began', () => {
    const tuesday = span(moscow('2026-11-24T00:00'), moscow('2026-11-25T00:00'));
    const all = [cycle({ stoppedAt: moscow('2026-11-24T09:00') })];
    expect(durationsOf(all, 'resolution', tuesday)).toHaveLength(1);
    expect(durationsOf(all, 'resolution', tuesday, 'created')).toHaveLength(0);
    expect(compliance(all, 'resolution', tuesday, 'created').met).toBe(0);
  });
});

describe('compliance by group', () => {
  const high = { id: '2', name: 'High' };
  const low = { id: '4', name: 'Low' };

  it('takes the priority at the decision, or at the start', () => {
    const all = [cycle({ decidedPriority: high, priorityAtStart: low, state: 'breached' })];
    expect([...complianceBy(all, 'resolution', byPriority).keys()]).toEqual(['High']);
    expect([...complianceBy(all, 'resolution', byFirstPriority).keys()]).toEqual(['Low']);
  });

  it('by department is that of ownership clocks', () => {
    const all = [
      cycle({ clock: 'ownership', department: 'Network', state: 'met' }),
      cycle({ clock: 'ownership', department: 'Network', state: 'breached' }),
      cycle({ clock: 'ownership', department: 'Servers', state: 'met' }),
      cycle({}),
    ];
    const groups = complianceBy(all, 'ownership', byDepartment);
    expect([...groups].map(([name, { percent }]) => [name, percent])).toEqual([
      ['Network', 50],
      ['Servers', 100],
    ]);
  });
});
