import type { CoverageView } from '../../../src/contract/coverage';
import { OrderOnHost } from '../../builders/order-on-host';
import { asker } from '../../host/company/ask';
import { people } from '../../host/company/people';

jest.setTimeout(300_000);

const IMPORTED = 5_000;
/** Of those, so many wait for one issue. */
const WAITING = 40;
const FIVE_MINUTES = 5;

let order: OrderOnHost;
beforeAll(async () => {
  order = await OrderOnHost.open();
}, 180_000);
afterAll(async () => {
  expect(order.host.jira.unknownCalls).toEqual([]);
  await order.host.stop();
});

/** What the coverage page says of looks that are still to come. */
async function backlog(): Promise<number> {
  const settings = asker(order.host, 'tam-settings', { as: people.admin.accountId });
  return (await settings<CoverageView>('coverage', { from: 0 })).overdue;
}

describe('D45: an import of 5,000 issues', () => {
  it('is taken in by the queue and a table, one row an issue, and ends as Jira says', async () => {
    const heard = hearEvents();
    const blocker = order.create('NET', 'Done');
    const keys = Array.from({ length: IMPORTED }, () => order.create('VIRT'));
    // The import goes on over the same issues: a second event of each.
    const touched = keys.slice(-300);
    for (const issueKey of touched) {
      await order.rest.put(`/rest/api/3/issue/${issueKey}`, { fields: { labels: ['imported'] } });
    }
    const waiting = keys.slice(-WAITING);
    for (const key of waiting) await order.link(blocker, key);
    order.push(blocker, 'In Progress');
    await order.host.settle();
    expect(heard.count).toBeGreaterThanOrEqual(IMPORTED + touched.length + WAITING);
    expect(heard.failed).toEqual([]);
    // What the queue took is done; all others wait, each once however many events it had.
    const before = await backlog();
    expect(before).toBeGreaterThan(IMPORTED - 1000);
    expect(before).toBeLessThanOrEqual(IMPORTED + WAITING + 2);
    await interrupted();
    expect(await backlog()).toBe(before);
    for (let run = 0; (await backlog()) > 0 && run < 8; run += 1) await order.minute(FIVE_MINUTES);
    expect(await backlog()).toBe(0);
    const places = await Promise.all(waiting.map((key) => order.place(key)));
    expect(new Set(places)).toEqual(new Set([`waiting ${blocker}`]));
  });
});

/** How many events have reached the app, and which of them it could not take. */
function hearEvents() {
  const heard = { count: 0, failed: [] as string[] };
  order.host.forge.onInvocation(({ trigger, error, logs }) => {
    if (trigger !== 'event') return;
    heard.count += 1;
    const [log] = logs;
    if (error !== undefined || log !== undefined) heard.failed.push(error ?? log?.text ?? '');
  });
  return heard;
}

/** The schedule comes while the database is down: nothing is lost, and the next one goes on. */
async function interrupted(): Promise<void> {
  order.host.forge.outages.sql = 'errors';
  await order.host.forge.runSchedule('due-warnings');
  order.host.forge.outages.sql = 'none';
}
