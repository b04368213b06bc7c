import type { LedgerEntry, LedgerLabel } from '../../src/core/sla/verdict/ledger';
import { instant } from '../../src/core/time';
import { ledgerStore } from '../../src/store/sla/ledgers';
import { KEPT_INTERVALS } from '../../src/store/sla/packed-ledger';
import type { FrozenLedger } from '../../src/usecases/ports/ledger-port';
import { cycleRow } from '../builders/cycle-row';
import { moscow } from '../builders/incident';
import { READ_AT, saverOf, slaStoreUnderTest } from './sla-store-under-test';

const sla = slaStoreUnderTest();
const save = saverOf(sla);
const store = () => ledgerStore(sla.database.sql);

const EVERY_LABEL: readonly LedgerLabel[] = [
  { kind: 'running', department: 'NET' },
  { kind: 'queue', department: 'NET' },
  { kind: 'blocked', by: 'Backup' },
  { kind: 'paused', reason: 'vendor' },
  { kind: 'sleeping' },
  { kind: 'stopped' },
];

const ENTRIES: readonly LedgerEntry[] = [
  {
    ...{ from: moscow('2026-11-23T10:00'), to: moscow('2026-11-23T11:00') },
    label: { kind: 'queue', department: 'Сеть' },
  },
  {
    ...{ from: moscow('2026-11-23T11:00'), to: moscow('2026-11-23T12:00') },
    label: { kind: 'paused', reason: 'client' },
  },
  {
    ...{ from: moscow('2026-11-23T12:00'), to: moscow('2026-11-23T13:00') },
    label: { kind: 'queue', department: 'Сеть' },
  },
];

/** Of the row that `cycleRow` makes, frozen. */
const ledger = (changes: Partial<FrozenLedger> = {}): FrozenLedger => ({
  ...{ issueId: '10001', clientProjectId: 'id-ACME', clock: 'resolution', cycle: 1 },
  policyKey: 'gold',
  ...{ frozenAt: READ_AT, entries: ENTRIES, cutAt: null, ...changes },
});

/** So many minutes, in turn asleep and with the client. */
const minutes = (count: number): LedgerEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    from: instant(READ_AT + index * 60_000),
    to: instant(READ_AT + (index + 1) * 60_000),
    label: index % 2 === 0 ? { kind: 'sleeping' } : { kind: 'paused', reason: 'client' },
  }));

describe('ledgers of frozen cycles', () => {
  it('come back as they were kept', async () => {
    await save([cycleRow({ frozenAt: READ_AT })]);
    await store().saveLedgers([ledger()]);
    expect(await store().listLedgers('10001')).toEqual([ledger()]);
    expect(await store().listLedgers('10002')).toEqual([]);
  });

  it('come back with every kind of label', async () => {
    await save([cycleRow({ frozenAt: READ_AT })]);
    const entries = minutes(EVERY_LABEL.length).map((entry, index) => {
      const label = EVERY_LABEL[index] ?? entry.label;
      return { ...entry, label };
    });
    await store().saveLedgers([ledger({ entries })]);
    expect(await store().listLedgers('10001')).toEqual([ledger({ entries })]);
  });

  it('are never rewritten', async () => {
    await save([cycleRow({ frozenAt: READ_AT })]);
    await store().saveLedgers([ledger()]);
    await store().saveLedgers([ledger({ entries: ENTRIES.slice(0, 1) })]);
    expect(await store().listLedgers('10001')).toEqual([ledger()]);
  });

  it('belong to the freezing that won', async () => {
    const later = instant(READ_AT + 60_000);
    await store().saveLedgers([ledger({ entries: ENTRIES.slice(0, 1) })]);
    await store().saveLedgers([ledger({ frozenAt: later })]);
    await save([cycleRow({ frozenAt: later })]);
    expect(await store().listLedgers('10001')).toEqual([ledger({ frozenAt: later })]);
  });

  it('go when their cycles are removed', async () => {
    const ofBeta = { clientProjectId: 'id-BETA' };
    const rows = [cycleRow({ frozenAt: READ_AT }), cycleRow({ frozenAt: READ_AT, ...ofBeta })];
    await save(rows);
    await store().saveLedgers([ledger(), ledger(ofBeta)]);
    await sla.store.removeCycles('10001', ['id-ACME']);
    expect(await store().listLedgers('10001')).toEqual([ledger(ofBeta)]);
    await save(rows);
    expect(await store().listLedgers('10001')).toEqual([ledger(ofBeta)]);
  });

  it('keep 2,000 intervals, and say from when on there were more', async () => {
    await save([cycleRow({ frozenAt: READ_AT })]);
    await store().saveLedgers([ledger({ entries: minutes(KEPT_INTERVALS + 5) })]);
    const [kept] = await store().listLedgers('10001');
    expect(kept?.entries).toEqual(minutes(KEPT_INTERVALS));
    expect(kept?.cutAt).toBe(READ_AT + KEPT_INTERVALS * 60_000);
  });

  it('take one statement for 2,000 cycles of a day, none for none', async () => {
    await store().saveLedgers([]);
    const issues = Array.from({ length: 1000 }, (_, index) => String(50_000 + index));
    const all = issues.flatMap((issueId) => [
      ledger({ issueId }),
      ledger({ issueId, clock: 'response' }),
    ]);
    await store().saveLedgers(all);
    expect(sla.database.statements.length).toBe(1);
  });

  it('are cut into statements of 800 kB', async () => {
    // 2,000 intervals of a minute take 16 kB: 49 such cycles fit into one statement.
    const long = Array.from({ length: 60 }, (_, index) =>
      ledger({ issueId: String(60_000 + index), entries: minutes(KEPT_INTERVALS) }),
    );
    await store().saveLedgers(long);
    expect(sla.database.statements.length).toBe(2);
  });
});
