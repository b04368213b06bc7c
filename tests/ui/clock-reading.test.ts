import type { ClockView } from '../../src/contract/views';
import { nextTurn, readClock } from '../../static/src/ui/clock-reading';

const m = 60_000;
const at = (time: string) => Date.parse(`2026-11-23T${time}+03:00`);
const answered = at('10:00:00');

/** A 30 minute goal with 10 minutes left at 10:00 in Moscow, running, due 10:10. */
const running: ClockView = {
  clock: 'response',
  cycle: 1,
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
  stoppedBy: null,
  reason: null,
};

describe('readClock', () => {
  it('counts a running clock down with real time', () => {
    expect(readClock(running, answered, at('10:01:30'))).toEqual({
      phase: 'running',
      remainingMs: 8.5 * m,
      elapsedMs: 21.5 * m,
      used: 1 - 8.5 / 30,
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

  it('is nothing for a clock that stands or is over its due', () => {
    expect(nextTurn({ ...running, state: 'met' }, answered)).toBeNull();
    expect(nextTurn(running, at('10:11:00'))).toBeNull();
  });
});
