import { backfillOf } from '../builders/backfill';
import { READ_AT, slaStoreUnderTest } from './sla-store-under-test';

const sla = slaStoreUnderTest();

describe('backfills', () => {
  it('gives back what it was given', async () => {
    const backfill = backfillOf({
      page: '1000 token',
      skipped: [{ issueKey: 'SUP-1', why: 'hidden' }],
      error: 'no',
      finishedAt: READ_AT,
    });
    expect(await sla.store.addBackfill(backfill)).toBe(true);
    expect(await sla.store.findBackfill('b1')).toEqual(backfill);
    expect(await sla.store.findBackfill('b2')).toBeNull();
  });

  it('has one under way for a client project, and the next when that has ended', async () => {
    await sla.store.addBackfill(backfillOf());
    expect(await sla.store.addBackfill(backfillOf({ id: 'b2' }))).toBe(false);
    expect(await sla.store.addBackfill(backfillOf({ id: 'b3', clientProjectId: 'id-BETA' }))).toBe(
      true,
    );
    await sla.store.saveBackfill(backfillOf({ state: 'cancelled', step: 1 }), 0);
    expect(await sla.store.addBackfill(backfillOf({ id: 'b2' }))).toBe(true);
  });

  it('moves on from the step that was shown only', async () => {
    await sla.store.addBackfill(backfillOf());
    const next = backfillOf({ state: 'running', step: 1, done: 1000 });
    expect(await sla.store.saveBackfill(next, 0)).toBe(true);
    expect(await sla.store.saveBackfill(next, 0)).toBe(false);
    expect(await sla.store.findBackfill('b1')).toEqual(next);
  });

  it('lists the latest first', async () => {
    await sla.store.addBackfill(backfillOf({ state: 'done' }));
    await sla.store.addBackfill(backfillOf({ id: 'b2', startedAt: READ_AT }));
    expect((await sla.store.listBackfills()).map(({ id }) => id)).toEqual(['b2', 'b1']);
  });

  it('names each client project with one that is done, once', async () => {
    await sla.store.addBackfill(backfillOf({ id: 'b1', state: 'done' }));
    await sla.store.addBackfill(backfillOf({ id: 'b2', state: 'done' }));
    await sla.store.addBackfill(
      backfillOf({ id: 'b3', state: 'cancelled', clientProjectId: 'id-BETA' }),
    );
    expect(await sla.store.listReadHistories()).toEqual(new Set(['id-ACME']));
  });
});
