import { epicStore } from '../../src/store/epics';
import { ORDER_MIGRATIONS } from '../../src/store/migrations/order-migrations';
import { PROJECT_MIGRATIONS } from '../../src/store/migrations/project-migrations';
import { confirmationStore } from '../../src/store/order/order-confirmations';
import { passStore } from '../../src/store/order/order-passes';
import { releaseStore } from '../../src/store/order/order-releases';
import type { StoredPass } from '../../src/usecases/ports/order-ports';
import { moscow } from '../builders/incident';
import { openTestSql, type TestSql } from './open-test-sql';

let database: TestSql;

beforeAll(async () => {
  database = await openTestSql([...PROJECT_MIGRATIONS, ...ORDER_MIGRATIONS]);
}, 60_000);

afterAll(() => database.stop());

const TEN = moscow('2026-11-24T10:00');
const ELEVEN = moscow('2026-11-24T11:00');

const pass: StoredPass = {
  ...{ id: 'p1', issueId: '10007', gate: 'start', tokens: ['10012', 'at:5'] },
  ...{ clientProjectId: 'id-ACME', issuedBy: 'tam', reason: 'Клиент ждёт «сегодня»' },
  ...{ issuedAt: TEN, expiresAt: moscow('2026-11-24T18:00') },
  ...{ usedAt: null, revokedAt: null, revokedBy: null },
};
const confirmation = {
  ...{ successorId: '10006', blockerId: '10012', closedAsId: '10001', by: 'tam', at: ELEVEN },
};

describe('releaseStore', () => {
  it('answers passes, confirmations and links as they were saved, in one statement', async () => {
    const store = releaseStore(database.sql);
    const later: StoredPass = { ...pass, id: 'p2', issuedAt: ELEVEN, usedAt: ELEVEN };
    for (const each of [pass, later, { ...pass, id: 'p3', issueId: '10008' }]) {
      await passStore(database.sql).addPass(each);
    }
    await confirmationStore(database.sql).addConfirmation(confirmation);
    const epic = { clientProjectId: 'id-ACME', issueId: '10012', linkedBy: 'tam', linkedAt: TEN };
    await epicStore(database.sql).addEpic(epic);
    database.statements.length = 0;
    expect(await store.readReleases(['10007', '10006'], ['10007', '10012'])).toEqual({
      passes: [later, pass],
      confirmations: [confirmation],
      links: [{ issueId: '10012', clientProjectId: 'id-ACME' }],
    });
    expect(database.statements).toHaveLength(1);
  });

  it('asks nothing about no issue, and finds nothing of others', async () => {
    const store = releaseStore(database.sql);
    const nothing = { passes: [], confirmations: [], links: [] };
    database.statements.length = 0;
    expect(await store.readReleases([], [])).toEqual(nothing);
    expect(database.statements).toEqual([]);
    expect(await store.readReleases(['10099'], ['10099'])).toEqual(nothing);
  });
});

describe('confirmationStore', () => {
  it('keeps the later word on a blocker that was opened and cancelled anew', async () => {
    const store = confirmationStore(database.sql);
    const first = { ...confirmation, successorId: '10020', at: TEN };
    const again = { ...first, by: 'deputy', at: ELEVEN };
    await store.addConfirmation(first);
    await store.addConfirmation(again);
    expect(await store.listConfirmations(['10020'])).toEqual([again]);
  });
});
