import type { AnyCycle } from '../../../src/core/sla/judge/cycle';
import { actProblem, type ManualAct } from '../../../src/core/sla/judge/judge-inputs';
import { compliance } from '../../../src/core/sla/verdict/compliance';
import { millis } from '../../../src/core/time';
import { moscow } from '../../builders/incident';
import { allCyclesOf, IncidentStory, withClocks } from '../../builders/incident-story';

const HOUR = 3_600_000;
const policy = withClocks({ resolution: { goals: [{ target: '4h', calendar: 'msk' }] } });
const act = (at: string, what: object): ManualAct =>
  ({
    at: moscow(at),
    clock: 'resolution',
    by: 'tam',
    reason: 'agreed with ACME',
    ...what,
  }) as ManualAct;
const extend = (at: string, from: 'target' | 'now', hours: number) =>
  act(at, { kind: 'extend', from, ms: millis(hours * HOUR) });
const judged = (story: IncidentStory, now: string, ...acts: ManualAct[]): AnyCycle[] =>
  allCyclesOf(story, now, policy, { acts });
const story = () => new IncidentStory('2026-11-23T10:00');

/** Moscow time: Monday 2026-11-23, resolution in 4 h, due 14:00. */
describe('an extension by hand', () => {
  it('from the target moves the due time by so much, and keeps the original', () => {
    const [cycle] = judged(story(), '2026-11-23T13:00', extend('2026-11-23T12:00', 'target', 2));
    expect(cycle).toMatchObject({
      ...{ dueAt: moscow('2026-11-23T16:00'), extendedMs: 2 * HOUR, targetMs: 6 * HOUR },
      original: { dueAt: moscow('2026-11-23T14:00'), targetMs: 4 * HOUR, state: 'running' },
    });
  });

  it('from now gives so much from now on', () => {
    const [cycle] = judged(story(), '2026-11-23T13:30', extend('2026-11-23T13:00', 'now', 3));
    expect(cycle).toMatchObject({ dueAt: moscow('2026-11-23T16:00'), extendedMs: 2 * HOUR });
  });

  it('from now leaves who has more than that what he has', () => {
    const [cycle] = judged(story(), '2026-11-23T11:00', extend('2026-11-23T11:00', 'now', 1));
    expect(cycle).toMatchObject({ dueAt: moscow('2026-11-23T14:00'), extendedMs: 0 });
  });

  it('makes a clock met that would be breached; reports count it apart', () => {
    const late = story().done('2026-11-23T15:30');
    const cycles = judged(late, '2026-11-24T00:00', extend('2026-11-23T12:00', 'target', 2));
    expect(cycles[0]).toMatchObject({ state: 'met', original: { state: 'breached' } });
    expect(compliance(cycles, 'resolution')).toMatchObject({ met: 1, metWithExtension: 1 });
  });

  it('after the breach takes it back, and the original tells of it', () => {
    const [cycle] = judged(story(), '2026-11-23T15:30', extend('2026-11-23T15:00', 'now', 1));
    expect(cycle).toMatchObject({
      ...{ state: 'running', breachedAt: null, dueAt: moscow('2026-11-23T16:00') },
      original: { state: 'breached', breachedAt: moscow('2026-11-23T14:00') },
    });
  });
});

describe('other acts by hand', () => {
  it('start the clock over, and keep the cycle so far uncounted', () => {
    const cycles = judged(story(), '2026-11-23T13:00', act('2026-11-23T12:00', { kind: 'reset' }));
    expect(cycles).toMatchObject([
      { cycle: 1, state: 'excluded', reason: 'started over by hand: agreed with ACME' },
      { cycle: 2, state: 'running', elapsedMs: HOUR, dueAt: moscow('2026-11-23T16:00') },
    ]);
  });

  it('take a cycle out of the count, also when it is over', () => {
    const late = story().done('2026-11-23T15:00');
    const acts = [act('2026-11-23T18:00', { kind: 'exclude' })];
    expect(judged(late, '2026-11-24T00:00', ...acts)).toMatchObject([
      {
        ...{ state: 'excluded', reason: 'excluded by hand: agreed with ACME' },
        original: { state: 'breached' },
      },
    ]);
  });

  it('need a reason', () => {
    const silent = { ...extend('2026-11-23T12:00', 'now', 1), reason: ' ' };
    expect(actProblem(silent)).toBe('extend: needs a reason');
    expect(() => judged(story(), '2026-11-23T13:00', silent)).toThrow('needs a reason');
    expect(actProblem(extend('2026-11-23T12:00', 'now', 0))).toMatch('not above 0');
    expect(actProblem(extend('2026-11-23T12:00', 'now', 1))).toBeUndefined();
  });

  it('are nothing before they happen', () => {
    const [cycle] = judged(story(), '2026-11-23T11:00', extend('2026-11-23T12:00', 'target', 2));
    expect(cycle).toMatchObject({ dueAt: moscow('2026-11-23T14:00'), extendedMs: 0 });
    expect(cycle?.original).toBeUndefined();
  });
});
