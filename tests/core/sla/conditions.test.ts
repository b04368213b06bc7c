import type { ResolutionRules } from '../../../src/core/sla/policy/rules';
import { DONE, moscow, OPEN, WAITING, WORKING } from '../../builders/incident';
import {
  allCyclesOf,
  IncidentStory,
  resolutionsOf,
  withClocks,
} from '../../builders/incident-story';

const HOUR = 3_600_000;
const goals = [{ target: '4h', calendar: 'msk' }];
const policy = (rules: Partial<ResolutionRules>, change: object = {}) =>
  withClocks({ resolution: { goals, ...rules } }, change);
const story = () => new IncidentStory('2026-11-23T10:00');
const LATER = '2026-11-24T00:00';

/** Moscow time: Monday 2026-11-23, resolution in 4 h. */
describe('a clock starts', () => {
  it('by a status where the policy says so, and not before', () => {
    const rules = policy({ start: [{ status: ['In Progress'] }] });
    const told = story().status('2026-11-23T11:00', WORKING);
    expect(allCyclesOf(story(), LATER, rules)).toEqual([]);
    expect(resolutionsOf(told, '2026-11-23T12:00', rules)).toMatchObject([
      { startedAt: moscow('2026-11-23T11:00'), elapsedMs: HOUR },
    ]);
  });

  it('by an assignee of the list, and again after a stop', () => {
    const rules = policy({ start: [{ assignee: ['anna'] }], stop: [{ assignee: ['boris'] }] });
    const told = story()
      .assign('2026-11-23T11:00', 'anna')
      .assign('2026-11-23T12:00', 'boris')
      .assign('2026-11-23T13:00', 'anna');
    expect(resolutionsOf(told, '2026-11-23T14:00', rules)).toMatchObject([
      { elapsedMs: HOUR, state: 'met', stoppedBy: { how: 'rule' } },
      { elapsedMs: HOUR, carriedMs: HOUR, state: 'running' },
    ]);
  });

  it('by a value of a field', () => {
    const rules = policy({ start: [{ field: { name: 'Impact', is: ['Outage'] } }] });
    const told = story().field('2026-11-23T11:00', 'impact', 'Outage');
    expect(resolutionsOf(told, '2026-11-23T12:00', rules)[0].elapsedMs).toBe(HOUR);
  });
});

describe('a clock stops', () => {
  it('by a status of the policy instead of the end of the issue', () => {
    const rules = policy({ stop: [{ status: ['Waiting for client'] }] });
    const told = story().status('2026-11-23T12:00', WAITING).done('2026-11-23T13:00');
    expect(resolutionsOf(told, LATER, rules)).toMatchObject([
      { elapsedMs: 2 * HOUR, state: 'met' },
    ]);
  });

  it('by a resolution of the list only', () => {
    const rules = policy({ stop: [{ resolution: ['Fixed'] }] });
    const told = story()
      .resolution('2026-11-23T11:00', 'Planned')
      .resolution(...(['2026-11-23T12:00', 'Fixed'] as const));
    expect(resolutionsOf(told, LATER, rules)[0]).toMatchObject({ elapsedMs: 2 * HOUR });
  });

  it('and begins the next cycle when that does not hold any more', () => {
    const rules = policy({ stop: [{ status: ['Waiting for client'] }] });
    const told = story().status('2026-11-23T12:00', WAITING).status('2026-11-23T13:00', WORKING);
    expect(resolutionsOf(told, '2026-11-23T13:30', rules)).toHaveLength(2);
  });
});

describe('a clock pauses', () => {
  it('from our comment until the client writes', () => {
    const rules = policy({ pause: [{ comment: 'staff', reason: 'client' }] });
    const told = story().comment('2026-11-23T11:00').comment('2026-11-23T13:00', 'client');
    expect(resolutionsOf(told, '2026-11-23T14:00', rules)[0]).toMatchObject({
      ...{ elapsedMs: 2 * HOUR, pausedMs: 2 * HOUR, state: 'running' },
    });
  });

  it('while nobody is assigned and the status is waiting, both', () => {
    const pause = [{ status: ['Waiting for client'], assignee: 'none', reason: 'client' }] as const;
    const told = story().assign('2026-11-23T10:00', 'anna').status('2026-11-23T11:00', WAITING);
    const [cycle] = resolutionsOf(told, '2026-11-23T12:00', policy({ pause }));
    expect(cycle).toMatchObject({ state: 'running', elapsedMs: 2 * HOUR });
  });
});

describe('a clock starts over', () => {
  const rules = policy({ reset: [{ status: ['Waiting for client'] }] });

  it('by its condition: what was measured is kept as a cycle that does not count', () => {
    const told = story().status('2026-11-23T11:00', WAITING);
    expect(resolutionsOf(told, '2026-11-23T12:00', rules)).toMatchObject([
      { cycle: 1, state: 'excluded', elapsedMs: HOUR, stoppedBy: { how: 'reset' } },
      { cycle: 2, state: 'running', elapsedMs: HOUR, dueAt: moscow('2026-11-23T15:00') },
    ]);
  });

  it('only when nothing stops it at the same instant', () => {
    const told = story()
      .status('2026-11-23T11:00', WAITING)
      .resolution('2026-11-23T11:00', 'Fixed')
      .sameRecord();
    expect(resolutionsOf(told, LATER, rules)).toMatchObject([{ state: 'met', elapsedMs: HOUR }]);
  });

  it('in spite of a stop where the policy orders it so', () => {
    const told = story()
      .status('2026-11-23T11:00', WAITING)
      .resolution('2026-11-23T11:00', 'Fixed')
      .sameRecord();
    const ordered = { ...rules, order: ['reset', 'stop', 'pause', 'start'] as const };
    expect(resolutionsOf(told, '2026-11-23T12:00', ordered)).toMatchObject([
      { state: 'excluded' },
      { state: 'running' },
    ]);
  });
});

describe('at one instant', () => {
  const both = () =>
    story()
      .resolution('2026-11-23T12:00', 'Fixed')
      .status('2026-11-23T12:00', WAITING)
      .sameRecord();
  const pause = [{ status: ['Waiting for client'], reason: 'client' as const }];

  it('a stop beats a pause, unless the policy orders it otherwise', () => {
    const otherwise = policy({ pause }, { order: ['pause', 'stop'] });
    expect(resolutionsOf(both(), LATER, policy({ pause }))[0].state).toBe('met');
    expect(resolutionsOf(both(), '2026-11-23T13:00', otherwise)[0].state).toBe('paused');
  });

  it('two records of different numbers are judged one after the other', () => {
    const told = story().done('2026-11-23T12:00').status('2026-11-23T12:00', OPEN);
    expect(resolutionsOf(told, '2026-11-23T13:00')).toMatchObject([
      { state: 'met', elapsedMs: 2 * HOUR },
      { state: 'running', elapsedMs: HOUR },
    ]);
  });
});

describe('cycles of a reopened issue', () => {
  const told = () =>
    story().done('2026-11-23T12:00').status('2026-11-24T09:30', OPEN).done('2026-11-24T11:00');
  const states = (cycles: ResolutionRules['cycles']) =>
    resolutionsOf(told(), '2026-11-25T00:00', policy(cycles ? { cycles } : {})).map(
      ({ state, reason }) => [state, reason],
    );

  it('first: only the first one counts', () => {
    expect(states('first')).toEqual([
      ['met', undefined],
      ['excluded', 'only the first cycle counts'],
    ]);
  });

  it('last: only the last one counts', () => {
    expect(states('last')).toEqual([
      ['excluded', 'only the last cycle counts'],
      ['met', undefined],
    ]);
  });

  it('may be one, of which the time closed was a pause: 3.5 h, due 11:30', () => {
    expect(resolutionsOf(told(), '2026-11-25T00:00', policy({ reopen: 'pause' }))).toMatchObject([
      { cycle: 1, elapsedMs: 3.5 * HOUR, state: 'met', dueAt: moscow('2026-11-24T11:30') },
    ]);
  });

  it('is not one that moves from Done to Done', () => {
    const closed = { ...DONE, id: '6', name: 'Closed' };
    const moved = story().done('2026-11-23T12:00').status('2026-11-23T13:00', closed);
    expect(resolutionsOf(moved, LATER)).toHaveLength(1);
  });
});
