import type { Policy } from '../../../src/core/sla/policy/policy';
import { moscow, WAITING, WORKING } from '../../builders/incident';
import { IncidentStory, OFFICE_POLICY, resolutionsOf } from '../../builders/incident-story';

const HOUR = 3_600_000;

const policy: Policy = {
  ...OFFICE_POLICY,
  clocks: {
    resolution: {
      goals: [
        { when: { priority: ['P1'] }, target: '4h', calendar: 'moscow-always' },
        { when: { priority: ['High'] }, target: '2h', calendar: 'msk' },
        { when: { priority: ['Medium'] }, target: '3h', calendar: 'msk' },
        { target: '20h', calendar: 'msk' },
      ],
      pause: [{ status: ['Waiting for client'], reason: 'client' }],
    },
  },
};
const medium = { id: 'Medium', name: 'Medium' };
const p3 = { id: 'P3', name: 'P3' };

/** Moscow time throughout; elapsed time carries over to the new goal. */
describe('a change of priority', () => {
  it('after the breach leaves it due when it was: High 2 h from 10:00, 20 h at 12:30, done 13:00', () => {
    const story = new IncidentStory('2026-11-23T10:00', {
      priorityAtCreation: { id: 'High', name: 'High' },
    })
      .priority('2026-11-23T12:30', 'Low')
      .done('2026-11-23T13:00');
    const [cycle] = resolutionsOf(story, '2026-11-23T14:00', policy);
    expect(cycle).toMatchObject({
      ...{ state: 'breached', elapsedMs: 3 * HOUR },
      ...{ dueAt: moscow('2026-11-23T12:00'), breachedAt: moscow('2026-11-23T12:00') },
    });
  });

  it('from Medium 3 h to High 2 h after an hour: due at 12:00', () => {
    const story = new IncidentStory('2026-11-23T10:00', { priorityAtCreation: medium }).priority(
      '2026-11-23T11:00',
      'High',
    );
    const [cycle] = resolutionsOf(story, '2026-11-23T11:30', policy);
    expect(cycle).toMatchObject({ dueAt: moscow('2026-11-23T12:00'), elapsedMs: 1.5 * HOUR });
  });

  it('from office hours to 24x7: Fri 17:00, raised Sat 12:00 to 4 h, is due Sat 15:00', () => {
    const story = new IncidentStory('2026-11-20T17:00', { priorityAtCreation: p3 }).priority(
      '2026-11-21T12:00',
      'P1',
    );
    const [cycle] = resolutionsOf(story, '2026-11-21T13:00', policy);
    expect(cycle).toMatchObject({ dueAt: moscow('2026-11-21T15:00'), elapsedMs: 2 * HOUR });
  });

  it('there and back is as if nothing had happened', () => {
    const calm = new IncidentStory('2026-11-23T10:00');
    const flapping = new IncidentStory('2026-11-23T10:00')
      .priority('2026-11-23T10:30', 'Medium')
      .priority('2026-11-23T11:00', 'High');
    const [same] = resolutionsOf(flapping, '2026-11-23T11:30', policy);
    const [expected] = resolutionsOf(calm, '2026-11-23T11:30', policy);
    const priority = { id: 'High', name: 'High' };
    expect(same).toEqual({ ...expected, priority, decidedPriority: priority });
  });

  it('to a goal that is used up already is breached at the change', () => {
    const story = new IncidentStory('2026-11-23T10:00', { priorityAtCreation: medium }).priority(
      '2026-11-23T12:30',
      'High',
    );
    const [cycle] = resolutionsOf(story, '2026-11-23T12:40', policy);
    expect(cycle).toMatchObject({ state: 'breached', breachedAt: moscow('2026-11-23T12:30') });
  });

  it('after a breach does not undo it', () => {
    const story = () =>
      new IncidentStory('2026-11-23T10:00').priority('2026-11-23T13:00', 'Medium');
    const [open] = resolutionsOf(story(), '2026-11-23T13:00', policy);
    const [stopped] = resolutionsOf(story().done('2026-11-23T13:00'), '2026-11-24T00:00', policy);
    expect(open).toMatchObject({ state: 'running', breachedAt: moscow('2026-11-23T12:00') });
    expect(stopped).toMatchObject({ state: 'breached', breachedAt: moscow('2026-11-23T12:00') });
  });

  it('keeps the pauses', () => {
    const story = new IncidentStory('2026-11-23T10:00', { priorityAtCreation: medium })
      .status('2026-11-23T10:30', WAITING)
      .priority('2026-11-23T11:00', 'High')
      .status('2026-11-23T11:30', WORKING);
    const [cycle] = resolutionsOf(story, '2026-11-23T12:00', policy);
    expect(cycle).toMatchObject({ elapsedMs: HOUR, pausedMs: HOUR });
  });

  it('suspends the clock while there is no goal, and goes on with what had elapsed', () => {
    const few: Policy = {
      ...policy,
      clocks: { resolution: { goals: policy.clocks.resolution?.goals.slice(0, 2) ?? [] } },
    };
    const story = new IncidentStory('2026-11-23T10:00')
      .priority('2026-11-23T11:00', 'None')
      .priority('2026-11-23T15:00', 'High');
    const [cycle] = resolutionsOf(story, '2026-11-23T15:30', few);
    expect(cycle).toMatchObject({ elapsedMs: 1.5 * HOUR, dueAt: moscow('2026-11-23T16:00') });
  });
});

describe('a change of assignee', () => {
  it("has no effect on the client's clock", () => {
    const story = new IncidentStory('2026-11-23T10:00').assign('2026-11-23T11:00', 'boris');
    expect(resolutionsOf(story, '2026-11-23T11:30', policy)).toEqual(
      resolutionsOf(new IncidentStory('2026-11-23T10:00'), '2026-11-23T11:30', policy),
    );
  });
});
