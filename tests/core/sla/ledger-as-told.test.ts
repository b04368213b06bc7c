import type { LedgerEntry, LedgerLabel } from '../../../src/core/sla/verdict/ledger';
import { ledgerAsTold } from '../../../src/core/sla/verdict/ledger-as-told';
import { moscow } from '../../builders/incident';

const QUEUE: LedgerLabel = { kind: 'queue', department: 'NET' };
const CLIENT: LedgerLabel = { kind: 'paused', reason: 'client' };
const STOPPED: LedgerLabel = { kind: 'stopped' };

/** Monday 2026-11-23, Moscow. */
const entry = (from: string, to: string, label: LedgerLabel): LedgerEntry => ({
  from: moscow(`2026-11-23T${from}`),
  to: moscow(`2026-11-23T${to}`),
  label,
});

describe('ledgerAsTold', () => {
  const now = [entry('10:00', '13:00', QUEUE), entry('13:00', '15:00', STOPPED)];

  it('is that of now while nothing is frozen', () => {
    expect(ledgerAsTold(now, [])).toEqual(now);
    expect(ledgerAsTold(now, [[]])).toEqual(now);
    expect(ledgerAsTold([], [now])).toEqual([]);
  });

  it('tells a frozen cycle as it was told then, and the rest as of now', () => {
    expect(ledgerAsTold(now, [[entry('10:00', '12:00', CLIENT)]])).toEqual([
      entry('10:00', '12:00', CLIENT),
      entry('12:00', '13:00', QUEUE),
      entry('13:00', '15:00', STOPPED),
    ]);
  });

  it('tells a cycle that is not found any more', () => {
    const told = ledgerAsTold(now, [[entry('13:30', '14:00', QUEUE)]]);
    expect(told.map(({ label }) => label.kind)).toEqual(['queue', 'stopped', 'queue', 'stopped']);
  });

  it('puts neighbours together that say the same', () => {
    expect(ledgerAsTold(now, [[entry('10:00', '11:00', QUEUE)]])).toEqual(now);
  });

  it('tells two frozen cycles each for itself', () => {
    const frozen = [[entry('10:00', '10:30', CLIENT)], [entry('12:00', '13:00', CLIENT)]];
    expect(ledgerAsTold(now, frozen).map(({ to, label }) => [label.kind, to])).toEqual([
      ['paused', moscow('2026-11-23T10:30')],
      ['queue', moscow('2026-11-23T12:00')],
      ['paused', moscow('2026-11-23T13:00')],
      ['stopped', moscow('2026-11-23T15:00')],
    ]);
  });
});
