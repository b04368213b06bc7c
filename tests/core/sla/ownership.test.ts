import { span } from '../../../src/core/time';
import { DONE, moscow, WAITING, WORKING } from '../../builders/incident';
import {
  allCyclesOf,
  IncidentStory,
  resolutionsOf,
  withClocks,
} from '../../builders/incident-story';

const HOUR = 3_600_000;
const LATER = '2026-11-24T00:00';
const ownership = {
  goals: [
    { when: { department: ['Network'] }, target: '1h', calendar: 'msk' },
    { target: '3h', calendar: 'msk' },
  ],
  pause: [{ status: ['Waiting for client'], reason: 'internal' as const }],
};
const policy = withClocks({ ownership });
const story = () => new IncidentStory('2026-11-23T10:00', { projectAtCreation: 'Network' });

/** Moscow time: Monday 2026-11-23. Network has 1 h, everybody else 3 h. */
describe('how long a department has an issue', () => {
  it('ends with the move to another one, where the next begins with its own goal', () => {
    const told = story().moved('2026-11-23T12:00', 'Network', 'Servers').done('2026-11-23T14:00');
    expect(allCyclesOf(told, LATER, policy)).toEqual([
      expect.objectContaining({
        ...{ clock: 'ownership', cycle: 1, department: 'Network', elapsedMs: 2 * HOUR },
        ...{ state: 'breached', stoppedBy: { how: 'moved', by: 'anna' } },
      }),
      expect.objectContaining({
        ...{ cycle: 2, department: 'Servers', elapsedMs: 2 * HOUR, state: 'met' },
      }),
    ]);
  });

  it('is not touched by another assignee', () => {
    const told = story().assign('2026-11-23T10:30', 'boris');
    expect(allCyclesOf(told, '2026-11-23T11:00', policy)).toHaveLength(1);
  });

  it('may be told by a field; without a value it is nobody’s turn', () => {
    const byField = withClocks({ ownership: { ...ownership, department: { field: 'Team' } } });
    const told = story()
      .field('2026-11-23T11:00', 'Team', 'Network')
      .field('2026-11-23T11:30', 'Team', null);
    expect(allCyclesOf(told, LATER, byField)).toMatchObject([
      { department: 'Network', elapsedMs: HOUR / 2, state: 'met' },
    ]);
  });

  it('stands still while the department waits inside the company, the client’s clock does not', () => {
    const told = story().status('2026-11-23T10:30', WAITING).status('2026-11-23T11:30', WORKING);
    const both = withClocks({
      ownership,
      resolution: { goals: [{ target: '4h', calendar: 'msk' }] },
    });
    expect(resolutionsOf(told, '2026-11-23T12:00', both)[0]).toMatchObject({ elapsedMs: 2 * HOUR });
    expect(allCyclesOf(told, '2026-11-23T12:00', both).at(-1)).toMatchObject({
      ...{
        clock: 'ownership',
        elapsedMs: HOUR,
        pausedFor: { client: 0, vendor: 0, internal: HOUR },
      },
    });
  });

  it('stands still while another department’s work is in the way', () => {
    const blocked = [
      { span: span(moscow('2026-11-23T10:30'), moscow('2026-11-23T11:30')), by: 'Backup' },
    ];
    const [cycle] = allCyclesOf(story(), '2026-11-23T12:00', policy, { blocked });
    expect(cycle).toMatchObject({ elapsedMs: HOUR, pausedMs: HOUR, state: 'running' });
  });

  it('begins again when the issue is reopened', () => {
    const told = story().done('2026-11-23T10:30').status('2026-11-23T12:00', WORKING);
    expect(allCyclesOf(told, '2026-11-23T12:30', policy)).toMatchObject([
      { cycle: 1, elapsedMs: HOUR / 2, state: 'met' },
      { cycle: 2, startedAt: moscow('2026-11-23T12:00'), elapsedMs: HOUR / 2, state: 'running' },
    ]);
  });

  it('does not begin with an issue that was created closed', () => {
    const closed = new IncidentStory('2026-11-23T10:00', { statusAtCreation: DONE });
    expect(allCyclesOf(closed, LATER, policy)).toEqual([]);
  });
});
