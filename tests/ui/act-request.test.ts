import type { ClockView } from '../../src/contract/views';
import {
  type ActDraft,
  faultsOf,
  kindsFor,
  requestOf,
} from '../../static/src/tam-panel/clocks/act-request';

const draft = (changes: Partial<ActDraft> = {}): ActDraft => ({
  ...{ clock: 'resolution', kind: 'extendTarget', hours: '2', minutes: '30' },
  reason: 'The client agreed by phone.',
  ...changes,
});

describe('faultsOf', () => {
  it('finds none in a whole time and a reason of ten characters', () => {
    expect(faultsOf(draft({ reason: '0123456789' }))).toEqual({ time: false, reason: false });
  });

  it.each(['0', '1.5', 'two', '8785'])('refuses %s hours and no minutes', (hours) => {
    expect(faultsOf(draft({ hours, minutes: '' })).time).toBe(true);
  });

  it('refuses a reason that is long by its spaces only', () => {
    expect(faultsOf(draft({ reason: ' agreed    ' })).reason).toBe(true);
  });

  it('asks for no time where none is granted', () => {
    expect(faultsOf(draft({ kind: 'exclude', hours: '' })).time).toBe(false);
  });
});

describe('requestOf', () => {
  const base = { clientProjectId: 'acme', clock: 'resolution' };
  const reason = 'The client agreed by phone.';

  it('adds hours and minutes up', () => {
    expect(requestOf(draft(), 'acme')).toEqual({
      ...{ ...base, reason, kind: 'extend', from: 'target', minutes: 150 },
    });
  });

  it('counts from now where that is asked for', () => {
    const request = requestOf(draft({ kind: 'extendNow', hours: '', minutes: '45' }), 'acme');
    expect(request).toEqual({ ...base, reason, kind: 'extend', from: 'now', minutes: 45 });
  });

  it('grants no time with a new start', () => {
    expect(requestOf(draft({ kind: 'reset' }), 'acme')).toEqual({ ...base, reason, kind: 'reset' });
  });
});

describe('kindsFor', () => {
  const clock = (changes: Partial<ClockView>) => changes as ClockView;

  it('offers everything for a clock that runs', () => {
    const clocks = [clock({ clock: 'resolution', stoppedAt: null })];
    expect(kindsFor('resolution', clocks)).toHaveLength(4);
  });

  it('takes a stopped clock out of the count only, and goes by the latest run', () => {
    const stopped = clock({ clock: 'resolution', stoppedAt: '2026-11-23T10:00:00.000Z' });
    const open = clock({ clock: 'resolution', stoppedAt: null });
    expect(kindsFor('resolution', [open, stopped])).toEqual(['exclude']);
    expect(kindsFor('resolution', [stopped, open])).toHaveLength(4);
  });
});
