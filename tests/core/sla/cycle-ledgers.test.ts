import fc from 'fast-check';
import { judgeClocks } from '../../../src/core/sla/judge/judge-incident';
import type { Policy } from '../../../src/core/sla/policy/policy';
import { entriesBetween, type LedgerEntry, ledgersOf } from '../../../src/core/sla/verdict/ledger';
import { moscow } from '../../builders/incident';
import { compiled } from '../../builders/incident-story';
import { workedBetween } from '../../builders/ledger-work';
import { anyHistory, RICH_POLICY } from '../../builders/random-history';

const rich = compiled(RICH_POLICY);
const withHolidays = RICH_POLICY.calendars.map((calendar) => ({
  ...calendar,
  holidays: [{ date: '2026-03-23' }, { date: '2026-03-27' }],
}));

describe('the ledger of a cycle', () => {
  it('adds up to what its own clock measured, for every clock', () => {
    fc.assert(
      fc.property(anyHistory, ({ history, now }) => {
        const ledgerOf = ledgersOf(history, [rich], now);
        for (const cycle of judgeClocks(history, [rich], now)) {
          if (cycle.state === 'invalid') continue;
          const { clock, startedAt, stoppedAt, elapsedMs, pausedMs } = cycle;
          const end = stoppedAt ?? now;
          const ledger = entriesBetween(ledgerOf(clock), startedAt, end);
          const paused = ledger.reduce(
            (all, { from, to, label }) => all + (label.kind === 'paused' ? to - from : 0),
            0,
          );
          expect([clock, workedBetween(ledger, startedAt, end), paused]).toEqual([
            ...[clock, elapsedMs, pausedMs],
          ]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** A second version in the middle of the histories, which begin on Friday 2026-03-20. */
const SECOND: readonly [string, Partial<Policy>][] = [
  ['other holidays', { calendars: withHolidays }],
  ['holidays that were forgotten', { calendars: withHolidays, corrections: ['msk', 'ber'] }],
  ['the same goals for open ones', { applyToOpen: true }],
];
const RULES = ['carry', 'fromChange', 'recompute', 'reset'] as const;

describe.each(RULES)('the ledger of a cycle under %s', (priorityChange) => {
  it.each(SECOND)('adds up when a version comes with %s', (_, change) => {
    const { resolution } = RICH_POLICY.clocks;
    if (resolution === undefined) throw new Error('there is one');
    const clocks = { ...RICH_POLICY.clocks, resolution: { ...resolution, priorityChange } };
    const effectiveFrom = '2026-03-26T12:00:00+03:00';
    const first = compiled({ ...RICH_POLICY, clocks });
    const second = compiled({ ...RICH_POLICY, clocks, version: 2, effectiveFrom, ...change });
    fc.assert(
      fc.property(anyHistory, ({ history, now }) => {
        const ledgerOf = ledgersOf(history, [first, second], now);
        for (const cycle of judgeClocks(history, [first, second], now)) {
          if (cycle.state === 'invalid') continue;
          const { clock, startedAt, stoppedAt, elapsedMs, beforeChangeMs } = cycle;
          const worked = workedBetween(ledgerOf(clock), startedAt, stoppedAt ?? now);
          expect([clock, worked]).toEqual([clock, elapsedMs + beforeChangeMs]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('entriesBetween', () => {
  // Monday 2026-11-23, Moscow.
  const entry = (from: string, to: string): LedgerEntry => ({
    ...{ from: moscow(`2026-11-23T${from}`), to: moscow(`2026-11-23T${to}`) },
    label: { kind: 'sleeping' },
  });

  it('cuts entries at both ends and leaves out what is outside', () => {
    const ledger = [entry('10:00', '11:00'), entry('11:00', '12:00'), entry('12:00', '13:00')];
    const [from, to] = [moscow('2026-11-23T10:30'), moscow('2026-11-23T12:00')];
    expect(entriesBetween(ledger, from, to)).toEqual([
      ...[entry('10:30', '11:00'), entry('11:00', '12:00')],
    ]);
    expect(entriesBetween(ledger, to, from)).toEqual([]);
  });
});
