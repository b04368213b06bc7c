import { DONE, moscow, OPEN, WAITING, WORKING } from '../../builders/incident';
import {
  allCyclesOf,
  IncidentStory,
  resolutionsOf,
  withClocks,
} from '../../builders/incident-story';

const MINUTE = 60_000;
const goals = [{ target: '4h', calendar: 'msk' }];
const resolution = (rules: object) => withClocks({ resolution: { goals, ...rules } });
const story = () => new IncidentStory('2026-11-23T10:00');
const LATER = '2026-11-23T13:00';

/** Moscow time: Monday 2026-11-23, 09-18, goal 4 h. */
describe('a clock that is started over', () => {
  it('by a field, is not by a change of another field', () => {
    const told = story()
      .field('2026-11-23T11:00', 'Escalated', 'yes')
      .field('2026-11-23T12:00', 'Team', 'Network');
    const policy = resolution({ reset: [{ field: { name: 'Escalated', is: ['yes'] } }] });
    expect(resolutionsOf(told, LATER, policy)).toMatchObject([
      { state: 'excluded', elapsedMs: 60 * MINUTE },
      { startedAt: moscow('2026-11-23T11:00'), elapsedMs: 120 * MINUTE },
    ]);
  });

  it('by a client’s comment, is neither by an internal note nor by a bot', () => {
    const told = story()
      .comment('2026-11-23T11:00', 'client')
      .note('2026-11-23T12:00')
      .botComment('2026-11-23T12:30');
    expect(
      resolutionsOf(told, LATER, resolution({ reset: [{ comment: 'client' }] })),
    ).toMatchObject([
      { state: 'excluded' },
      { startedAt: moscow('2026-11-23T11:00'), state: 'running' },
    ]);
  });

  it('by a status category, is not by a move within it', () => {
    const told = story().status('2026-11-23T11:00', WORKING).status('2026-11-23T12:00', WAITING);
    const policy = resolution({ reset: [{ statusCategory: 'indeterminate' }] });
    expect(resolutionsOf(told, LATER, policy)).toHaveLength(2);
  });
});

describe('a clock with a stop of its own', () => {
  const stop = [{ statusCategory: 'done' }];

  it('does not count what was cancelled either', () => {
    const told = story()
      .status('2026-11-23T11:00', DONE)
      .resolution('2026-11-23T11:00', 'Duplicate')
      .sameRecord();
    expect(resolutionsOf(told, LATER, resolution({ stop }))).toMatchObject([
      { state: 'excluded', reason: 'closed as Duplicate', elapsedMs: 60 * MINUTE },
    ]);
  });

  it('never stopped when its stop is undone within the grace of 5 minutes', () => {
    const told = story()
      .status('2026-11-23T11:00', DONE)
      .status('2026-11-23T11:02', WORKING)
      .done('2026-11-23T12:00');
    expect(resolutionsOf(told, LATER, resolution({ stop, reopenGrace: '5m' }))).toMatchObject([
      { cycle: 1, elapsedMs: 120 * MINUTE, state: 'met' },
    ]);
  });
});

describe('an issue that was closed by accident', () => {
  it('was answered by whoever wrote before it was reopened', () => {
    const told = story()
      .status('2026-11-23T10:10', DONE, { by: 'client' })
      .comment('2026-11-23T10:11')
      .status('2026-11-23T10:12', OPEN, { by: 'client' });
    const policy = withClocks({
      response: { goals: [{ target: '30m', calendar: 'msk' }] },
      resolution: { goals, reopenGrace: '5m' },
    });
    expect(allCyclesOf(told, LATER, policy)[0]).toMatchObject({
      ...{ clock: 'response', state: 'met', stoppedAt: moscow('2026-11-23T10:11') },
      ...{ elapsedMs: 11 * MINUTE, stoppedBy: { how: 'publicComment', by: 'anna' } },
    });
  });
});

describe('an issue that was closed for two minutes, within the grace of five', () => {
  const policy = withClocks({
    resolution: { goals, reopenGrace: '5m' },
    nextResponse: { goals: [{ target: '2h', calendar: 'msk' }] },
    ownership: { goals },
  });
  const told = () =>
    story()
      .comment('2026-11-23T10:30', 'client')
      .status('2026-11-23T11:00', DONE)
      .status('2026-11-23T11:02', OPEN);
  const others = (cycles: ReturnType<typeof allCyclesOf>) =>
    cycles.filter(({ clock }) => clock !== 'resolution');

  it('still has the same department and the same message without an answer', () => {
    expect(others(allCyclesOf(told(), LATER, policy))).toMatchObject([
      { clock: 'nextResponse', cycle: 1, stoppedAt: null, elapsedMs: 150 * MINUTE },
      { clock: 'ownership', cycle: 1, stoppedAt: null, elapsedMs: 180 * MINUTE },
    ]);
  });

  it('is another department’s when it was moved meanwhile', () => {
    const moved = story()
      .status('2026-11-23T11:00', DONE)
      .moved('2026-11-23T11:01', 'SUP', 'NET')
      .status('2026-11-23T11:02', OPEN);
    expect(others(allCyclesOf(moved, LATER, policy))).toMatchObject([
      { department: 'SUP', elapsedMs: 60 * MINUTE },
      { department: 'NET', startedAt: moscow('2026-11-23T11:02') },
    ]);
  });
});

describe('a message to a closed issue', () => {
  const policy = withClocks({ nextResponse: { goals: [{ target: '2h', calendar: 'msk' }] } });

  it('is waited for from its reopening on', () => {
    const told = story()
      .done('2026-11-23T11:00')
      .comment('2026-11-23T12:00', 'client')
      .status('2026-11-23T12:10', OPEN);
    expect(allCyclesOf(told, LATER, policy)).toMatchObject([
      { startedAt: moscow('2026-11-23T12:10'), dueAt: moscow('2026-11-23T14:10') },
    ]);
  });

  it('is not when it was answered before that', () => {
    const told = story()
      .done('2026-11-23T11:00')
      .comment('2026-11-23T12:00', 'client')
      .comment('2026-11-23T12:05')
      .status('2026-11-23T12:10', OPEN);
    expect(allCyclesOf(told, LATER, policy)).toEqual([]);
  });
});
