import type { Host } from '../../host/host';
import { bench, startFixture } from './start-fixture';

let host: Host;
beforeAll(async () => {
  host = await startFixture();
});
afterAll(() => host.stop());

const change = (key: string, what: 'retry' | 'throw') =>
  host.forge.deliver({
    eventType: 'avi:jira:updated:issue',
    timestamp: '1',
    selfGenerated: false,
    issue: { id: '1', key, fields: { project: { id: '10', key: 'NET' } } },
    do: what,
  });
const attemptsOf = async (key: string): Promise<unknown> =>
  (await bench<{ value?: unknown }>(host, 'kvsGet', { key: `attempts:${key}` })).value;

describe('product events', () => {
  it('come again when the function asks for it, at most four times', async () => {
    change('NET-9', 'retry');
    await host.settle();
    await expect(attemptsOf('NET-9')).resolves.toEqual(['first']);
    for (let times = 0; times < 5; times += 1) {
      host.clock.moveBy(60_000);
      await host.settle();
    }
    const again = (retryCount: number) =>
      expect.objectContaining({ retryCount, retryReason: 'FUNCTION_RETRY_REQUEST' });
    await expect(attemptsOf('NET-9')).resolves.toEqual([
      'first',
      again(1),
      again(2),
      again(3),
      again(4),
    ]);
  });

  it('are forgotten when the function throws', async () => {
    change('NET-10', 'throw');
    await host.settle();
    host.clock.moveBy(60_000);
    await host.settle();
    await expect(attemptsOf('NET-10')).resolves.toEqual(['first']);
  });
});
