import { nextTurn } from '../../host/forge/events/schedules';
import { timeLimitOf } from '../../host/forge/runtime/time-limit';

const consumer = { key: 'x-fn', handler: 'x.handler', memoryMb: 256 };

describe('timeLimitOf', () => {
  it('is 25 s where somebody waits and for events, whatever timeoutSeconds says', () => {
    const long = { ...consumer, timeoutSeconds: 900 };
    for (const trigger of ['resolver', 'validator', 'badge', 'event'] as const) {
      expect(timeLimitOf(trigger, long)).toBe(25_000);
    }
  });

  it('is 55 s or timeoutSeconds for queues and schedules', () => {
    expect(timeLimitOf('queue', consumer)).toBe(55_000);
    expect(timeLimitOf('schedule', { ...consumer, timeoutSeconds: 900 })).toBe(900_000);
  });
});

describe('nextTurn', () => {
  it('counts whole intervals from the last turn', () => {
    expect(nextTurn(1_000, 100, 1_000)).toBe(1_100);
    expect(nextTurn(1_000, 100, 1_099)).toBe(1_100);
    expect(nextTurn(1_000, 100, 1_100)).toBe(1_200);
    expect(nextTurn(1_000, 100, 5_050)).toBe(5_100);
  });

  it('stays in the future when the clock moves back', () => {
    expect(nextTurn(1_000, 100, 200)).toBe(1_100);
  });
});
