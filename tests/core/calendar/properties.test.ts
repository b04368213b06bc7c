import fc from 'fast-check';
import { compileCalendar } from '../../../src/core/calendar/calendar';
import { type Instant, instant, type Millis, millis } from '../../../src/core/time';
import { BER, LUNCH, MSK, NIGHT } from '../../builders/calendars';

const HOUR = 3_600_000;
const from = Date.UTC(2024, 0, 1);
const to = Date.UTC(2028, 0, 1);
const anInstant = fc.integer({ min: from, max: to }).map(instant);
const aDuration = fc.integer({ min: 1, max: 5000 * HOUR }).map(millis);

/** Berlin's offset by a rule of our own: summer time from the last Sunday of March to October's. */
function berlinOffset(at: number): number {
  const lastSunday = (month: number): number => {
    const end = new Date(Date.UTC(new Date(at).getUTCFullYear(), month, 31, 1));
    return end.getTime() - end.getUTCDay() * 24 * HOUR;
  };
  return at >= lastSunday(2) && at < lastSunday(9) ? 2 * HOUR : HOUR;
}

/** Office hours in Berlin, by looking at every minute of the span. */
function minuteByMinute(start: number, end: number): number {
  let minutes = 0;
  for (let at = start; at < end; at += 60_000) {
    const local = new Date(at + berlinOffset(at));
    const isWorkday = local.getUTCDay() % 6 !== 0;
    if (isWorkday && local.getUTCHours() >= 9 && local.getUTCHours() < 18) minutes += 1;
  }
  return minutes * 60_000;
}

describe.each([MSK, BER, LUNCH, NIGHT])('working time of $key', (definition) => {
  const work = compileCalendar(definition);

  it('adds up and changes its sign with the direction', () => {
    fc.assert(
      fc.property(anInstant, anInstant, anInstant, (a, b, c) => {
        expect(work.elapsed(a, b) + work.elapsed(b, c)).toBe(work.elapsed(a, c));
        expect(work.elapsed(a, b) + work.elapsed(b, a)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('reaches a deadline at the first instant with that much work', () => {
    fc.assert(
      fc.property(anInstant, aDuration, (start, duration) => {
        const due = work.deadline(start, duration) as Instant;
        expect(work.elapsed(start, due)).toBe(duration);
        expect(work.elapsed(start, instant(due - 1))).toBe(duration - 1);
      }),
      { numRuns: 500 },
    );
  });

  it('never decreases as time goes on', () => {
    fc.assert(
      fc.property(anInstant, anInstant, anInstant, (a, b, c) => {
        const [first, second] = b < c ? [b, c] : [c, b];
        expect(work.elapsed(a, second)).toBeGreaterThanOrEqual(work.elapsed(a, first));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of hours and holidays', () => {
    const holidays = ['2026-05-01', '12-25', '2025-01-01'].map((date) => ({ date }));
    const known = compileCalendar({ ...definition, holidays });
    const reversed = Object.entries(definition.week).map(([day, hours]) => [
      ...([day, [...hours].reverse()] as const),
    ]);
    const turned = compileCalendar({
      ...definition,
      holidays: [...holidays].reverse(),
      week: Object.fromEntries(reversed.reverse()),
    });
    fc.assert(
      fc.property(anInstant, anInstant, (a, b) => {
        expect(turned.elapsed(a, b)).toBe(known.elapsed(a, b));
      }),
      { numRuns: 200 },
    );
  });

  it('is the sum of its open spans', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 0, max: 400 * HOUR }), (start, length) => {
        const end = instant(start + length);
        const sum = work.openSpans(start, end).reduce((all, span) => all + span.to - span.from, 0);
        expect(sum as Millis).toBe(work.elapsed(start, end));
      }),
      { numRuns: 500 },
    );
  });
});

describe('working time in Berlin', () => {
  it('is what a minute-by-minute walk counts', () => {
    const work = compileCalendar(BER);
    const minutes = fc.integer({ min: from / 60_000, max: to / 60_000 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 20 * 24 * 60 }), (start, length) => {
        const [a, b] = [start * 60_000, (start + length) * 60_000];
        expect(work.elapsed(instant(a), instant(b))).toBe(minuteByMinute(a, b));
      }),
      { numRuns: 200 },
    );
  });
});
