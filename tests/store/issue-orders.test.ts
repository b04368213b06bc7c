import { instant } from '../../src/core/time';
import { issueOrderStore } from '../../src/store/order/issue-orders';
import { NO_ISSUE_ORDER } from '../../src/usecases/ports/order-ports';
import { openTestKvs } from '../builders/open-test-kvs';

openTestKvs();
const store = issueOrderStore();

const NOON = instant(Date.parse('2026-11-24T12:00:00+03:00'));
const LAG = { kind: 'workingDays', days: 2 } as const;

describe('issueOrderStore', () => {
  it('knows nothing of an issue about which nothing was decided', async () => {
    expect(await store.findIssueOrder('1')).toEqual(NO_ISSUE_ORDER);
  });

  it('keeps all of two decisions of one moment, whichever comes first', async () => {
    await Promise.all([
      store.changeIssueOrder('2', (order) => ({ ...order, notBefore: NOON })),
      store.changeIssueOrder('2', (order) => ({ ...order, lags: { ...order.lags, 7: LAG } })),
    ]);
    await Promise.all([
      store.changeIssueOrder('2', (order) => ({ ...order, keptLinkIds: ['8'] })),
      store.changeIssueOrder('2', (order) => ({ ...order, notBefore: null })),
      store.changeIssueOrder('2', (order) => ({ ...order, lags: { ...order.lags, 9: LAG } })),
    ]);
    expect(await store.findIssueOrder('2')).toEqual({
      ...NO_ISSUE_ORDER,
      ...{ lags: { 7: LAG, 9: LAG }, keptLinkIds: ['8'] },
    });
  });

  it('loses nothing where one takes the last away while another adds', async () => {
    await store.changeIssueOrder('3', (order) => ({ ...order, notBefore: NOON }));
    await Promise.all([
      store.changeIssueOrder('3', (order) => ({ ...order, notBefore: null })),
      store.changeIssueOrder('3', (order) => ({ ...order, keptLinkIds: ['8'] })),
    ]);
    expect(await store.findIssueOrder('3')).toEqual({ ...NO_ISSUE_ORDER, keptLinkIds: ['8'] });
  });

  it('forgets an issue of which nothing is decided any more', async () => {
    await store.changeIssueOrder('4', (order) => ({ ...order, notBefore: NOON }));
    expect([...(await store.listIssueOrders()).keys()]).toContain('4');
    await store.changeIssueOrder('4', (order) => ({ ...order, notBefore: null }));
    expect([...(await store.listIssueOrders()).keys()]).not.toContain('4');
  });

  it('lists all of them, page by page', async () => {
    for (let id = 100; id < 220; id += 1) {
      await store.changeIssueOrder(String(id), (order) => ({ ...order, notBefore: NOON }));
    }
    const all = await store.listIssueOrders();
    expect([...all.keys()].filter((id) => Number(id) >= 100)).toHaveLength(120);
    expect(all.get('219')?.notBefore).toBe(NOON);
  });
});
