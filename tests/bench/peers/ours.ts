import { compileCalendar } from '../../../src/core/calendar/calendar';
import type { Instant, Millis } from '../../../src/core/time';
import type { Peer } from './peer';

/** This product's own calendar, asked in the same way. */
export const ours: Peer = {
  name: 'TAM for Jira',
  licence: 'Apache-2.0',
  prepare(calendar) {
    const working = compileCalendar(calendar);
    return {
      goesBack: true,
      elapsed: (from, to) => working.elapsed(from as Instant, to as Instant),
      deadline: (from, duration) =>
        working.deadline(from as Instant, duration as Millis) ?? Number.NaN,
    };
  },
};
