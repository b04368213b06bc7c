import type { Policy } from '../../../src/core/sla/policy/policy';
import { clientCycles } from '../../builders/client-cycles';
import { DONE, moscow, OPEN, WAITING, WORKING } from '../../builders/incident';
import {
  compiled,
  IN_VENDOR,
  IncidentStory,
  OFFICE_POLICY,
  resolutionsOf,
  responseOf,
} from '../../builders/incident-story';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Moscow time throughout: Mon-Fri 09-18, resolution in 4 h. 2026-11-20 is a Friday. */
describe('a pause over a weekend', () => {
  const story = () =>
    new IncidentStory('2026-11-20T16:00')
      .status('2026-11-20T17:30', WAITING)
      .status('2026-11-24T10:00', WORKING);

  it('leaves 4 h of work and 10.5 h of pause; the wall clock says 88.5 h', () => {
    const [cycle] = resolutionsOf(story().done('2026-11-24T12:30'), '2026-11-25T00:00');
    expect(cycle).toMatchObject({
      elapsedMs: 4 * HOUR,
      pausedMs: 10.5 * HOUR,
      pausedWallMs: 88.5 * HOUR,
      pausedFor: { client: 10.5 * HOUR, vendor: 0, internal: 0 },
    });
  });

  it('moves the due time from Mon 11:00 to Tue 12:30', () => {
    const before = new IncidentStory('2026-11-20T16:00');
    const [unpaused] = resolutionsOf(before, '2026-11-20T17:00');
    const [resumed] = resolutionsOf(story(), '2026-11-24T10:30');
    expect(unpaused.dueAt).toBe(moscow('2026-11-23T11:00'));
    expect(resumed.dueAt).toBe(moscow('2026-11-24T12:30'));
  });

  it('is met when it stops at the due instant, breached a second later', () => {
    const [met] = resolutionsOf(story().done('2026-11-24T12:30'), '2026-11-25T00:00');
    const [late] = resolutionsOf(story().done('2026-11-24T12:30:01'), '2026-11-25T00:00');
    expect(met.state).toBe('met');
    expect(late).toMatchObject({ state: 'breached', breachedAt: moscow('2026-11-24T12:30') });
  });
});

describe('a pause', () => {
  it('wholly outside of hours changes nothing', () => {
    const story = new IncidentStory('2026-11-20T16:00')
      .status('2026-11-20T18:00', WAITING)
      .status('2026-11-23T09:00', WORKING);
    const [cycle] = resolutionsOf(story, '2026-11-23T10:00');
    expect(cycle).toMatchObject({ pausedMs: 0, dueAt: moscow('2026-11-23T11:00') });
  });

  it('has no due time: "paused, 2 h 30 m left", and is not breached when the old due passes', () => {
    const story = new IncidentStory('2026-11-20T16:00').status('2026-11-20T17:30', WAITING);
    const [cycle] = resolutionsOf(story, '2026-11-26T12:00');
    expect(cycle).toMatchObject({
      state: 'paused',
      dueAt: null,
      breachedAt: null,
      pausedBecause: 'client',
      remainingMs: 2.5 * HOUR,
    });
  });

  it('after a breach leaves it breached, and the overrun stops growing', () => {
    const story = new IncidentStory('2026-11-23T09:00').status('2026-11-23T14:00', WAITING);
    const [cycle] = resolutionsOf(story, '2026-11-23T17:00');
    expect(cycle).toMatchObject({
      state: 'breached',
      elapsedMs: 5 * HOUR,
      remainingMs: -HOUR,
      dueAt: moscow('2026-11-23T13:00'),
      breachedAt: moscow('2026-11-23T13:00'),
    });
  });

  it('from the first second: created in "Waiting for client"', () => {
    const story = new IncidentStory('2026-11-23T09:00', { statusAtCreation: WAITING });
    const [cycle] = resolutionsOf(story, '2026-11-23T12:00');
    expect(cycle).toMatchObject({ state: 'paused', elapsedMs: 0, pausedMs: 3 * HOUR });
  });

  it('that ends with the stop is not elapsed, and the old due is not restored', () => {
    const story = new IncidentStory('2026-11-23T09:00')
      .status('2026-11-23T10:00', WAITING)
      .done('2026-11-23T16:00');
    const [cycle] = resolutionsOf(story, '2026-11-24T00:00');
    expect(cycle).toMatchObject({ state: 'met', elapsedMs: HOUR, pausedMs: 6 * HOUR });
    expect(cycle.dueAt).toBe(moscow('2026-11-24T10:00'));
  });

  it('of two reasons is split, and adds up to the whole', () => {
    const story = new IncidentStory('2026-11-23T09:00')
      .status('2026-11-23T10:00', WAITING)
      .status('2026-11-23T11:00', IN_VENDOR)
      .status('2026-11-23T13:00', WORKING);
    const [cycle] = resolutionsOf(story, '2026-11-23T14:00');
    expect(cycle).toMatchObject({
      elapsedMs: 2 * HOUR,
      pausedMs: 3 * HOUR,
      pausedFor: { client: HOUR, vendor: 2 * HOUR, internal: 0 },
    });
  });

  it('named by two rules counts once, for the reason of the first', () => {
    const policy: Policy = {
      ...OFFICE_POLICY,
      clocks: {
        resolution: {
          goals: [{ target: '4h', calendar: 'msk' }],
          pause: [
            { status: ['waiting for CLIENT'], reason: 'client' },
            { statusCategory: 'indeterminate', reason: 'vendor' },
          ],
        },
      },
    };
    const story = new IncidentStory('2026-11-23T09:00').status('2026-11-23T10:00', WAITING);
    const [cycle] = resolutionsOf(story, '2026-11-23T11:00', policy);
    expect(cycle.pausedFor).toEqual({ client: HOUR, vendor: 0, internal: 0 });
  });

  it('does not stop the response clock', () => {
    const story = new IncidentStory('2026-11-23T09:00', { statusAtCreation: WAITING });
    expect(responseOf(story, '2026-11-23T10:00')).toMatchObject({
      state: 'breached',
      elapsedMs: HOUR,
      pausedMs: 0,
    });
  });
});

describe('sleeping', () => {
  it('is running outside of hours, until Mon 09:00', () => {
    const [cycle] = resolutionsOf(new IncidentStory('2026-11-20T16:00'), '2026-11-21T12:00');
    expect(cycle).toMatchObject({ state: 'running', sleepingUntil: moscow('2026-11-23T09:00') });
  });

  it('and paused at once are told apart', () => {
    const story = new IncidentStory('2026-11-20T16:00').status('2026-11-20T17:00', WAITING);
    const [cycle] = resolutionsOf(story, '2026-11-21T12:00');
    expect(cycle).toMatchObject({
      state: 'paused',
      pausedBecause: 'client',
      sleepingUntil: moscow('2026-11-23T09:00'),
    });
  });

  it('is not said in working hours', () => {
    const [cycle] = resolutionsOf(new IncidentStory('2026-11-20T16:00'), '2026-11-20T17:00');
    expect(cycle.sleepingUntil).toBeNull();
  });
});

describe('a status that a later version takes off the pause list', () => {
  const later: Policy = {
    ...OFFICE_POLICY,
    version: 2,
    effectiveFrom: '2026-11-24T00:00:00+03:00',
    clocks: { resolution: { goals: [{ target: '4h', calendar: 'msk' }] } },
  };
  const versions = [compiled(OFFICE_POLICY), compiled(later)] as const;

  it('still pauses the cycle that started under the earlier version', () => {
    const story = new IncidentStory('2026-11-23T09:00')
      .status('2026-11-23T10:00', WAITING)
      .status('2026-11-24T10:00', OPEN)
      .status('2026-11-24T11:00', DONE);
    const cycles = clientCycles(story.history, versions, moscow('2026-11-25T00:00'));
    const cycle = cycles.find((each) => each.clock === 'resolution');
    expect(cycle).toMatchObject({ policyVersion: 1, pausedMs: 9 * HOUR, elapsedMs: 2 * HOUR });
  });

  it('runs in a cycle that starts under the later one', () => {
    const story = new IncidentStory('2026-11-24T09:00').status('2026-11-24T09:30', WAITING);
    const cycles = clientCycles(story.history, versions, moscow('2026-11-24T10:00'));
    expect(cycles).toEqual([
      expect.objectContaining({ policyVersion: 2, pausedMs: 0, elapsedMs: 60 * MINUTE }),
    ]);
  });
});
