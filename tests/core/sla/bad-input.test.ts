import { historyProblems } from '../../../src/core/sla/judge/history-problems';
import { checkPolicy } from '../../../src/core/sla/policy/check-policy';
import type { Policy } from '../../../src/core/sla/policy/policy';
import type { ClockRules, ResolutionRules } from '../../../src/core/sla/policy/rules';
import { MSK } from '../../builders/calendars';
import { comment, incident, moscow } from '../../builders/incident';
import {
  allCyclesOf,
  IncidentStory,
  OFFICE_POLICY,
  withClocks,
} from '../../builders/incident-story';

const goals = [{ target: '4h', calendar: 'msk' }];
const problems = (rules: Partial<ResolutionRules>, change: Partial<Policy> = {}) =>
  checkPolicy(withClocks({ resolution: { goals, ...rules } }, change));
const goal = (change: Partial<ClockRules['goals'][number]>) => ({
  goals: [{ target: '4h', calendar: 'msk', ...change }],
});

describe('a policy that cannot work', () => {
  it.each<[string, string[], string]>([
    [
      'a stop that can never be reached',
      problems({ stop: [] }),
      'clocks.resolution.stop: is empty, so nothing ever stops it',
    ],
    [
      'a stop by nothing',
      problems({ stop: [{ status: [] }] }),
      'clocks.resolution.stop[0]: has an empty list, so it never holds',
    ],
    [
      'a condition that says nothing',
      problems({ start: [{}] }),
      'clocks.resolution.start[0]: says nothing, so it never holds',
    ],
    [
      'a start equal to its stop',
      problems({ start: [{ status: ['Open'] }], stop: [{ status: ['open'] }] }),
      'clocks.resolution: start and stop are the same, so it would end where it begins',
    ],
    [
      'a start that is one of several stops',
      problems({ start: [{ status: ['Open'] }], stop: [{ status: ['Closed', 'Open'] }] }),
      'clocks.resolution: start[0] is a stop as well, so it would end where it begins',
    ],
    [
      'a start in Done, where every clock stops',
      problems({ start: [{ statusCategory: 'done', assignee: 'set' }] }),
      'clocks.resolution: start[0] is a stop as well, so it would end where it begins',
    ],
    [
      'a pause that is one of several stops',
      problems({
        stop: [{ resolution: 'set' }],
        pause: [{ resolution: ['Fixed'], reason: 'client' }],
      }),
      'clocks.resolution: pause[0] is a stop as well, so it would never pause',
    ],
    [
      'a condition on a field without name',
      problems({ stop: [{ field: { name: ' ', is: 'set' } }] }),
      'clocks.resolution.stop[0]: names no field, so it never holds',
    ],
    [
      'a goal that two earlier ones take together',
      problems({
        goals: [
          { when: { priority: ['P1'] }, target: '1h', calendar: 'msk' },
          { when: { priority: ['p2'] }, target: '2h', calendar: 'msk' },
          { when: { priority: ['P1', 'P2'], issueType: ['Bug'] }, target: '3h', calendar: 'msk' },
        ],
      }),
      'clocks.resolution.goals[2]: is never reached, goals[0] and goals[1] take everything it could',
    ],
    [
      'two goals by one JQL',
      problems({
        goals: [
          { when: { jql: 'labels = vip' }, target: '1h', calendar: 'msk' },
          { when: { jql: 'Labels =  VIP', priority: ['P1'] }, target: '2h', calendar: 'msk' },
        ],
      }),
      'clocks.resolution.goals[1]: is never reached, goals[0] takes everything it could',
    ],
    [
      'a goal by JQL that does not parse',
      problems(goal({ when: { jql: 'labels in vip' } })),
      'clocks.resolution.goals[0].when.jql: cannot be read as JQL: expected a list in ( ), found "vip" at character 11',
    ],
    [
      'a goal by JQL of which no past is known',
      problems(goal({ when: { jql: 'labels = vip AND summary ~ down' } })),
      expect.stringMatching(/^clocks\.resolution\.goals\[0\]\.when\.jql: the past of "summary"/),
    ],
    [
      'a stop equal to its pause',
      problems({
        stop: [{ status: ['Waiting'] }],
        pause: [{ status: ['Waiting'], reason: 'client' }],
      }),
      'clocks.resolution: stop and pause are the same, so it would never pause',
    ],
    [
      'no working days',
      problems(goal({ target: '0 working days' })),
      'clocks.resolution.goals[0]: a target of 0 is breached at once',
    ],
    [
      'the end of a day of a goal in hours',
      problems(goal({ dayEnd: 'endOfDay' })),
      'clocks.resolution.goals[0]: dayEnd is for targets of working days',
    ],
    [
      'a window that ends before it begins',
      problems({}, { maintenance: [{ from: '2026-11-24T00:00Z', to: '2026-11-23T00:00Z' }] }),
      'maintenance: 2026-11-24T00:00Z to 2026-11-23T00:00Z is no span of time',
    ],
    [
      'a set of holidays that is not there',
      problems({}, { calendars: [{ ...MSK, holidaySets: ['ours'] }] }),
      'calendars.msk.holidaySets: there is no set "ours"',
    ],
    [
      'a correction of no calendar',
      problems({}, { corrections: ['noc'] }),
      'corrections: no calendar "noc" in this policy',
    ],
    [
      'an order that names a deed twice',
      problems({}, { order: ['stop', 'stop'] }),
      'order: names something twice',
    ],
    [
      'a target of a whole career',
      problems(goal({ target: '99999999d' })),
      'clocks.resolution.goals[0]: target "99999999d" is not a duration like 15m, 4h or 1d 2h',
    ],
  ])('has %s, and that is said', (_what, found, problem) => expect(found).toContainEqual(problem));

  it('may let departments wait inside the company, and only them', () => {
    const pause = [{ status: ['Blocked'], reason: 'internal' as const }];
    expect(checkPolicy(withClocks({ ownership: { goals, pause } }))).toEqual([]);
    expect(problems({ pause })).toHaveLength(1);
  });
});

describe('a policy that can', () => {
  it('begin again by what is not a stop, and pause by it', () => {
    const start = [{ status: ['Open'], assignee: 'set' as const }];
    const pause = [{ status: ['Waiting'], reason: 'client' as const }];
    expect(problems({ start, stop: [{ status: ['Open'], assignee: 'none' }], pause })).toEqual([]);
  });

  it('have a goal that earlier ones take in part', () => {
    const goals = [
      { when: { priority: ['P1'] }, target: '1h', calendar: 'msk' },
      { when: { jql: 'labels = vip' }, target: '2h', calendar: 'msk' },
      { when: { priority: ['P1', 'P2'] }, target: '3h', calendar: 'msk' },
    ];
    expect(problems({ goals })).toEqual([]);
  });
});

/** Moscow time: Monday 2026-11-23. */
describe('a history with odd times', () => {
  it('says which record is early, out of order or yet to come', () => {
    const history = incident({
      events: [
        comment(moscow('2026-11-23T09:00')),
        comment(moscow('2026-11-23T12:00')),
        comment(moscow('2026-11-23T11:00')),
        comment(moscow('2026-11-25T11:00')),
      ],
    });
    const found = historyProblems(history, moscow('2026-11-24T00:00'));
    expect(found.map((text) => text.replace(/^\d+ at |\S+Z/g, '').trim())).toEqual([
      'is from before the issue was created',
      'stands after',
      'is from the future: not looked at yet',
    ]);
  });

  it('says that it begins in the future', () => {
    expect(historyProblems(incident(), moscow('2026-11-23T09:00'))).toEqual([
      'was created in the future, at 2026-11-23T07:00:00.000Z: not judged yet',
    ]);
  });

  it('out of order makes every cycle invalid, with the reason', () => {
    const story = new IncidentStory('2026-11-23T10:00')
      .comment('2026-11-23T12:00', 'client')
      .done('2026-11-23T11:00');
    const cycles = allCyclesOf(story, '2026-11-24T00:00');
    expect(cycles.map(({ state, reason }) => [state, reason])).toEqual(
      Array(2).fill([
        'invalid',
        'history is out of order: 2026-11-23T08:00:00.000Z comes after 2026-11-23T09:00:00.000Z',
      ]),
    );
  });

  it('on a calendar that opened for the last time years ago has no due time and is never late', () => {
    const once = { ...MSK, week: {}, dateHours: { '2020-01-01': ['09:00-18:00'] } };
    const policy = { ...OFFICE_POLICY, calendars: [once, ...OFFICE_POLICY.calendars.slice(1)] };
    const [cycle] = allCyclesOf(new IncidentStory('2026-11-23T10:00'), '2026-11-24T00:00', policy);
    expect(cycle).toMatchObject({ dueAt: null, elapsedMs: 0, state: 'running' });
  });
});
