import type { CycleRow } from '../../src/core/sla/verdict/cycle-row';
import { instant, millis } from '../../src/core/time';
import { breachedRow, cycleRow, runningRow } from '../builders/cycle-row';
import { READ_AT, saverOf, slaStoreUnderTest } from './sla-store-under-test';

const sla = slaStoreUnderTest();
const save = saverOf(sla);
const later = (minutes: number) => instant(READ_AT + minutes * 60_000);
const frozenRow = (changes: Partial<CycleRow> = {}) => cycleRow({ frozenAt: READ_AT, ...changes });

describe('saveCycles', () => {
  it('gives back what it was given', async () => {
    const rows = [
      cycleRow(),
      runningRow({ clock: 'response', pausedBecause: 'client', dueAt: null, state: 'paused' }),
      breachedRow({ cycle: 2, reason: 'Übergabe «ночью»', stoppedBy: null, isPublished: false }),
    ];
    await save(rows);
    const stored = await sla.store.listCycles(['10001']);
    expect(stored).toHaveLength(3);
    expect(stored).toEqual(expect.arrayContaining(rows.map((row) => ({ ...row }))));
  });

  it('removes the cycles of the issue that were not found again', async () => {
    await save([cycleRow(), cycleRow({ cycle: 2 }), cycleRow({ issueId: '10002' })]);
    await save([cycleRow()], later(1));
    const left = await sla.store.listCycles(['10001', '10002']);
    expect(left.map(({ issueId, cycle }) => [issueId, cycle])).toEqual([
      ['10001', 1],
      ['10002', 1],
    ]);
  });

  it('keeps the later reading when an older one is stored after it', async () => {
    await save([cycleRow({ reason: 'new' })], later(5));
    await save([cycleRow({ reason: 'old' })], later(0));
    await save([], later(1), ['10001']);
    expect(await sla.store.listCycles(['10001'])).toMatchObject([{ reason: 'new' }]);
  });

  it('leaves another client project alone when the scope is one', async () => {
    await save([cycleRow(), cycleRow({ clientProjectId: 'id-BETA' })]);
    const scope = { issueIds: ['10001'], clientProjectId: 'id-ACME', readAt: later(1) };
    await sla.store.saveCycles(scope, []);
    expect(await sla.store.listCycles(['10001'])).toMatchObject([{ clientProjectId: 'id-BETA' }]);
  });

  it('stores 1,000 incidents with two clocks each in five statements', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => String(50_000 + index)).flatMap(
      (issueId) => [cycleRow({ issueId }), cycleRow({ issueId, clock: 'response' })],
    );
    await save(rows);
    expect(sla.database.statements).toHaveLength(5);
    expect(Math.max(...sla.database.statements.map((each) => each.length))).toBeLessThan(200_000);
    expect(await sla.store.listCycles(rows.map((row) => row.issueId))).toHaveLength(2000);
  });
});

describe('a frozen row', () => {
  const frozen = cycleRow({ frozenAt: READ_AT });

  it('keeps its verdict, whatever a later reading says', async () => {
    await save([frozen]);
    await save([breachedRow({ reason: 'later', frozenAt: later(1) })], later(1));
    expect(await sla.store.listCycles(['10001'])).toEqual([frozen]);
  });

  it('freezes an open row with the verdict of that reading', async () => {
    await save([runningRow()]);
    await save([breachedRow({ frozenAt: later(1) })], later(1));
    const [row] = await sla.store.listCycles(['10001']);
    expect(row).toMatchObject({ state: 'breached', frozenAt: later(1), computedAt: later(1) });
  });

  it('stays when it is not found again', async () => {
    await save([frozen]);
    await save([], later(1), ['10001']);
    expect(await sla.store.listCycles(['10001'])).toHaveLength(1);
  });

  it('still says what selected it and whether its property is written', async () => {
    await save([frozen]);
    await save([{ ...frozen, selectionHash: 'new', isPublished: false, state: 'breached' }]);
    expect(await sla.store.listCycles(['10001'])).toMatchObject([
      { selectionHash: 'new', isPublished: false, state: 'met' },
    ]);
  });

  it('learns what had elapsed before a change of goal, once, from the same input', async () => {
    await save([frozen]);
    const [one, two] = [millis(1), millis(2)];
    await save([{ ...frozen, beforeChangeMs: two, inputHash: 'b'.repeat(64) }], later(1));
    expect(await sla.store.listCycles(['10001'])).toMatchObject([{ beforeChangeMs: 0 }]);
    await save([{ ...frozen, beforeChangeMs: one }], later(2));
    await save([{ ...frozen, beforeChangeMs: two }], later(3));
    expect(await sla.store.listCycles(['10001'])).toEqual([{ ...frozen, beforeChangeMs: one }]);
  });

  it('goes when its client project selects something else now', async () => {
    await save([frozen, frozenRow({ clientProjectId: 'id-BETA' })]);
    await sla.store.removeCycles('10001', ['id-ACME']);
    expect(await sla.store.listCycles(['10001'])).toMatchObject([{ clientProjectId: 'id-BETA' }]);
  });

  it('loses the name of who stopped it with its issue', async () => {
    await save([frozen]);
    await sla.store.forgetPeople('10001');
    expect(await sla.store.listCycles(['10001'])).toEqual([{ ...frozen, stoppedBy: null }]);
  });
});
