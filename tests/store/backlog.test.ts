import { instant } from '../../src/core/time';
import { backlogStore } from '../../src/store/backlog';
import { ORDER_MIGRATIONS } from '../../src/store/migrations/order-migrations';
import { moscow } from '../builders/incident';
import { openTestSql, type TestSql } from './open-test-sql';

let database: TestSql;

beforeAll(async () => {
  database = await openTestSql(ORDER_MIGRATIONS);
}, 60_000);
afterAll(() => database.stop());

const NOON = moscow('2026-11-24T12:00');
const at = (ms: number) => instant(NOON + ms);
const PROJECT = { id: '10001', key: 'NET', name: 'Network' };
const change = (issueId: string, fields: readonly string[]) =>
  ({ kind: 'change', change: { issueId, project: PROJECT, fields } }) as const;

describe('backlogStore', () => {
  it('keeps a look as it was asked for, once, and the oldest come first', async () => {
    const store = backlogStore(database.sql);
    await store.keepLooks([{ kind: 'order', issueId: '2' }], at(5));
    await store.keepLooks([change('1', ['status']), change('1', ['status'])], at(1));
    await store.keepLooks([{ kind: 'refresh', issueId: '2' }], at(9));
    expect(await store.countLooks()).toBe(3);
    expect(await store.listLooks(at(9), 10)).toEqual([
      ...[change('1', ['status']), { kind: 'order', issueId: '2' }],
    ]);
    expect(await store.listLooks(at(9), 1)).toHaveLength(1);
  });

  it('takes two different changes for one of which anything is to be expected', async () => {
    const store = backlogStore(database.sql);
    await store.keepLooks([change('5', ['summary'])], at(0));
    await store.keepLooks([change('5', ['labels'])], at(0));
    const looks = await store.listLooks(at(1), 10);
    expect(looks).toEqual([
      {
        kind: 'change',
        change: {
          ...{ issueId: '5', project: null },
          fields: ['status', 'project', 'security', 'Parent'],
        },
      },
    ]);
  });

  it('strikes off what was queued, but for what was asked for again since', async () => {
    const store = backlogStore(database.sql);
    await store.removeLooks(await store.listLooks(at(100), 100), at(100));
    await store.keepLooks([change('7', []), change('8', [])], at(200));
    const looks = await store.listLooks(at(300), 10);
    await store.keepLooks([change('8', [])], at(400));
    await store.removeLooks(looks, at(300));
    expect(await store.listLooks(at(500), 10)).toEqual([change('8', [])]);
  });
});
