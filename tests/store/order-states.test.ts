import { instant } from '../../src/core/time';
import { ORDER_MIGRATIONS } from '../../src/store/migrations/order-migrations';
import { orderStateStore } from '../../src/store/order/order-states';
import type { OrderState } from '../../src/usecases/ports/order-state-port';
import { moscow } from '../builders/incident';
import { openTestSql, type TestSql } from './open-test-sql';

let database: TestSql;

beforeAll(async () => {
  database = await openTestSql(ORDER_MIGRATIONS);
}, 60_000);

afterAll(() => database.stop());

const READ = moscow('2026-11-24T10:00');

function aState(issueId: string, changes: Partial<OrderState> = {}): OrderState {
  return {
    ...{ issueId, issueKey: 'VIRT-7', projectId: '10002', clientProjectId: null },
    ...{ statusId: '1', category: 'todo', state: 'waiting', waitsFor: ['10012'] },
    ...{ linkedIds: ['10012', '10013'], openIds: ['10012'], successorIds: [], nearIds: ['10012'] },
    flags: [{ kind: 'cycle', path: ['10012', '10007', '10012'] }],
    notice: { kind: 'settling', since: READ, blockerIds: ['10012'], round: 2 },
    pending: { kind: 'withdrawn', key: 'k', openIds: ['10012'] },
    mark: 'todo',
    isRestricted: false,
    property: { state: 'waiting', waitsFor: ['NET-12'], client: 'ACME' },
    ...{ lookAgainAt: null, isPublished: true, readAt: READ, version: 1 },
    ...changes,
  };
}

describe('orderStateStore', () => {
  it('answers a state as it was saved', async () => {
    const store = orderStateStore(database.sql);
    expect(await store.saveState(aState('1'), 0)).toBe(true);
    expect(await store.listStates(['1', '2'])).toEqual([aState('1')]);
    expect(await store.listStates([])).toEqual([]);
  });

  it('lets one of two first readings in', async () => {
    const store = orderStateStore(database.sql);
    const saved = await Promise.all([
      store.saveState(aState('3'), 0),
      store.saveState(aState('3'), 0),
    ]);
    expect(saved.sort()).toEqual([false, true]);
  });

  it('refuses a change of what somebody else has changed meanwhile', async () => {
    const store = orderStateStore(database.sql);
    await store.saveState(aState('4'), 0);
    expect(await store.saveState(aState('4', { state: 'ready' }), 1)).toBe(true);
    expect(await store.saveState(aState('4', { state: 'running' }), 1)).toBe(false);
    expect((await store.listStates(['4']))[0]).toMatchObject({ state: 'ready', version: 2 });
  });

  it('counts those that are warned of a blocker in an unknown state (D4)', async () => {
    const store = orderStateStore(database.sql);
    const before = await store.countUnknown();
    await store.saveState(aState('8', { flags: [{ kind: 'unknownBlocker', blockerId: '9' }] }), 0);
    expect(await store.countUnknown()).toBe(before + 1);
  });

  it('lists whose place names an issue, and nobody whose ids only contain its id', async () => {
    const store = orderStateStore(database.sql);
    await store.saveState(aState('11', { linkedIds: ['77001'] }), 0);
    await store.saveState(aState('12', { successorIds: ['77001'] }), 0);
    await store.saveState(aState('13', { nearIds: ['770011', '177001'] }), 0);
    expect(await store.listNaming('77001')).toEqual(['11', '12']);
  });

  it('refuses an older reading, whatever it knows of the version (D46)', async () => {
    const store = orderStateStore(database.sql);
    await store.saveState(aState('5'), 0);
    const older = aState('5', { state: 'ready', readAt: instant(READ - 1) });
    expect(await store.saveState(older, 1)).toBe(false);
  });

  it('lists what time has changed, from its very instant on', async () => {
    const store = orderStateStore(database.sql);
    await store.saveState(aState('6', { lookAgainAt: instant(READ + 60_000) }), 0);
    expect(await store.listDueStates(instant(READ + 59_999), 10)).toEqual([]);
    expect(await store.listDueStates(instant(READ + 60_000), 10)).toEqual(['6']);
  });

  it('walks over all, page by page, and forgets what is removed', async () => {
    const store = orderStateStore(database.sql);
    const all = await store.listStateIds('', 100);
    const [first] = all;
    expect(await store.listStateIds('', 1)).toEqual([first]);
    expect(await store.listStateIds(first ?? '', 100)).toEqual(all.slice(1));
    await store.removeStates(all);
    expect(await store.listStateIds('', 100)).toEqual([]);
  });

  it('lists work that was started out of order', async () => {
    const store = orderStateStore(database.sql);
    await store.saveState(aState('7', { state: 'suspect', category: 'inProgress' }), 0);
    await store.saveState(aState('8'), 0);
    expect((await store.listSuspects(10)).map(({ issueId }) => issueId)).toEqual(['7']);
  });
});
