import type { IncidentHistory } from '../../../src/core/sla/judge/history';
import { timeInStatus } from '../../../src/core/sla/verdict/time-in-status';
import { DONE, moscow, OPEN, WORKING } from '../../builders/incident';
import { CLOSED, IncidentStory, momentOf } from '../../builders/incident-story';

const MINUTE = 60_000;
const resolved = (story: IncidentStory, at: string | null): IncidentHistory => ({
  ...story.history,
  resolvedAt: at === null ? null : momentOf(at),
});

const story = () =>
  new IncidentStory('2026-11-23T10:00')
    .status('2026-11-23T10:05', WORKING)
    .status('2026-11-23T11:00', DONE)
    .status('2026-11-24T09:00', CLOSED);

describe('timeInStatus', () => {
  it('sums by status and stops after the change that resolved the issue', () => {
    expect(timeInStatus(resolved(story(), '2026-11-23T11:00')).timeInStatus).toEqual({
      ...{ [OPEN.id]: 5 * MINUTE, [WORKING.id]: 55 * MINUTE, [DONE.id]: 0 },
    });
  });

  it.each([
    ['a moment before its change', '2026-11-23T10:59:59.950'],
    ['two seconds after it', '2026-11-23T11:00:02.000'],
    ['long before it', '2026-11-23T10:20:00.000'],
  ])('stops there too when the resolution date is %s', (_what, at) => {
    expect(timeInStatus(resolved(story(), at)).timeInStatus).toEqual({
      ...{ [OPEN.id]: 5 * MINUTE, [WORKING.id]: 55 * MINUTE, [DONE.id]: 0 },
    });
  });

  it('goes to the last change when there is no resolution date', () => {
    const { timeInStatus: times } = timeInStatus(resolved(story(), null));
    expect(times).toMatchObject({ [DONE.id]: 22 * 60 * MINUTE, [CLOSED.id]: 0 });
  });

  it('lists the one status of an issue that never changed, with 0', () => {
    const calm = new IncidentStory('2026-11-23T10:00').history;
    expect(timeInStatus(calm)).toEqual({ timeInStatus: { [OPEN.id]: 0 }, firstResponseAt: null });
  });

  it('answers the first comment that is not by the reporter', () => {
    const told = new IncidentStory('2026-11-23T10:00')
      .comment('2026-11-23T10:01', 'client')
      .comment('2026-11-23T10:02', 'anna');
    expect(timeInStatus(told.history).firstResponseAt).toBe(moscow('2026-11-23T10:02'));
  });
});
