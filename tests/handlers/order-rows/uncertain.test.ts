import type { OrderSettingsView } from '../../../src/contract/order-settings';
import { OrderOnHost, TO } from '../../builders/order-on-host';
import { asker } from '../../host/company/ask';
import { people } from '../../host/company/people';
import { NO_OUTAGES, type Outages } from '../../host/forge/services/outages';

jest.setTimeout(120_000);

let order: OrderOnHost;

beforeAll(async () => {
  order = await OrderOnHost.open();
}, 180_000);
afterEach(async () => {
  mend();
  await decide('allow');
});
afterAll(async () => {
  expect(order.host.jira.unknownCalls).toEqual([]);
  await order.host.stop();
});

function mend(): void {
  const { outages, haste } = order.host.forge;
  Object.assign(outages, NO_OUTAGES);
  haste.times = 1;
  order.host.jira.settings.rateLimitNext.count = 0;
}

/** Ten times as fast: the rule's own limit passes in 1.5 s, Forge's in 2.5 s. */
function outOfOrder(outages: Partial<Outages>): void {
  Object.assign(order.host.forge.outages, outages);
  order.host.forge.haste.times = 10;
}

async function decide(onUncertain: 'allow' | 'refuse'): Promise<void> {
  const settings = asker(order.host, 'tam-settings', { as: people.admin.accountId });
  const { site } = await settings<OrderSettingsView>('loadOrder', {});
  const rules = { ...site.rules, onUncertain };
  if (site.rules.onUncertain !== onUncertain) {
    await settings('saveOrder', { site: { ...site, rules }, switchOn: [] });
  }
}

/** What the last rule did: how it ended, and what it logged. */
function lastRule() {
  const { error, logs } = order.rules().at(-1) ?? {};
  return { error, log: (logs ?? []).map(({ text }) => text).join(' ') };
}

/** Everything is mended, and what failed meanwhile comes again. */
async function afterwards(issueKey: string): Promise<string> {
  mend();
  await order.host.settle();
  await order.minute(2);
  return order.place(issueKey);
}

describe('D31: a start that nobody can judge', () => {
  it.each([
    ['Jira answers 503', { jira: 'errors' }],
    ['Jira does not answer within the 25 seconds', { jira: 'hangs' }],
    ['SQL is dead', { sql: 'errors' }],
    ['SQL does not answer', { sql: 'hangs' }],
    ['the key-value store is dead', { kvs: 'errors' }],
    ['the key-value store does not answer', { kvs: 'hangs' }],
  ] as const)('is allowed, logged, and flagged afterwards when %s', async (_, outages) => {
    const [blocker, waiting] = await order.pair();
    expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
    outOfOrder(outages);
    expect(await order.move(waiting, TO.start)).toBe('done');
    expect(lastRule()).toMatchObject({ error: undefined });
    expect(lastRule().log).toMatch(/allowed unjudged|failed/);
    expect(await afterwards(waiting)).toBe(`suspect ${blocker}`);
  });

  it('is allowed and flagged afterwards when Jira asks the app for patience', async () => {
    const [blocker, waiting] = await order.pair();
    const reason = 'jira-quota-tenant-based';
    order.host.jira.settings.rateLimitNext = { count: 9, reason, retryAfterS: 60 };
    expect(await order.move(waiting, TO.start)).toBe('done');
    expect(lastRule().log).toContain('allowed unjudged');
    expect(await afterwards(waiting)).toBe(`suspect ${blocker}`);
  });

  it.each([
    ['Jira answers 503', { jira: 'errors' }],
    ['Jira does not answer', { jira: 'hangs' }],
    ['SQL is dead', { sql: 'errors' }],
    ['SQL does not answer', { sql: 'hangs' }],
  ] as const)('is refused in words where the site says so and %s', async (_, outages) => {
    await decide('refuse');
    const [, waiting] = await order.pair();
    outOfOrder(outages);
    const text = await order.move(waiting, TO.start);
    expect(text).toContain(`${waiting}`);
    expect(text).toMatch(/was not moved: .*no answer/);
    expect(lastRule()).toMatchObject({ error: undefined });
    expect(lastRule().log).toContain('refused unjudged');
    mend();
    expect(await order.statusOf(waiting)).toBe('To Do');
  });
});
