import type { Host } from '../../host/host';
import { ANN, bench, startFixture } from './start-fixture';

describe('a resolver in the local Forge', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startFixture();
  });
  afterAll(() => host.stop());

  it('gets the payload of the page and the context of the host', async () => {
    const answer = await bench<{ payload: unknown; context: Record<string, unknown> }>(host, 'echo', {
      accountId: 'somebody-else',
    });
    expect(answer.payload).toEqual({ accountId: 'somebody-else' });
    expect(answer.context).toMatchObject({
      accountId: ANN,
      moduleKey: 'bench',
      timezone: 'Europe/Berlin',
      extension: { type: 'jira:globalPage' },
    });
  });
});
