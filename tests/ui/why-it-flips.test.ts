import type { FlipSideView, FlipView } from '../../src/contract/simulation';
import { textsIn } from '../../static/src/i18n/texts';
import { stretchesOf, whyItFlips } from '../../static/src/tam-settings/simulation/why-it-flips';

const eyes = { language: 'en', timeZone: 'Europe/Moscow', texts: textsIn('en') } as const;

const side: FlipSideView = {
  ...{ state: 'met', elapsedMs: 7_200_000, pausedMs: 0, targetMs: 14_400_000, calendar: 'Office' },
  carriedMs: 0,
  ...{ startedAt: '2026-11-23T07:00:00.000Z', stoppedAt: '2026-11-23T12:00:00.000Z' },
};

function flip(changes: Partial<FlipView> = {}): FlipView {
  return {
    ...{
      issueKey: 'SUP-1',
      clock: 'resolution',
      department: null,
      cycle: 1,
      intervals: [],
      intervalCount: 0,
    },
    ...{ selectedBy: 'both', shifts: [] },
    ...{ present: side, other: { ...side, state: 'breached' } },
    ...changes,
  };
}

/** Monday 2026-11-23, 12:00 to 15:00 in Moscow. */
const stretch: FlipView['intervals'][number] = {
  from: '2026-11-23T09:00:00.000Z',
  to: '2026-11-23T12:00:00.000Z',
  present: { kind: 'paused', reason: 'client' },
  other: { kind: 'running', name: 'Network' },
};

describe('whyItFlips', () => {
  it('names both goals', () => {
    const other = { ...side, targetMs: 3_600_000 };
    expect(whyItFlips(flip({ other }), eyes)).toEqual(['goal 1 h instead of 4 h']);
  });

  it('names the stretch that only one of them counts, in the zone of the reader', () => {
    expect(whyItFlips(flip({ intervals: [stretch], intervalCount: 1 }), eyes)).toEqual([
      'Mon 23 Nov 2026 12:00 – 15:00: running in Network instead of paused: waiting for the client',
    ]);
  });

  it('sums several stretches up, and lists the first ones apart', () => {
    const shifts = [{ present: stretch.present, other: stretch.other, ms: 32_400_000 }];
    const many = flip({ intervals: [stretch], intervalCount: 3, shifts });
    expect(whyItFlips(many, eyes)).toEqual([
      '9 h running in Network instead of paused: waiting for the client',
    ]);
    expect(stretchesOf(many, eyes)).toEqual([
      'Mon 23 Nov 2026 12:00 – 15:00: running in Network instead of paused: waiting for the client',
      'and 2 more stretches',
    ]);
  });

  it('names both calendars, and the ends that lie elsewhere', () => {
    const other = { ...side, calendar: '24x7', stoppedAt: null };
    expect(whyItFlips(flip({ other }), eyes)).toEqual([
      'calendar "24x7" instead of "Office"',
      'stops never instead of Mon 23 Nov 2026 15:00',
    ]);
    const later = { ...side, startedAt: '2026-11-23T08:30:00.000Z' };
    expect(whyItFlips(flip({ other: later }), eyes)).toEqual([
      'starts Mon 23 Nov 2026 11:30 instead of Mon 23 Nov 2026 10:00',
    ]);
  });

  it('names what earlier runs had used up', () => {
    const other = { ...side, carriedMs: 5_400_000 };
    expect(whyItFlips(flip({ other }), eyes)).toEqual([
      '1 h 30 m used up by earlier runs instead of 0 s',
    ]);
  });

  it('says whose JQL does not select the issue', () => {
    expect(whyItFlips(flip({ other: null, selectedBy: 'present' }), eyes)).toEqual([
      'the JQL of the other contract does not select it',
    ]);
  });

  it('says how much was counted where nothing else differs, and never says nothing', () => {
    const other = { ...side, elapsedMs: 10_800_000 };
    expect(whyItFlips(flip({ other }), eyes)).toEqual(['3 h counted instead of 2 h']);
    expect(whyItFlips(flip(), eyes)).toEqual(['the same time, judged by other rules']);
  });

  it('says that one of the contracts has no goal', () => {
    const other = { ...side, targetMs: null };
    expect(whyItFlips(flip({ other }), eyes)).toEqual(['a goal on one side only']);
  });

  it('says that one of the contracts has no such run', () => {
    expect(whyItFlips(flip({ other: null }), eyes)).toEqual([
      'this run exists under one of the contracts only',
    ]);
  });
});
