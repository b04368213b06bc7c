import * as v from 'valibot';
import { onEvent } from '../../src/handlers/edge-background';

const context = { installContext: 'ari:cloud:jira::site/1' };
const Body = v.object({ id: v.string() });

const logged: string[] = [];
beforeEach(() => {
  logged.length = 0;
  jest.spyOn(console, 'warn').mockImplementation((line: string) => void logged.push(line));
});
afterEach(() => jest.restoreAllMocks());

describe('a function of a product event', () => {
  it('hands back nothing when it has done its work', async () => {
    const seen: string[] = [];
    const handler = onEvent('test', Body, async (_, { id }) => void seen.push(id));
    expect(await handler({ id: '7' }, context)).toBeUndefined();
    expect(seen).toEqual(['7']);
  });

  it('asks Forge for the event again after a minute when something failed', async () => {
    const handler = onEvent('test', Body, () => Promise.reject(new Error('queue is full')));
    expect(await handler({ id: '7' }, context)).toMatchObject({
      _retry: true,
      retryOptions: { retryAfter: 60 },
    });
    expect(logged).toEqual([expect.stringContaining('queue is full')]);
  });

  it('does not ask again for a body that it cannot read', async () => {
    const handler = onEvent('test', Body, () => Promise.reject(new Error('never called')));
    expect(await handler({ id: 7 }, context)).toBeUndefined();
  });
});
