import fc from 'fast-check';
import { judgeClocks } from '../../../src/core/sla/judge-incident';
import {
  entriesBetween,
  type LedgerEntry,
  ledgersOf,
  workedBetween,
} from '../../../src/core/sla/ledger';
import { moscow } from '../../builders/incident';
import { compiled } from '../../builders/incident-story';
import { anyHistory, RICH_POLICY } from '../../builders/random-history';

const rich = compiled(RICH_POLICY);

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
