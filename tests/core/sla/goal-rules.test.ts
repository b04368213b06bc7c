import type { PriorityChange } from '../../../src/core/sla/policy/rules';
import { cycleRows, type RowOrigin, type RowProof } from '../../../src/core/sla/verdict/cycle-row';
import { millis } from '../../../src/core/time';
import { moscow, WAITING, WORKING } from '../../builders/incident';
import {
  allCyclesOf,
  IncidentStory,
  resolutionsOf,
  withClocks,
} from '../../builders/incident-story';

const HOUR = 3_600_000;
const policy = (priorityChange: PriorityChange) =>
  withClocks({
    resolution: {
      goals: [
        { when: { priority: ['P1'] }, target: '4h', calendar: 'moscow-always' },
        { when: { priority: ['High'] }, target: '2h', calendar: 'msk' },
        { when: { priority: ['Medium'] }, target: '3h', calendar: 'msk' },
        { when: { priority: ['P3'] }, target: '20h', calendar: 'msk' },
      ],
      pause: [{ status: ['Waiting for client'], reason: 'client' }],
      priorityChange,
    },
  });
const named = (name: string) => ({ priorityAtCreation: { id: name, name } });
const raised = () =>
  new IncidentStory('2026-11-23T10:00', named('Medium')).priority('2026-11-23T11:00', 'High');

const ORIGIN: RowOrigin = {
  ...{ clientProjectId: 'id-ACME', policyKey: 'gold', selectionHash: '', isPublished: false },
  computedAt: moscow('2026-11-23T11:30'),
};
const PROOF: RowProof = {
  ...{ calendarHash: null, inputHash: '', frozenAt: null, source: 'observed' },
};

/** Moscow time: Monday 2026-11-23, Medium 3 h from 10:00, raised to High 2 h at 11:00. */
describe('another priority, by the rule', () => {
  it('carry: the hour counts, due at 12:00', () => {
    const [cycle] = resolutionsOf(raised(), '2026-11-23T11:30', policy('carry'));
    expect(cycle).toMatchObject({ dueAt: moscow('2026-11-23T12:00'), elapsedMs: 1.5 * HOUR });
  });

  it('fromChange: the new goal counts from the change, due at 13:00; the hour is kept apart', () => {
    const [cycle] = resolutionsOf(raised(), '2026-11-23T11:30', policy('fromChange'));
    expect(cycle).toMatchObject({
      ...{ dueAt: moscow('2026-11-23T13:00'), elapsedMs: HOUR / 2, beforeChangeMs: HOUR },
    });
  });

  it.each([
    ['carry', 1.5, 0],
    ['fromChange', 0.5, 1],
  ] as const)('%s: what is stored at 11:30 adds up to 1 h 30 m', (rule, elapsed, before) => {
    const cycles = allCyclesOf(raised(), '2026-11-23T11:30', policy(rule));
    const resolution = cycles.filter(({ clock }) => clock === 'resolution');
    const [row] = cycleRows({ issueId: '1', projectId: '10100' }, resolution, ORIGIN, () => PROOF);
    expect(row).toMatchObject({ elapsedMs: elapsed * HOUR, beforeChangeMs: before * HOUR });
  });

  it('recompute: the whole life under the new goal and calendar, 19 h at once and breached', () => {
    const story = new IncidentStory('2026-11-20T17:00', named('P3')).priority(
      ...(['2026-11-21T12:00', 'P1'] as const),
    );
    const [cycle] = resolutionsOf(story, '2026-11-21T12:00', policy('recompute'));
    expect(cycle).toMatchObject({
      ...{ elapsedMs: 19 * HOUR, state: 'breached', breachedAt: moscow('2026-11-20T21:00') },
    });
  });

  it('recompute: pauses stay pauses', () => {
    const story = new IncidentStory('2026-11-23T10:00', named('Medium'))
      .status('2026-11-23T10:30', WAITING)
      .status('2026-11-23T11:30', WORKING)
      .priority('2026-11-23T12:00', 'High');
    const [cycle] = resolutionsOf(story, '2026-11-23T12:00', policy('recompute'));
    expect(cycle).toMatchObject({
      ...{ elapsedMs: HOUR, pausedMs: HOUR, dueAt: moscow('2026-11-23T13:00') },
    });
  });

  it('reset: the first cycle ends uncounted and the second has the whole goal', () => {
    expect(resolutionsOf(raised(), '2026-11-23T11:30', policy('reset'))).toMatchObject([
      { cycle: 1, state: 'excluded', reason: 'started over: the goal changed', elapsedMs: HOUR },
      { cycle: 2, state: 'running', carriedMs: 0, dueAt: moscow('2026-11-23T13:00') },
    ]);
  });

  it('reset: what was breached by then stays breached', () => {
    const story = new IncidentStory('2026-11-23T10:00', named('High')).priority(
      ...(['2026-11-23T12:30', 'Medium'] as const),
    );
    const [first] = resolutionsOf(story, '2026-11-23T13:00', policy('reset'));
    expect(first).toMatchObject({ state: 'breached', breachedAt: moscow('2026-11-23T12:00') });
  });
});

describe('a goal that was made easier late', () => {
  const lowered = (at: string) =>
    new IncidentStory('2026-11-23T10:00', named('High')).priority(at, 'Medium');
  const flag = (story: IncidentStory) =>
    resolutionsOf(story, '2026-11-23T13:00', policy('carry'))[0].goalChangedLate;

  it.each([
    ['in its last tenth is flagged: 11:48 of 10:00 to 12:00', '2026-11-23T11:48', true],
    ['before that is not', '2026-11-23T11:47', false],
    ['after the breach is flagged', '2026-11-23T12:30', true],
  ])('%s', (_sentence, at, expected) => expect(flag(lowered(at))).toBe(expected));

  it('is not one that was made harder', () => {
    const story = new IncidentStory('2026-11-23T10:00', named('Medium'));
    expect(flag(story.priority('2026-11-23T12:55', 'High'))).toBe(false);
  });

  it('keeps the priority that the breach happened under', () => {
    const [cycle] = resolutionsOf(lowered('2026-11-23T12:30'), '2026-11-23T13:00', policy('carry'));
    expect(cycle.decidedPriority?.name).toBe('High');
    expect(cycle.priority?.name).toBe('Medium');
  });
});

describe('a goal until the due date', () => {
  const negotiated = withClocks({
    resolution: {
      goals: [{ target: 'due date', calendar: 'msk' }],
      pause: [{ status: ['Waiting for client'], reason: 'client' }],
    },
  });
  const story = () => new IncidentStory('2026-11-23T10:00', { dueDateAtCreation: '2026-11-24' });

  it('ends with that day, and no pause moves it', () => {
    const [cycle] = resolutionsOf(
      ...([story().status('2026-11-23T11:00', WAITING), '2026-11-23T16:00', negotiated] as const),
    );
    expect(cycle).toMatchObject({ state: 'paused', dueAt: moscow('2026-11-25T00:00') });
    const [late] = resolutionsOf(
      ...([story().status('2026-11-23T11:00', WAITING), '2026-11-25T10:00', negotiated] as const),
    );
    expect(late).toMatchObject({ state: 'breached', breachedAt: moscow('2026-11-25T00:00') });
  });

  it('follows another due date, and has no target without one', () => {
    const moved = story().dueDate('2026-11-23T12:00', '2026-11-26');
    const cleared = story().dueDate('2026-11-23T12:00', null);
    expect(resolutionsOf(moved, '2026-11-23T13:00', negotiated)[0].dueAt).toBe(
      moscow('2026-11-27T00:00'),
    );
    expect(resolutionsOf(cleared, '2026-11-23T13:00', negotiated)[0].state).toBe('noTarget');
  });

  it.each(['carry', 'fromChange', 'reset', 'recompute'] as const)(
    'is not chosen anew by what ends the clock: 2 h of 17 h whatever the rule is (%s)',
    (priorityChange) => {
      const goals = [{ target: 'due date', calendar: 'msk' }];
      const policy = withClocks({ resolution: { goals, priorityChange } });
      const done = story().resolution('2026-11-23T12:00', 'Done').done('2026-11-23T12:00');
      // Monday 10:00 to 18:00 and Tuesday 09:00 to 18:00.
      expect(allCyclesOf(done, '2026-11-26T10:00', policy)).toMatchObject([
        {
          ...{ state: 'met', elapsedMs: 2 * HOUR, beforeChangeMs: 0, targetMs: 17 * HOUR },
          ...{ startedAt: moscow('2026-11-23T10:00'), dueAt: moscow('2026-11-25T00:00') },
        },
      ]);
    },
  );

  it('is no other goal when only the type of the issue changes', () => {
    const policy = withClocks({
      resolution: { goals: [{ target: 'due date', calendar: 'msk' }], priorityChange: 'reset' },
    });
    const told = new IncidentStory('2026-11-23T10:00', { dueDateAtCreation: '2026-11-24' });
    const cycles = allCyclesOf(
      told.issueType('2026-11-23T12:00', 'Bug'),
      '2026-11-23T14:00',
      policy,
    );
    expect(cycles).toMatchObject([{ startedAt: moscow('2026-11-23T10:00'), state: 'running' }]);
  });

  it('stays extended by hand when only the type of the issue changes', () => {
    const policy = withClocks({ resolution: { goals: [{ target: 'due date', calendar: 'msk' }] } });
    const told = new IncidentStory('2026-11-23T10:00', { dueDateAtCreation: '2026-11-24' });
    const act = {
      ...({ kind: 'extend', from: 'target', ms: 3_600_000, clock: 'resolution' } as const),
      ...{ at: moscow('2026-11-23T11:00'), by: 'tam', reason: 'agreed by phone' },
    };
    const inputs = { acts: [{ ...act, ms: millis(act.ms) }] };
    const changed = told.issueType('2026-11-23T12:00', 'Bug');
    expect(allCyclesOf(changed, '2026-11-23T14:00', policy, inputs)).toMatchObject([
      { dueAt: moscow('2026-11-25T10:00') },
    ]);
  });

  it('takes no notice of one where the goal is working time', () => {
    const told = new IncidentStory('2026-11-23T10:00').dueDate('2026-11-23T10:30', '2026-11-23');
    const [cycle] = resolutionsOf(told, '2026-11-23T11:00');
    expect(cycle.dueAt).toBe(moscow('2026-11-23T14:00'));
  });
});

describe('a goal of working days', () => {
  const days = (dayEnd?: 'closing' | 'endOfDay') =>
    withClocks({
      resolution: {
        goals: [{ target: '2 working days', calendar: 'msk', ...(dayEnd && { dayEnd }) }],
        pause: [{ status: ['Waiting for client'], reason: 'client' }],
      },
    });

  it('from Fri 12:00 is due Tue 12:00, and at the end of that day Tue 18:00', () => {
    const story = new IncidentStory('2026-11-20T12:00');
    expect(resolutionsOf(story, '2026-11-20T13:00', days())[0].dueAt).toBe(
      moscow('2026-11-24T12:00'),
    );
    expect(resolutionsOf(story, '2026-11-20T13:00', days('endOfDay'))[0].dueAt).toBe(
      moscow('2026-11-24T18:00'),
    );
  });

  it('from Fri 19:00 is due Wed 09:00, and is breached a second later', () => {
    const story = () => new IncidentStory('2026-11-20T19:00');
    expect(resolutionsOf(story(), '2026-11-23T13:00', days())[0].dueAt).toBe(
      moscow('2026-11-25T09:00'),
    );
    const [late] = resolutionsOf(story().done('2026-11-25T09:00:01'), '2026-11-26T00:00', days());
    expect(late).toMatchObject({ state: 'breached', breachedAt: moscow('2026-11-25T09:00') });
  });

  it('is moved by the working time of a pause', () => {
    const story = new IncidentStory('2026-11-20T12:00')
      .status('2026-11-20T17:00', WAITING)
      .status('2026-11-23T10:00', WORKING);
    expect(resolutionsOf(story, '2026-11-23T13:00', days())[0].dueAt).toBe(
      moscow('2026-11-24T14:00'),
    );
  });
});
