import type { Policy } from '../../../src/core/sla/policy/policy';
import { WAITING, WORKING } from '../../builders/incident';
import {
  IncidentStory,
  momentOf,
  OFFICE_POLICY,
  resolutionsOf,
  responseOf,
} from '../../builders/incident-story';

const MINUTE = 60_000;

function policyWith(holidays: readonly string[]): Policy {
  const goals = (urgent: string, high: string, low: string) => [
    { when: { priority: ['Urgent'] }, target: urgent, calendar: 'helpdesk' },
    { when: { priority: ['High'] }, target: high, calendar: 'helpdesk' },
    { target: low, calendar: 'helpdesk' },
  ];
  return {
    ...OFFICE_POLICY,
    calendars: OFFICE_POLICY.calendars.map((calendar) => ({
      ...calendar,
      holidays: holidays.map((date) => ({ date })),
    })),
    clocks: {
      response: { goals: goals('30m', '1h', '24h'), by: ['publicComment'] },
      resolution: {
        goals: goals('2h', '4h', '72h'),
        pause: [{ status: ['Waiting for client'], reason: 'client' }],
      },
    },
  };
}

const raised = (at: string, priority: string) =>
  new IncidentStory(at, { priorityAtCreation: { id: priority, name: priority } });

/** The vectors of Frappe Helpdesk's own tests, on Moscow time; 2026-11-16 is a Monday. */
describe('Frappe Helpdesk: Mon-Fri 10-18, Urgent 30 m / 2 h, High 1 h / 4 h, Low 24 h / 72 h', () => {
  it.each([
    ['Mon 08:00 High: 11:00 and 14:00', '16T08:00', 'High', [], '16T11:00', '16T14:00'],
    ['Mon 20:00 Urgent: Tue 10:30 and 12:00', '16T20:00', 'Urgent', [], '17T10:30', '17T12:00'],
    ['Fri 17:00 Urgent: 17:30 and Mon 11:00', '20T17:00', 'Urgent', [], '20T17:30', '23T11:00'],
    ['Fri 19:00 High: Mon 11:00 and 14:00', '20T19:00', 'High', [], '23T11:00', '23T14:00'],
    [
      'Sat 15:00 Low: Wed 18:00 and the second Thu 18:00',
      '21T15:00',
      'Low',
      [],
      '25T18:00',
      '03T18:00',
    ],
    [
      'Thu 15:00 Urgent before two holidays: Mon 10:30 and 12:00',
      ...(['19T15:00', 'Urgent', ['2026-11-19', '2026-11-20'], '23T10:30', '23T12:00'] as const),
    ],
  ])('%s', (_sentence, created, priority, holidays, response, resolution) => {
    const story = raised(`2026-11-${created}`, priority);
    const policy = policyWith(holidays);
    const month = resolution.startsWith('03') ? '12' : '11';
    expect(responseOf(story, `2026-11-${created}`, policy).dueAt).toBe(
      momentOf(`2026-11-${response}`),
    );
    expect(resolutionsOf(story, `2026-11-${created}`, policy)[0].dueAt).toBe(
      momentOf(`2026-${month}-${resolution}`),
    );
  });

  it.each([
    ['1 h on hold: 18:00', '2026-11-19T16:00:00', '2026-11-19T18:00:00'],
    ['1 h 1 s on hold: Fri 10:00:01', '2026-11-19T16:00:01', '2026-11-20T10:00:01'],
  ])('Thu 15:00 Urgent with %s', (_sentence, resumed, due) => {
    const story = raised('2026-11-19T15:00', 'Urgent')
      .status('2026-11-19T15:00', WAITING)
      .status(resumed, WORKING);
    const [cycle] = resolutionsOf(story, resumed, policyWith([]));
    expect(cycle.dueAt).toBe(momentOf(due));
  });

  it('Thu 17:30 High, on hold from 17:50 to Mon 12:30 over a holiday: held 2 h 40 m, took 50 m', () => {
    const story = raised('2026-11-19T17:30', 'High')
      .status('2026-11-19T17:50', WAITING)
      .status('2026-11-23T12:30', WORKING)
      .done('2026-11-23T13:00');
    const [cycle] = resolutionsOf(story, '2026-11-24T00:00', policyWith(['2026-11-20']));
    expect(cycle).toMatchObject({ pausedMs: 160 * MINUTE, elapsedMs: 50 * MINUTE, state: 'met' });
  });

  it('a reply after 39 m of 30 m failed by 9 m', () => {
    const story = raised('2026-11-16T10:00', 'Urgent').comment('2026-11-16T10:39');
    const cycle = responseOf(story, '2026-11-17T00:00', policyWith([]));
    expect(cycle).toMatchObject({ state: 'breached', remainingMs: -9 * MINUTE });
  });

  it('resolved after 2 h 15 m of 2 h failed by 15 m', () => {
    const story = raised('2026-11-16T10:00', 'Urgent').done('2026-11-16T12:15');
    const [cycle] = resolutionsOf(story, '2026-11-17T00:00', policyWith([]));
    expect(cycle).toMatchObject({ state: 'breached', remainingMs: -15 * MINUTE });
  });

  it('created 17:55 and answered 18:05 did not fail', () => {
    const story = raised('2026-11-16T17:55', 'Urgent').comment('2026-11-16T18:05');
    const cycle = responseOf(story, '2026-11-17T00:00', policyWith([]));
    expect(cycle).toMatchObject({ state: 'met', elapsedMs: 5 * MINUTE });
  });
});
