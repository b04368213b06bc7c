import type { FlipView } from '../../src/contract/simulation';
import { textsIn } from '../../static/src/i18n/texts';
import { whyItFlips } from '../../static/src/tam-settings/why-it-flips';

const eyes = { language: 'en', timeZone: 'Europe/Moscow', texts: textsIn('en') } as const;

const side = { state: 'met', elapsedMs: 7_200_000, pausedMs: 0, targetMs: 14_400_000 } as const;

function flip(changes: Partial<FlipView> = {}): FlipView {
  return {
    ...{ issueKey: 'SUP-1', clock: 'resolution', cycle: 1, intervals: [], intervalCount: 0 },
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

  it('says how many stretches are not listed', () => {
    const many = flip({ intervals: [stretch], intervalCount: 3 });
    expect(whyItFlips(many, eyes).at(-1)).toBe('and 2 more stretches');
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
