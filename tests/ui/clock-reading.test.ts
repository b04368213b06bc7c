import type { ClockView } from '../../src/contract/views';
import { nextTurn, readClock } from '../../static/src/ui/clock-reading';

const m = 60_000;
const at = (time: string) => Date.parse(`2026-11-23T${time}+03:00`);
const answered = at('10:00:00');

/** A 30 minute goal with 10 minutes left at 10:00 in Moscow, running, due 10:10. */
const running: ClockView = {
  clock: 'response',
  cycle: 1,
  department: null,
  state: 'running',
  startedAt: '2026-11-23T06:40:00.000Z',
  stoppedAt: null,
  dueAt: '2026-11-23T07:10:00.000Z',
  elapsedMs: 20 * m,
  pausedMs: 0,
  targetMs: 30 * m,
  remainingMs: 10 * m,
  pausedBecause: null,
  sleepingUntil: null,
  workingUntil: null,
  resumesAt: null,
  stoppedBy: null,
  reason: null,
  extendedMs: 0,
  original: null,
  frozen: null,
};

describe('readClock', () => {
  it('counts a running clock down with real time', () => {
    expect(readClock(running, answered, at('10:01:30'))).toEqual({
      phase: 'running',
      remainingMs: 8.5 * m,
      elapsedMs: 21.5 * m,
      used: 1 - 8.5 / 30,
      resumesAt: null,
    });
  });

  it('is due soon under a quarter of the target', () => {
    expect(readClock(running, answered, at('10:02:30')).phase).toBe('running');
    expect(readClock(running, answered, at('10:02:31')).phase).toBe('soon');
  });

  it('turns to breached after the due moment, not at it', () => {
    expect(readClock(running, answered, at('10:10:00')).phase).toBe('soon');
    const after = readClock(running, answered, at('10:12:00'));
    expect(after.phase).toBe('breached');
    expect(after.remainingMs).toBe(-2 * m);
    expect(after.used).toBe(1);
  });

  it('stands still while paused', () => {
    const paused = { ...running, state: 'paused', dueAt: null } as const;
    const reading = readClock(paused, answered, at('12:00:00'));
    expect(reading).toMatchObject({ phase: 'paused', remainingMs: 10 * m, elapsedMs: 20 * m });
  });

  it('sleeps until the calendar opens, then counts on', () => {
    const asleep = { ...running, sleepingUntil: '2026-11-23T08:00:00.000Z' };
    expect(readClock(asleep, answered, at('10:59:00'))).toMatchObject({
      phase: 'sleeping',
      remainingMs: 10 * m,
    });
    expect(readClock(asleep, answered, at('11:01:00'))).toMatchObject({
      phase: 'running',
      remainingMs: 9 * m,
    });
  });

  describe('over the closing hour: open Mon-Fri 09:00-18:00 in Moscow, 10 m left at 17:55', () => {
    const evening: ClockView = {
      ...running,
      dueAt: '2026-11-24T06:05:00.000Z',
      workingUntil: '2026-11-23T15:00:00.000Z',
      resumesAt: '2026-11-24T06:00:00.000Z',
    };
    const nextMorning = (time: string) => Date.parse(`2026-11-24T${time}+03:00`);
    const readAt = (now: number) => readClock(evening, at('17:55:00'), now);

    it('counts down to the closing and not beyond', () => {
      expect(readAt(at('17:59:00'))).toMatchObject({ phase: 'soon', remainingMs: 6 * m });
      for (const now of [at('18:00:00'), at('23:30:00'), nextMorning('08:59:59')]) {
        expect(readAt(now)).toMatchObject({
          phase: 'sleeping',
          remainingMs: 5 * m,
          elapsedMs: 25 * m,
          resumesAt: nextMorning('09:00:00'),
        });
      }
    });

    it('counts on when the calendar opens, up to the due moment at 09:05', () => {
      expect(readAt(nextMorning('09:02:00'))).toMatchObject({
        phase: 'soon',
        remainingMs: 3 * m,
        resumesAt: null,
      });
      expect(readAt(nextMorning('09:06:00'))).toMatchObject({
        phase: 'breached',
        remainingMs: -m,
      });
    });

    it('sleeps without an end when the calendar never opens again', () => {
      const last = { ...evening, resumesAt: null };
      expect(readClock(last, at('17:55:00'), nextMorning('12:00:00'))).toMatchObject({
        phase: 'sleeping',
        remainingMs: 5 * m,
        resumesAt: null,
      });
    });
  });

  it('has nothing left to count without a target', () => {
    const untargeted = {
      ...running,
      state: 'noTarget',
      targetMs: null,
      remainingMs: null,
    } as const;
    expect(readClock(untargeted, answered, at('10:05:00'))).toMatchObject({
      phase: 'noTarget',
      remainingMs: null,
      used: null,
    });
  });

  it('never counts backwards when the browser is behind the answer', () => {
    expect(readClock(running, answered, at('09:59:00')).remainingMs).toBe(10 * m);
  });
});

describe('nextTurn', () => {
  it('is the due moment, or the opening of the calendar when that comes first', () => {
    expect(nextTurn(running, answered)).toBe(at('10:10:00'));
    const asleep = { ...running, sleepingUntil: '2026-11-23T07:05:00.000Z' };
    expect(nextTurn(asleep, answered)).toBe(at('10:05:00'));
  });

  it('is the closing of the calendar when that comes first', () => {
    const closing = { ...running, workingUntil: '2026-11-23T07:08:00.000Z' };
    expect(nextTurn(closing, answered)).toBe(at('10:08:00'));
  });

  it('is nothing for a clock that stands or is over its due', () => {
    expect(nextTurn({ ...running, state: 'met' }, answered)).toBeNull();
    expect(nextTurn(running, at('10:11:00'))).toBeNull();
  });
});
