import { compileCalendar } from '../../../src/core/calendar/calendar';
import { escalationAt } from '../../../src/core/sla/policy/escalation';
import { millis } from '../../../src/core/time';
import { MSK } from '../../builders/calendars';
import { moscow } from '../../builders/incident';

const HOUR = 3_600_000;
const work = compileCalendar(MSK);

/** Moscow time, office hours 09-18; Monday is 2026-11-23. */
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
