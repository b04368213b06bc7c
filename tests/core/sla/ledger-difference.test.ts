import type { LedgerEntry, LedgerLabel } from '../../../src/core/sla/verdict/ledger';
import { ledgerDifference } from '../../../src/core/sla/verdict/ledger-difference';
import { moscow } from '../../builders/incident';

const RUNNING: LedgerLabel = { kind: 'running', department: 'NET' };
const CLIENT: LedgerLabel = { kind: 'paused', reason: 'client' };
const SLEEPING: LedgerLabel = { kind: 'sleeping' };

/** Tuesday 2026-11-24, Moscow. */
const entry = (from: string, to: string, label: LedgerLabel): LedgerEntry => ({
  from: moscow(`2026-11-24T${from}`),
  to: moscow(`2026-11-24T${to}`),
  label,
});

const told = (frozen: readonly LedgerEntry[], second: readonly LedgerEntry[]) =>
  ledgerDifference(frozen, second).map((change) => [
    new Date(change.from + 3 * 3_600_000).toISOString().slice(11, 16),
    new Date(change.to + 3 * 3_600_000).toISOString().slice(11, 16),
    change.old?.kind ?? null,
    change.new?.kind ?? null,
  ]);

describe('ledgerDifference', () => {
  const frozen = [entry('10:00', '12:00', CLIENT), entry('12:00', '13:00', RUNNING)];

  it('finds nothing between a ledger and itself, however it is cut', () => {
    const cut = [entry('10:00', '11:00', CLIENT), entry('11:00', '12:00', CLIENT)];
    expect(ledgerDifference(frozen, frozen)).toEqual([]);
    expect(ledgerDifference(frozen, [...cut, entry('12:00', '13:00', RUNNING)])).toEqual([]);
    expect(ledgerDifference([], [])).toEqual([]);
  });

  it('says that two hours of waiting for the client count now', () => {
    expect(ledgerDifference(frozen, [entry('10:00', '13:00', RUNNING)])).toEqual([
      { ...entry('10:00', '12:00', CLIENT), label: undefined, old: CLIENT, new: RUNNING },
    ]);
  });

  it('tells a later stop as time that the frozen ledger does not have', () => {
    const second = [...frozen, entry('13:00', '14:30', RUNNING), entry('14:30', '15:00', SLEEPING)];
    expect(told(frozen, second)).toEqual([
      ['13:00', '14:30', null, 'running'],
      ['14:30', '15:00', null, 'sleeping'],
    ]);
    expect(told(second, frozen)).toEqual([
      ['13:00', '14:30', 'running', null],
      ['14:30', '15:00', 'sleeping', null],
    ]);
  });

  it('tells a cycle that is not found again as a whole', () => {
    expect(told(frozen, [])).toEqual([
      ['10:00', '12:00', 'paused', null],
      ['12:00', '13:00', 'running', null],
    ]);
  });

  it('tells departments and reasons of pauses apart', () => {
    const other: LedgerLabel = { kind: 'running', department: 'VIRT' };
    const vendor: LedgerLabel = { kind: 'paused', reason: 'vendor' };
    expect(
      ledgerDifference(frozen, [entry('10:00', '12:00', vendor), entry('12:00', '13:00', other)]),
    ).toHaveLength(2);
  });

  it('puts touching stretches of the same change into one, half-open', () => {
    const second = [
      entry('10:00', '10:30', CLIENT),
      entry('10:30', '11:00', RUNNING),
      entry('11:00', '11:45', RUNNING),
      entry('11:45', '12:00', CLIENT),
      entry('12:00', '13:00', RUNNING),
    ];
    expect(told(frozen, second)).toEqual([['10:30', '11:45', 'paused', 'running']]);
  });

  it('leaves gaps in both ledgers out', () => {
    const gap = [entry('10:00', '11:00', CLIENT), entry('12:30', '13:00', RUNNING)];
    expect(told(gap, [entry('10:00', '11:00', RUNNING), entry('12:30', '13:00', RUNNING)])).toEqual(
      [['10:00', '11:00', 'paused', 'running']],
    );
  });
});
