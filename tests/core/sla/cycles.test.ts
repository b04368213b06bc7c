import type { Policy } from '../../../src/core/sla/policy/policy';
import { DONE, moscow, OPEN, WAITING, WORKING } from '../../builders/incident';
import {
  CLOSED,
  IncidentStory,
  momentOf,
  OFFICE_POLICY,
  resolutionsOf,
  responseOf,
} from '../../builders/incident-story';

const HOUR = 3_600_000;
const LATER = '2026-11-30T00:00';

function withResolution(change: Partial<Policy['clocks']['resolution']>): Policy {
  const resolution = { goals: [{ target: '4h', calendar: 'msk' }], ...change };
  return { ...OFFICE_POLICY, clocks: { ...OFFICE_POLICY.clocks, resolution } };
}

/** Moscow time throughout: Mon-Fri 09-18, resolution in 4 h. 2026-11-23 is a Monday. */
describe('a resolution stops', () => {
  it('at the earlier of resolution and status, and Resolved to Closed does not move it', () => {
    const story = new IncidentStory('2026-11-23T10:00')
      .resolution('2026-11-23T12:00:00', 'Fixed')
      .status('2026-11-23T12:00:01', DONE)
      .status('2026-11-23T15:00', CLOSED);
    expect(resolutionsOf(story, LATER)).toEqual([
      expect.objectContaining({ stoppedAt: moscow('2026-11-23T12:00'), elapsedMs: 2 * HOUR }),
    ]);
  });

  it('by a resolution without any move of status', () => {
    const story = new IncidentStory('2026-11-23T10:00').resolution('2026-11-23T12:00', 'Fixed');
    expect(resolutionsOf(story, LATER)[0]).toMatchObject({
      state: 'met',
      stoppedBy: { how: 'resolution' },
    });
  });

  it('by a move into Done that sets no resolution', () => {
    const story = new IncidentStory('2026-11-23T10:00').status('2026-11-23T12:00', DONE);
    expect(resolutionsOf(story, LATER)[0]).toMatchObject({
      state: 'met',
      stoppedBy: { how: 'done' },
    });
  });

  it('once when one record says both, in either order', () => {
    const orders = [
      new IncidentStory('2026-11-23T10:00')
        .resolution('2026-11-23T12:00', 'Fixed')
        .status('2026-11-23T12:00', DONE)
        .sameRecord(),
      new IncidentStory('2026-11-23T10:00').done('2026-11-23T12:00'),
    ];
    for (const story of orders) expect(resolutionsOf(story, LATER)).toHaveLength(1);
  });

  it('at the instant of its start with a duration of 0, met', () => {
    const story = new IncidentStory('2026-11-23T10:00').done('2026-11-23T10:00');
    expect(resolutionsOf(story, LATER)[0]).toMatchObject({ state: 'met', elapsedMs: 0 });
  });

  it('in a moment that also begins a pause: a stop beats a pause', () => {
    const story = new IncidentStory('2026-11-23T10:00')
      .resolution('2026-11-23T12:00', 'Fixed')
      .status('2026-11-23T12:00', WAITING)
      .sameRecord();
    expect(resolutionsOf(story, LATER)[0]).toMatchObject({ state: 'met', pausedMs: 0 });
  });
});

describe('a reopened issue', () => {
  const story = () =>
    new IncidentStory('2026-11-23T10:00')
      .done('2026-11-23T12:00')
      .status('2026-11-24T09:30', OPEN)
      .done('2026-11-24T11:00');

  it('has cycles of 2 h and 1.5 h, 3.5 h together, under one goal', () => {
    expect(resolutionsOf(story(), LATER)).toEqual([
      expect.objectContaining({ cycle: 1, elapsedMs: 2 * HOUR, carriedMs: 0, state: 'met' }),
      expect.objectContaining({
        ...{ cycle: 2, elapsedMs: 1.5 * HOUR, carriedMs: 2 * HOUR, state: 'met' },
        ...{ remainingMs: 0.5 * HOUR, dueAt: moscow('2026-11-24T11:30') },
      }),
    ]);
  });

  it('is late when the sum is more than the goal', () => {
    const longer = new IncidentStory('2026-11-23T10:00')
      .done('2026-11-23T13:00')
      .status('2026-11-24T09:00', OPEN)
      .done('2026-11-24T10:30');
    expect(resolutionsOf(longer, LATER).map((cycle) => cycle.state)).toEqual(['met', 'breached']);
  });

  it('has the full goal again where the contract separates cycles', () => {
    const policy = withResolution({ cycles: 'separate' });
    const second = resolutionsOf(story(), LATER, policy)[1];
    expect(second).toMatchObject({ carriedMs: 0, remainingMs: 2.5 * HOUR });
  });

  it('never stopped when it is reopened within the grace of 5 minutes', () => {
    const policy = withResolution({ reopenGrace: '5m' });
    const slip = new IncidentStory('2026-11-23T10:00')
      .done('2026-11-23T11:00')
      .status('2026-11-23T11:04', WORKING);
    expect(resolutionsOf(slip, '2026-11-23T12:00', policy)).toEqual([
      expect.objectContaining({ cycle: 1, state: 'running', elapsedMs: 2 * HOUR }),
    ]);
    expect(responseOf(slip, '2026-11-23T12:00', policy).stoppedBy?.how).toBe('inProgress');
  });

  it('is reopened by the status although the resolution stays', () => {
    const kept = new IncidentStory('2026-11-23T10:00')
      .done('2026-11-23T11:00')
      .status('2026-11-23T12:00', OPEN);
    expect(resolutionsOf(kept, '2026-11-23T13:00')).toHaveLength(2);
  });

  it('is reopened by clearing the resolution where the status is open', () => {
    const cleared = new IncidentStory('2026-11-23T10:00')
      .resolution('2026-11-23T11:00', 'Fixed')
      .resolution('2026-11-23T12:00', null);
    expect(resolutionsOf(cleared, '2026-11-23T13:00').map((cycle) => cycle.state)).toEqual([
      'met',
      'running',
    ]);
  });
});

describe('a cycle is not judged', () => {
  it('when the issue was created closed: no observed start', () => {
    const story = new IncidentStory('2026-11-23T10:00', { statusAtCreation: DONE });
    expect(resolutionsOf(story, LATER)[0]).toMatchObject({
      state: 'excluded',
      reason: 'no observed start: it was created closed',
    });
  });

  it('when it was cancelled, and the first resolution says so whatever is edited later', () => {
    const story = new IncidentStory('2026-11-23T10:00')
      .status('2026-11-23T11:00', DONE)
      .resolution('2026-11-23T11:00:01', "Won't Do")
      .resolution('2026-11-25T11:00', 'Fixed');
    expect(resolutionsOf(story, LATER)[0]).toMatchObject({
      state: 'excluded',
      reason: "closed as Won't Do",
    });
  });

  it('when it stopped before it started; it is never negative', () => {
    const story = new IncidentStory('2026-11-23T10:00').done('2026-11-23T09:00');
    expect(resolutionsOf(story, LATER)[0]).toMatchObject({
      state: 'invalid',
      elapsedMs: 0,
      reason: expect.stringContaining('before it started'),
    });
  });

  it('when there is no goal for its priority: the elapsed time is kept', () => {
    const policy = withResolution({
      goals: [{ when: { priority: ['High'] }, target: '4h', calendar: 'msk' }],
    });
    const story = new IncidentStory('2026-11-23T10:00').priority('2026-11-23T11:00', 'Trivial');
    expect(resolutionsOf(story, '2026-11-23T15:00', policy)[0]).toMatchObject({
      ...{ state: 'noTarget', elapsedMs: HOUR, dueAt: null, remainingMs: null },
    });
  });

  it('before it was created, there are none', () => {
    const story = new IncidentStory('2026-11-23T10:00');
    expect(() => resolutionsOf(story, '2026-11-23T09:00')).toThrow('no resolution cycle');
  });

  it('by what happens after now', () => {
    const story = new IncidentStory('2026-11-23T10:00').done('2026-11-23T12:00');
    expect(resolutionsOf(story, '2026-11-23T11:00')[0]).toMatchObject({
      state: 'running',
      elapsedMs: HOUR,
    });
  });
});

describe('an overrun', () => {
  const policy = withResolution({ goals: [{ target: '30m', calendar: 'msk' }] });

  it.each([
    ['Fri 17:00 + 30 m, done Mon 10:00, is 1 h 30 m late since Fri 17:30', '17:00', 90, '20T17:30'],
    ['Fri 17:50 + 30 m, done Mon 10:00, is 40 m late since Mon 09:20', '17:50', 40, '23T09:20'],
  ])('%s', (_sentence, created, minutes, due) => {
    const story = new IncidentStory(`2026-11-20T${created}`).done('2026-11-23T10:00');
    expect(resolutionsOf(story, LATER, policy)[0]).toMatchObject({
      ...{ state: 'breached', remainingMs: -minutes * 60_000 },
      ...{ breachedAt: moscow(`2026-11-${due}`), dueAt: moscow(`2026-11-${due}`) },
    });
  });

  it('begins at the due instant, and a goal used up at closing may be due at the next opening', () => {
    const story = new IncidentStory('2026-11-20T17:30');
    const [atClose] = resolutionsOf(story, '2026-11-20T17:40', policy);
    const next = { ...policy, deadlineAtClose: 'nextOpen' } as const;
    expect(atClose.dueAt).toBe(momentOf('2026-11-20T18:00'));
    expect(resolutionsOf(story, '2026-11-20T17:40', next)[0].dueAt).toBe(
      momentOf('2026-11-23T09:00'),
    );
  });
});
