import { compileCalendar } from '../../../src/core/calendar/calendar';
import { escalationAt } from '../../../src/core/sla/escalation';
import { mailAt, warningsOf } from '../../../src/core/sla/warnings';
import { millis } from '../../../src/core/time';
import { MOSCOW_ALWAYS, MSK, weekOf } from '../../builders/calendars';
import { moscow, WAITING } from '../../builders/incident';
import { IncidentStory, momentOf, resolutionsOf, withClocks } from '../../builders/incident-story';

const HOUR = 3_600_000;
const work = compileCalendar(MSK);
const policy = withClocks({
  resolution: {
    goals: [
      { when: { priority: ['Low'] }, target: '4h', calendar: 'msk' },
      { target: '2h', calendar: 'msk' },
    ],
    pause: [{ status: ['Waiting for client'], reason: 'client' }],
  },
});
const low = { priorityAtCreation: { id: 'Low', name: 'Low' } };
const warnings = (story: IncidentStory, now: string, rules = policy) =>
  warningsOf(resolutionsOf(story, now, rules)[0], work, [50, 75], momentOf(now));

/** Moscow time: Fri 2026-11-20, office hours 09-18. */
describe('warnings', () => {
  it('come in working time: 4 h from Fri 16:00, half of it Fri 18:00, 75 % Mon 10:00', () => {
    expect(warnings(new IncidentStory('2026-11-20T16:00', low), '2026-11-20T16:30')).toEqual([
      { percent: 50, at: moscow('2026-11-20T18:00'), key: 'resolution 1 4h msk 50' },
      { percent: 75, at: moscow('2026-11-23T10:00'), key: 'resolution 1 4h msk 75' },
    ]);
  });

  it('that a change to a shorter goal has passed are due at once, under keys of their own', () => {
    const story = new IncidentStory('2026-11-20T10:00', low).priority('2026-11-20T11:30', 'High');
    expect(warnings(story, '2026-11-20T11:30')).toEqual([
      { percent: 50, at: moscow('2026-11-20T11:30'), key: 'resolution 1 2h msk 50' },
      { percent: 75, at: moscow('2026-11-20T11:30'), key: 'resolution 1 2h msk 75' },
    ]);
  });

  it.each([
    [
      'while the clock is paused',
      new IncidentStory('2026-11-20T10:00').status('2026-11-20T10:30', WAITING),
    ],
    ['once it has stopped', new IncidentStory('2026-11-20T10:00').done('2026-11-20T10:30')],
  ])('are none %s', (_when, story) => expect(warnings(story, '2026-11-20T11:00')).toEqual([]));

  it('are none once it is breached, and none for a goal under ten minutes', () => {
    const short = withClocks({ resolution: { goals: [{ target: '9m', calendar: 'msk' }] } });
    const story = new IncidentStory('2026-11-20T10:00');
    expect(warnings(story, '2026-11-20T13:00')).toEqual([]);
    expect(warnings(story, '2026-11-20T10:01', short)).toEqual([]);
  });

  it('go out at night only for a clock that never sleeps', () => {
    const mail = compileCalendar({ ...MSK, week: weekOf(['mon', 'fri'], ['08:00-20:00']) });
    const night = moscow('2026-11-20T22:00');
    expect(mailAt(night, work, mail)).toBe(moscow('2026-11-23T08:00'));
    expect(mailAt(night, compileCalendar(MOSCOW_ALWAYS), mail)).toBe(night);
  });
});

describe('an escalation', () => {
  const due = moscow('2026-11-23T10:00');

  it.each([
    ['two hours before Mon 10:00 is Fri 17:00', -2 * HOUR, '2026-11-20T17:00'],
    ['a day before it is Fri 10:00: days are working days', -24 * HOUR, '2026-11-20T10:00'],
    ['ten hours after it is Tue 11:00', 10 * HOUR, '2026-11-24T11:00'],
  ])('%s', (_sentence, offset, expected) => {
    expect(escalationAt(work, due, millis(offset))).toBe(moscow(expected));
  });
});
