import { moscow } from '../../builders/incident';
import { allCyclesOf, IncidentStory, withClocks } from '../../builders/incident-story';

const MINUTE = 60_000;
const goals = [{ target: '2h', calendar: 'msk' }];
const policy = (rules: object = {}) => withClocks({ nextResponse: { goals, ...rules } });
const story = () => new IncidentStory('2026-11-23T10:00');
const LATER = '2026-11-24T00:00';

/** Moscow time: Monday 2026-11-23, an answer within 2 h of work. The reporter is `client`. */
describe('the answer to later messages', () => {
  it('is waited for from the oldest one that nobody answered, and repeats do not move it', () => {
    const told = story()
      .comment('2026-11-23T11:00', 'client')
      .comment('2026-11-23T12:00', 'client')
      .comment('2026-11-23T12:30', 'anna');
    expect(allCyclesOf(told, LATER, policy())).toEqual([
      expect.objectContaining({
        ...{ clock: 'nextResponse', cycle: 1, startedAt: moscow('2026-11-23T11:00') },
        ...{
          elapsedMs: 90 * MINUTE,
          state: 'met',
          stoppedBy: { how: 'publicComment', by: 'anna' },
        },
      }),
    ]);
  });

  it('is a cycle of its own for each exchange, each with the full goal', () => {
    const told = story()
      .comment('2026-11-23T11:00', 'client')
      .comment('2026-11-23T11:30', 'anna')
      .comment('2026-11-23T12:00', 'client')
      .comment('2026-11-23T14:30', 'anna');
    expect(allCyclesOf(told, LATER, policy()).map(({ cycle, state }) => [cycle, state])).toEqual([
      [1, 'met'],
      [2, 'breached'],
    ]);
  });

  it('is neither an internal note nor a word of a bot', () => {
    const told = story()
      .comment('2026-11-23T11:00', 'client')
      .note('2026-11-23T11:10')
      .botComment('2026-11-23T11:20');
    expect(allCyclesOf(told, '2026-11-23T12:00', policy())).toMatchObject([
      { state: 'running', elapsedMs: 60 * MINUTE, dueAt: moscow('2026-11-23T13:00') },
    ]);
  });

  it('is not waited for before the client wrote, nor after the issue was closed', () => {
    const told = story().done('2026-11-23T11:00').comment('2026-11-23T11:30', 'client');
    expect(allCyclesOf(told, LATER, policy())).toEqual([]);
  });

  it('ends with the issue', () => {
    const told = story().comment('2026-11-23T11:00', 'client').done('2026-11-23T11:40');
    expect(allCyclesOf(told, LATER, policy())).toMatchObject([
      { state: 'met', stoppedBy: { how: 'done' }, elapsedMs: 40 * MINUTE },
    ]);
  });

  it('may be counted from any contact, the first time from creation', () => {
    const told = story().comment('2026-11-23T11:00', 'anna').comment('2026-11-23T12:00', 'client');
    const cycles = allCyclesOf(told, '2026-11-23T12:30', policy({ from: 'anyContact' }));
    expect(cycles.map(({ startedAt, dueAt }) => [startedAt, dueAt])).toEqual([
      [moscow('2026-11-23T10:00'), moscow('2026-11-23T12:00')],
      [moscow('2026-11-23T11:00'), moscow('2026-11-23T13:00')],
      [moscow('2026-11-23T12:00'), moscow('2026-11-23T14:00')],
    ]);
  });

  it('may be counted from our own answer, so that the client is kept informed', () => {
    const told = story().comment('2026-11-23T11:00', 'anna').comment('2026-11-23T12:00', 'client');
    expect(allCyclesOf(told, '2026-11-23T12:30', policy({ from: 'ourAnswer' }))).toMatchObject([
      { startedAt: moscow('2026-11-23T11:00'), stoppedBy: { how: 'clientComment' }, state: 'met' },
    ]);
  });
});

describe('the first response to an issue that staff reported', () => {
  const asked = withClocks(
    { response: { goals: [{ target: '30m', calendar: 'msk' }] } },
    { team: { members: ['anna', 'boris'] } },
  );
  const own = () => new IncidentStory('2026-11-23T10:00', { reporterId: 'anna' });

  it('is not waited for', () => expect(allCyclesOf(own(), LATER, asked)).toEqual([]));

  it('is, when the policy counts everybody, or when he reports for clients', () => {
    const everybody = withClocks(
      { response: { goals: [{ target: '30m', calendar: 'msk' }], requester: 'everybody' } },
      { team: { members: ['anna', 'boris'] } },
    );
    const forClients = { ...asked, team: { members: ['anna'], evenIfReporter: ['anna'] } };
    expect(allCyclesOf(own(), '2026-11-23T10:10', everybody)).toHaveLength(1);
    expect(allCyclesOf(own(), '2026-11-23T10:10', forClients)).toHaveLength(1);
  });

  it('is always waited for by a client', () => {
    expect(allCyclesOf(story(), '2026-11-23T10:10', asked)).toMatchObject([{ state: 'running' }]);
  });
});
