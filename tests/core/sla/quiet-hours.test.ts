import { isQuietHours, quietUntil } from '../../../src/core/sla/policy/quiet-hours';
import { moscow } from '../../builders/incident';

const night = (at: string) => quietUntil('22:00-07:00', 'Europe/Moscow', moscow(at));

describe('quietUntil', () => {
  it('is the end of the hours that it falls into, across midnight', () => {
    expect(night('2026-11-23T23:30')).toBe(moscow('2026-11-24T07:00'));
    expect(night('2026-11-24T06:00')).toBe(moscow('2026-11-24T07:00'));
    expect(night('2026-11-23T22:00')).toBe(moscow('2026-11-24T07:00'));
  });

  it('is null outside of them', () => {
    expect(night('2026-11-23T21:59')).toBeNull();
    expect(night('2026-11-24T07:00')).toBeNull();
  });

  it('takes hours within a day', () => {
    const noon = (at: string) => quietUntil('12:00-13:00', 'Europe/Moscow', moscow(at));
    expect(noon('2026-11-23T12:30')).toBe(moscow('2026-11-23T13:00'));
    expect(noon('2026-11-23T13:30')).toBeNull();
  });
});

describe('isQuietHours', () => {
  it('takes hours and minutes, from and to', () => {
    expect(['22:00-07:00', '24:00-07:00', '22-7'].map(isQuietHours)).toEqual([true, false, false]);
  });
});
