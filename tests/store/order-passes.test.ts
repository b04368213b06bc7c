import { ORDER_MIGRATIONS } from '../../src/store/migrations/order-migrations';
import { confirmationStore } from '../../src/store/order/order-confirmations';
import { passStore } from '../../src/store/order/order-passes';
import type { StoredPass } from '../../src/usecases/ports/order-ports';
import { moscow } from '../builders/incident';
import { openTestSql, type TestSql } from './open-test-sql';

let database: TestSql;

beforeAll(async () => {
  database = await openTestSql(ORDER_MIGRATIONS);
}, 60_000);

afterAll(() => database.stop());

const ISSUED = moscow('2026-11-24T10:00');
const EXPIRES = moscow('2026-11-24T18:00');
const MINUTE_LATER = moscow('2026-11-24T10:01');

function aPass(id: string, changes: Partial<StoredPass> = {}): StoredPass {
  return {
    ...{
      id,
      issueId: '10007',
      gate: 'start',
      tokens: ['10012', 'at:5'],
      clientProjectId: 'id-ACME',
    },
    ...{ issuedBy: 'tam', reason: 'Клиент ждёт «сегодня»', issuedAt: ISSUED, expiresAt: EXPIRES },
    ...{ usedAt: null, revokedAt: null, revokedBy: null, ...changes },
  };
}

describe('passStore', () => {
  it('lists a pass as it was issued', async () => {
    const store = passStore(database.sql);
    await store.addPass(aPass('p1'));
    expect(await store.listPassesOn(['10007'])).toEqual([aPass('p1')]);
    expect(await store.listPassesOn([])).toEqual([]);
    expect(await store.listPassesOn(['10008'])).toEqual([]);
  });

  it('lets one of two who use it at once have it', async () => {
    const store = passStore(database.sql);
    await store.addPass(aPass('p2', { issueId: '10020' }));
    const used = await Promise.all([
      store.spendPass({ id: 'p2' }, MINUTE_LATER),
      store.spendPass({ id: 'p2' }, MINUTE_LATER),
    ]);
    expect(used.sort()).toEqual([false, true]);
    expect((await store.listPassesOn(['10020']))[0]?.usedAt).toBe(MINUTE_LATER);
    expect(await store.revokePass({ id: 'p2' }, 'tam', MINUTE_LATER)).toBe(false);
  });

  it('lets one of two who issue it at once do so', async () => {
    const store = passStore(database.sql);
    const two = [aPass('p6', { issueId: '10060' }), aPass('p6', { issueId: '10060' })];
    expect((await Promise.all(two.map(store.addPass))).sort()).toEqual([false, true]);
    expect(await store.listPassesOn(['10060'])).toHaveLength(1);
  });

  it('can be spent again by one of two who have seen that it was spent in vain', async () => {
    const store = passStore(database.sql);
    await store.addPass(aPass('p7', { issueId: '10070' }));
    expect(await store.spendPass({ id: 'p7' }, MINUTE_LATER)).toBe(true);
    const seen = { id: 'p7', inVainAt: MINUTE_LATER };
    const later = moscow('2026-11-24T10:05');
    const spent = await Promise.all([store.spendPass(seen, later), store.spendPass(seen, later)]);
    expect(spent.sort()).toEqual([false, true]);
    expect(await store.revokePass(seen, 'tam', later)).toBe(false);
    expect((await store.listPassesOn(['10070']))[0]?.usedAt).toBe(later);
  });

  it('is worth nothing from the instant at which it expires', async () => {
    const store = passStore(database.sql);
    await store.addPass(aPass('p3', { issueId: '10030' }));
    expect(await store.spendPass({ id: 'p3' }, EXPIRES)).toBe(false);
    expect(await store.spendPass({ id: 'p3' }, moscow('2026-11-24T17:59'))).toBe(true);
  });

  it('cannot be used once it was taken back, and tells by whom', async () => {
    const store = passStore(database.sql);
    await store.addPass(aPass('p4', { issueId: '10040' }));
    expect(await store.revokePass({ id: 'p4' }, 'lead', MINUTE_LATER)).toBe(true);
    expect(await store.spendPass({ id: 'p4' }, MINUTE_LATER)).toBe(false);
    const revoked = aPass('p4', {
      ...{ issueId: '10040', revokedAt: MINUTE_LATER, revokedBy: 'lead' },
    });
    expect(await store.listPassesOn(['10040'])).toEqual([revoked]);
  });

  it('lists those of a client project that were issued in a period, half-open', async () => {
    const store = passStore(database.sql);
    await store.addPass(aPass('p5', { clientProjectId: 'id-BETA' }));
    const ids = async (from: string, to: string) =>
      (await store.listPassesOf('id-BETA', { from: moscow(from), to: moscow(to) })).map(
        ({ id }) => id,
      );
    expect(await ids('2026-11-24T10:00', '2026-11-24T10:01')).toEqual(['p5']);
    expect(await ids('2026-11-24T09:00', '2026-11-24T10:00')).toEqual([]);
  });
});

describe('confirmationStore', () => {
  it('keeps the last of two confirmations: the blocker may have been opened in between', async () => {
    const store = confirmationStore(database.sql);
    const first = {
      ...{ successorId: '10007', blockerId: '10012', closedAsId: '10001' },
      ...{ by: 'tam', at: ISSUED },
    };
    await store.addConfirmation(first);
    const last = { ...first, by: 'deputy', at: MINUTE_LATER };
    await store.addConfirmation(last);
    expect(await store.listConfirmations(['10007', '10008'])).toEqual([last]);
    expect(await store.listConfirmations([])).toEqual([]);
  });
});
