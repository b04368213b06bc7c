import type { RuledWorkflows } from '../../../src/contract/coverage';
import { TO } from '../../builders/order-on-host';
import { OrderRows } from '../../builders/order-rows';
import { asker } from '../../host/company/ask';
import { people } from '../../host/company/people';

jest.setTimeout(120_000);

let order: OrderRows;

beforeAll(async () => {
  order = await OrderRows.open();
}, 180_000);
afterEach(() => {
  order.host.forge.outages.jira = 'none';
});
afterAll(async () => {
  expect(order.host.jira.unknownCalls).toEqual([]);
  await order.host.stop();
});

const ask = <T>(functionKey: string, payload: object): Promise<T> =>
  asker(order.host, 'tam-settings', { as: people.admin.accountId })<T>(functionKey, payload);

const ruled = async () =>
  (await ask<RuledWorkflows>('ruledWorkflows', { from: 0 })).workflows.map(({ id }) => id);

describe('D32: the app is taken away', () => {
  it('with its rules still on, since its hook failed: Jira refuses whatever carries one', async () => {
    const free = order.create('VIRT');
    await order.host.settle();
    order.host.forge.outages.jira = 'errors';
    order.host.forge.haste.times = 10;
    expect(await order.host.forge.uninstall()).toMatchObject([{ ok: false }]);
    order.host.forge.haste.times = 1;
    expect(await order.move(free, TO.start)).not.toBe('done');
    order.host.forge.install();
    expect(await order.move(free, TO.start)).toBe('done');
  });

  it('without a word: its hook switches the rules off, and all goes on', async () => {
    const [blocker, waiting] = await order.pair();
    expect(await order.move(waiting, TO.start)).toContain(blocker);
    expect(await order.host.forge.uninstall()).toMatchObject([{ ok: true }]);
    expect(await order.move(waiting, TO.start)).toBe('done');
    order.host.forge.install();
    expect(await ruled()).not.toEqual([]);
  });

  it('after "Prepare uninstall": no workflow carries the rule any more', async () => {
    for (const workflowId of await ruled()) {
      await ask('detachRule', { workflowId, transitionIds: null });
    }
    expect(await ruled()).toEqual([]);
    const [, waiting] = await order.pair();
    await order.host.forge.uninstall();
    expect(await order.move(waiting, TO.start)).toBe('done');
  });
});
