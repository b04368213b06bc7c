import type { Policy } from '../../../src/core/sla/policy/policy';
import { DONE, moscow, OPEN, WAITING, WORKING } from '../../builders/incident';
import {
  IncidentStory,
  OFFICE_POLICY,
  resolutionsOf,
  responseOf,
} from '../../builders/incident-story';

const MINUTE = 60_000;
const NEXT_DAY = '2026-11-24T00:00';
const story = () => new IncidentStory('2026-11-23T10:00');

function policyWith(change: Partial<Policy>): Policy {
  return { ...OFFICE_POLICY, ...change };
}

/** Moscow time throughout: Monday 2026-11-23, response in 30 m. The reporter is `client`. */
describe('the first response', () => {
  it('is a public comment by somebody who is not the reporter', () => {
    const cycle = responseOf(story().comment('2026-11-23T10:20'), NEXT_DAY);
    expect(cycle).toMatchObject({
      state: 'met',
      stoppedAt: moscow('2026-11-23T10:20'),
      elapsedMs: 20 * MINUTE,
      stoppedBy: { how: 'publicComment', by: 'anna' },
    });
  });

  it('is a move into the In Progress category when that comes first, and says so', () => {
    const moved = story().status('2026-11-23T10:10', WORKING).comment('2026-11-23T10:20');
    expect(responseOf(moved, NEXT_DAY)).toMatchObject({
      stoppedAt: moscow('2026-11-23T10:10'),
      stoppedBy: { how: 'inProgress', by: 'anna' },
    });
  });

  it('may be an assignment where the policy says so', () => {
    const clocks = { response: { goals: [{ target: '30m', calendar: 'msk' }], by: ['assigned'] } };
    const cycle = responseOf(
      story().status('2026-11-23T10:05', WORKING).assign('2026-11-23T10:15', 'anna'),
      NEXT_DAY,
      policyWith({ clocks } as Partial<Policy>),
    );
    expect(cycle.stoppedBy).toEqual({ how: 'assigned', by: 'anna' });
  });

  it.each([
    ["the reporter's own comment", story().comment('2026-11-23T10:05', 'client')],
    ['an internal note', story().note('2026-11-23T10:05')],
    ["an app's comment", story().botComment('2026-11-23T10:05')],
    ['a comment whose author Jira does not name', story().comment('2026-11-23T10:05', null)],
    ['a move by the reporter', story().status('2026-11-23T10:05', WORKING, { by: 'client' })],
  ])('is not %s', (_what, told) => {
    expect(responseOf(told, '2026-11-23T10:20')).toMatchObject({ state: 'running' });
  });

  it('is not a comment by an account on the list of bots', () => {
    const cycle = responseOf(
      story().comment('2026-11-23T10:05', 'mailer'),
      '2026-11-23T10:20',
      policyWith({ bots: ['mailer'] }),
    );
    expect(cycle.state).toBe('running');
  });

  it('is not by an engineer on an issue that he reported, unless he counts as team even then', () => {
    const own = () =>
      new IncidentStory('2026-11-23T10:00', { reporterId: 'anna' }).comment('2026-11-23T10:05');
    const team = { evenIfReporter: ['anna'] };
    expect(responseOf(own(), '2026-11-23T10:20').state).toBe('running');
    expect(responseOf(own(), '2026-11-23T10:20', policyWith({ team })).state).toBe('met');
  });

  it('is only by members where a team is named', () => {
    const team = { members: ['boris'] };
    const told = story().comment('2026-11-23T10:05', 'anna').comment('2026-11-23T10:12', 'boris');
    expect(responseOf(told, NEXT_DAY, policyWith({ team })).stoppedBy?.by).toBe('boris');
  });

  it('is the resolution when nobody commented', () => {
    const cycle = responseOf(story().done('2026-11-23T10:25'), NEXT_DAY);
    expect(cycle).toMatchObject({
      state: 'met',
      stoppedAt: moscow('2026-11-23T10:25'),
      stoppedBy: { how: 'done', by: 'anna' },
    });
  });

  it('does not move when somebody comments after the resolution', () => {
    const cycle = responseOf(
      story().done('2026-11-23T10:25').comment('2026-11-23T10:28'),
      NEXT_DAY,
    );
    expect(cycle.stoppedAt).toBe(moscow('2026-11-23T10:25'));
  });

  it('is the first of several comments', () => {
    const told = story().comment('2026-11-23T10:05').comment('2026-11-23T10:06');
    expect(responseOf(told, NEXT_DAY).stoppedAt).toBe(moscow('2026-11-23T10:05'));
  });

  it('late and resolved in time are two verdicts', () => {
    const told = story().comment('2026-11-23T10:39').done('2026-11-23T12:00');
    expect(responseOf(told, NEXT_DAY)).toMatchObject({
      state: 'breached',
      remainingMs: -9 * MINUTE,
    });
    expect(resolutionsOf(told, NEXT_DAY)[0].state).toBe('met');
  });

  it('does not end the resolution: it goes on after the client replied', () => {
    const told = story()
      .comment('2026-11-23T10:10')
      .status('2026-11-23T10:10', WAITING)
      .comment('2026-11-23T11:10', 'client')
      .status('2026-11-23T11:10', WORKING, { by: 'client' });
    expect(resolutionsOf(told, '2026-11-23T11:40')[0]).toMatchObject({
      state: 'running',
      elapsedMs: 40 * MINUTE,
      pausedMs: 60 * MINUTE,
    });
  });

  it('is excluded when closing as Duplicate was all that happened', () => {
    const told = story()
      .status('2026-11-23T10:25', DONE)
      .resolution('2026-11-23T10:25', 'Duplicate');
    expect(responseOf(told, NEXT_DAY)).toMatchObject({
      state: 'excluded',
      reason: 'closed as Duplicate',
    });
    expect(resolutionsOf(told, NEXT_DAY)[0].state).toBe('excluded');
  });

  it('counts when it was given before the issue was closed as Duplicate', () => {
    const told = story()
      .comment('2026-11-23T10:10')
      .status('2026-11-23T10:25', DONE)
      .resolution('2026-11-23T10:25', 'Duplicate');
    expect(responseOf(told, NEXT_DAY).state).toBe('met');
  });

  it('happens once: reopening starts no second response', () => {
    const told = story()
      .done('2026-11-23T10:25')
      .status('2026-11-23T12:00', OPEN)
      .comment('2026-11-23T13:00');
    expect(responseOf(told, NEXT_DAY).stoppedAt).toBe(moscow('2026-11-23T10:25'));
  });
});
