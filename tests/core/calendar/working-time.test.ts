import { compileCalendar } from '../../../src/core/calendar/calendar';
import { workingTime } from '../../../src/core/calendar/working-time';
import { type Instant, instant, millis } from '../../../src/core/time';
import { BER, BERLIN_ALWAYS, LUNCH, MSK } from '../../builders/calendars';
import { moscow } from '../../builders/incident';

const HOUR = 3_600_000;
const at = (iso: string): Instant => instant(Date.parse(iso));

describe('elapsed (Europe/Moscow, Mon-Fri 09-18)', () => {
  const work = compileCalendar(MSK);

  it('counts Fri 17:30 to Mon 12:30 as 4 hours', () => {
    expect(work.elapsed(moscow('2026-11-20T17:30'), moscow('2026-11-23T12:30'))).toBe(4 * HOUR);
  });

  it('is negative when the second instant is the earlier one', () => {
    expect(work.elapsed(moscow('2026-11-23T12:30'), moscow('2026-11-20T17:30'))).toBe(-4 * HOUR);
  });

  it('is 0 over a weekend', () => {
    expect(work.elapsed(moscow('2026-11-20T18:00'), moscow('2026-11-23T09:00'))).toBe(0);
  });

  it('adds up, wherever the span is cut', () => {
    const [from, to] = [moscow('2026-11-18T11:11'), moscow('2027-02-03T16:16')];
    const cut = moscow('2026-12-24T17:59');
    expect(work.elapsed(from, cut) + work.elapsed(cut, to)).toBe(work.elapsed(from, to));
  });

  it('follows a query far from the years compiled first: 2007 had 261 working days', () => {
    const year = work.elapsed(moscow('2007-01-01T00:00'), moscow('2008-01-01T00:00'));
    expect(year).toBe(261 * 9 * HOUR);
    expect(work.elapsed(moscow('2026-11-20T17:30'), moscow('2026-11-23T12:30'))).toBe(4 * HOUR);
  });

  it('refuses an instant outside of 1900 to 2200', () => {
    expect(() => work.elapsed(instant(0), at('2200-01-01T00:00Z'))).toThrow(RangeError);
  });
});

describe('deadline', () => {
  it('of zero stays where it is, even outside of hours', () => {
    const saturday = moscow('2026-11-21T15:00');
    expect(compileCalendar(MSK).deadline(saturday, millis(0))).toBe(saturday);
  });

  it('goes backwards for a negative duration: Mon 12:30 - 4 h is Fri 17:30', () => {
    const due = compileCalendar(MSK).deadline(moscow('2026-11-23T12:30'), millis(-4 * HOUR));
    expect(due).toBe(moscow('2026-11-20T17:30'));
  });

  it('is found years ahead: 2610 days of 9 hours from 2026-01-01 end on 2036-01-01', () => {
    const from = moscow('2026-01-01T00:00');
    const work = compileCalendar(MSK);
    const due = work.deadline(from, millis(2610 * 9 * HOUR)) as Instant;
    expect(work.elapsed(from, due)).toBe(2610 * 9 * HOUR);
    expect(new Date(due).getUTCFullYear()).toBe(2036);
  });

  it('is never reached when hours are given for one date only', () => {
    const once = compileCalendar({
      ...MSK,
      week: {},
      dateHours: { '2026-11-23': ['09:00-10:00'] },
    });
    expect(once.deadline(moscow('2026-11-01T00:00'), millis(HOUR))).toBe(
      moscow('2026-11-23T10:00'),
    );
    expect(once.deadline(moscow('2026-11-01T00:00'), millis(HOUR + 1))).toBeUndefined();
  });
});

describe('a calendar without hours', () => {
  const work = workingTime({ ...MSK, week: {} });
  const monday = moscow('2026-11-23T10:00');

  it('never works, never opens and never closes', () => {
    expect(work.elapsed(monday, moscow('2027-11-23T10:00'))).toBe(0);
    expect(work.deadline(monday, millis(1))).toBeUndefined();
    expect(work.nextOpen(monday)).toBeUndefined();
    expect(work.nextClose(monday)).toBeUndefined();
    expect(work.isOpen(monday)).toBe(false);
  });
});

describe('opening and closing', () => {
  const work = compileCalendar(LUNCH);

  it('opens on Monday at 09:00 after a Friday evening', () => {
    expect(work.nextOpen(moscow('2026-11-20T18:00'))).toBe(moscow('2026-11-23T09:00'));
  });

  it('is open at the opening instant and closed at the closing instant', () => {
    expect(work.isOpen(moscow('2026-11-23T09:00'))).toBe(true);
    expect(work.isOpen(moscow('2026-11-23T13:00'))).toBe(false);
  });

  it('closes for lunch at 13:00', () => {
    expect(work.nextClose(moscow('2026-11-23T10:00'))).toBe(moscow('2026-11-23T13:00'));
  });

  it('never closes around the clock', () => {
    expect(compileCalendar(BERLIN_ALWAYS).nextClose(at('2026-10-25T01:00Z'))).toBeUndefined();
  });

  it('lists the open spans of a day, clipped', () => {
    expect(work.openSpans(moscow('2026-11-23T10:00'), moscow('2026-11-23T15:00'))).toEqual([
      { from: moscow('2026-11-23T10:00'), to: moscow('2026-11-23T13:00') },
      { from: moscow('2026-11-23T14:00'), to: moscow('2026-11-23T15:00') },
    ]);
  });
});

describe('days that the clock makes odd', () => {
  it('Apia skipped 2011-12-30: Thu 17:00 + 2 h is Sat 10:00', () => {
    const week = { thu: ['09:00-18:00'], fri: ['09:00-18:00'], sat: ['09:00-18:00'] };
    const work = compileCalendar({ ...BER, timeZone: 'Pacific/Apia', week });
    const due = work.deadline(at('2011-12-29T17:00-10:00'), millis(2 * HOUR));
    expect(due).toBe(at('2011-12-31T10:00+14:00'));
  });

  it('an opening in the spring gap is an hour later: 02:30 becomes 03:30 in Berlin', () => {
    const work = compileCalendar({ ...BER, week: { sun: ['02:30-05:00'] } });
    expect(work.nextOpen(at('2026-03-28T12:00Z'))).toBe(at('2026-03-29T03:30+02:00'));
  });

  it('an opening that comes twice is the first one: 02:30 in Berlin', () => {
    const work = compileCalendar({ ...BER, week: { sun: ['02:30-05:00'] } });
    expect(work.nextOpen(at('2026-10-24T12:00Z'))).toBe(at('2026-10-25T02:30+02:00'));
  });
});
