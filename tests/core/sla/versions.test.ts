import type { AnyCycle } from '../../../src/core/sla/judge/cycle';
import { judgeClocks } from '../../../src/core/sla/judge/judge-incident';
import type { Policy } from '../../../src/core/sla/policy/policy';
import { millis } from '../../../src/core/time';
import { MSK } from '../../builders/calendars';
import { moscow, WORKING } from '../../builders/incident';
import { compiled, IncidentStory, momentOf, withClocks } from '../../builders/incident-story';

const HOUR = 3_600_000;
const first = withClocks({ resolution: { goals: [{ target: '4h', calendar: 'msk' }] } });
const second = (change: Partial<Policy>): Policy => ({
  ...first,
  version: 2,
  effectiveFrom: '2026-11-24T00:00:00+03:00',
  ...change,
});
const goals = (target: string): Policy['clocks'] => ({
  resolution: { goals: [{ target, calendar: 'msk' }] },
});

function judged(story: IncidentStory, now: string, next: Policy): AnyCycle[] {
  return judgeClocks(story.history, [compiled(first), compiled(next)], momentOf(now));
}

/** Moscow time: an issue of Mon 2026-11-23 17:00, version 2 from Tue 24 on. */
describe('a new version of a policy', () => {
  const story = () => new IncidentStory('2026-11-23T17:00');

  it('leaves open cycles under the version of their start', () => {
    const [cycle] = judged(story(), '2026-11-24T10:00', second({ clocks: goals('1h') }));
    expect(cycle).toMatchObject({ policyVersion: 1, targetMs: 4 * HOUR, state: 'running' });
  });

  it('takes them over where it applies to open ones, from its effective date on', () => {
    const next = second({ clocks: goals('2h'), applyToOpen: true });
    const [cycle] = judged(story(), '2026-11-24T09:30', next);
    expect(cycle).toMatchObject({
      ...{ policyVersion: 2, targetMs: 2 * HOUR, elapsedMs: 1.5 * HOUR },
      dueAt: moscow('2026-11-24T10:00'),
    });
  });

  it('never touches a cycle that was over before it', () => {
    const done = story().done('2026-11-23T17:30');
    const next = second({ clocks: goals('1m'), applyToOpen: true });
    expect(judged(done, '2026-11-25T10:00', next)).toMatchObject([
      { policyVersion: 1, state: 'met', targetMs: 4 * HOUR },
    ]);
  });

  it('judges the cycle that begins under it', () => {
    const told = story().done('2026-11-23T17:30').status('2026-11-24T09:00', WORKING);
    const cycles = judged(told, '2026-11-24T09:30', second({ clocks: goals('1h') }));
    expect(cycles.map(({ policyVersion }) => policyVersion)).toEqual([1, 2]);
  });
});

describe('a holiday that was added for Tuesday 24, by a version from Wednesday 25 on', () => {
  const holiday = { ...MSK, holidays: [{ date: '2026-11-24' }] };
  const calendars = [holiday, ...first.calendars.slice(1)];
  const wednesday = { effectiveFrom: '2026-11-25T00:00:00+03:00', calendars };
  const story = () => new IncidentStory('2026-11-23T17:00');

  it('counts from then on only: Tuesday stays worked, and the cycle is breached', () => {
    const [cycle] = judged(story(), '2026-11-25T10:00', second(wednesday));
    expect(cycle).toMatchObject({
      ...{ policyVersion: 1, elapsedMs: 11 * HOUR, breachedAt: moscow('2026-11-24T12:00') },
    });
  });

  it('counts for the whole open cycle as a correction', () => {
    const next = second({ ...wednesday, corrections: ['msk'] });
    const [cycle] = judged(story(), '2026-11-25T10:00', next);
    expect(cycle).toMatchObject({
      ...{ elapsedMs: 2 * HOUR, dueAt: moscow('2026-11-25T12:00'), policyVersion: 1 },
    });
  });

  it('leaves what was over before as it was, even as a correction', () => {
    const done = story().done('2026-11-24T13:00');
    const next = second({ ...wednesday, corrections: ['msk'] });
    expect(judged(done, '2026-11-26T10:00', next)[0]).toMatchObject({
      ...{ elapsedMs: 5 * HOUR, state: 'breached' },
    });
  });

  it('that lies ahead moves the due time from when the version begins', () => {
    const ahead = second({
      effectiveFrom: '2026-11-23T17:30:00+03:00',
      calendars: [holiday, ...first.calendars.slice(1)],
    });
    const [cycle] = judged(story(), '2026-11-23T17:45', ahead);
    expect(cycle?.dueAt).toBe(moscow('2026-11-25T12:00'));
  });
});

describe('an issue that comes to another contract', () => {
  const other = (change: Partial<Policy>) =>
    compiled({ ...first, key: 'other', clocks: goals('2h'), ...change });
  const story = () => new IncidentStory('2026-11-23T10:00');
  const at = moscow('2026-11-23T11:00');
  const entered = (change: Partial<Policy>, cyclesBefore = {}) =>
    judgeClocks(story().history, [other(change)], momentOf('2026-11-23T11:30'), {
      entered: { at, used: { resolution: millis(HOUR) }, cyclesBefore },
    });

  it('ends its cycle as moved', () => {
    const left = { at, to: 'other' };
    const now = momentOf('2026-11-23T11:30');
    expect(judgeClocks(story().history, [compiled(first)], now, { left })).toMatchObject([
      { state: 'excluded', reason: 'moved to contract other', elapsedMs: HOUR, stoppedAt: at },
    ]);
  });

  it('keeps a breach of before it was moved: goal 2 h from 10:00, moved 12:30', () => {
    const left = { at: moscow('2026-11-23T12:30'), to: 'gold' };
    const cycles = judgeClocks(story().history, [other({})], left.at, { left });
    expect(cycles).toMatchObject([
      { state: 'breached', breachedAt: moscow('2026-11-23T12:00'), stoppedBy: { how: 'moved' } },
    ]);
  });

  it('begins a cycle of the other, with what had elapsed', () => {
    expect(entered({ carryOnMove: true })).toMatchObject([
      { cycle: 1, state: 'running', startedAt: at, carriedMs: HOUR, elapsedMs: HOUR / 2 },
    ]);
  });

  it('begins with nothing where the other does not say so', () => {
    expect(entered({})).toMatchObject([{ carriedMs: 0, dueAt: moscow('2026-11-23T13:00') }]);
  });

  it('goes on counting where the issue comes back: its second cycle', () => {
    expect(entered({}, { resolution: 1 })).toMatchObject([{ cycle: 2, startedAt: at }]);
  });
});

describe('calendars of a policy', () => {
  const resolved = (change: Partial<Policy>) =>
    judgeClocks(
      ...([
        new IncidentStory('2026-11-23T10:00').history,
        [compiled({ ...first, ...change })],
        momentOf('2026-11-23T10:30'),
      ] as const),
    )[0];

  it('do not count a maintenance window: 12:00-13:00 makes 14:00 into 15:00', () => {
    const maintenance = [{ from: '2026-11-23T12:00+03:00', to: '2026-11-23T13:00+03:00' }];
    expect(resolved({ maintenance })?.dueAt).toBe(moscow('2026-11-23T15:00'));
  });

  it('share holidays by the name of their set', () => {
    const calendars = [{ ...MSK, holidaySets: ['ours'] }, ...first.calendars.slice(1)];
    const holidaySets = { ours: [{ date: '2026-11-23' }] };
    expect(resolved({ calendars, holidaySets })?.dueAt).toBe(moscow('2026-11-24T13:00'));
  });
});
