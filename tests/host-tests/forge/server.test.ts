import type { Host } from '../../host/host';
import { ANN, startFixture } from './start-fixture';

let host: Host;
beforeAll(async () => {
  host = await startFixture();
});
afterAll(() => host.stop());

async function call(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${host.url}${path}`, {
    method,
    headers: { cookie: `host-actor=${ANN}; host-locale=ru-RU` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
const json = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
  (await (await call(method, path, body)).json()) as T;

type Frame = { frameId: string; url: string; context: Record<string, unknown> };
const openBench = (): Promise<Frame> => json<Frame>('POST', '/host/frames', { moduleKey: 'bench' });

describe('the host over HTTP', () => {
  it('says who looks, in which language, and which pages the app has', async () => {
    await expect(json('GET', '/host/session')).resolves.toMatchObject({
      me: { accountId: ANN, displayName: 'Ann' },
      locale: 'ru-RU',
      offsetMs: 0,
      jiraAdmin: false,
      apps: [{ moduleKey: 'bench', title: 'Верстак' }],
    });
  });

  it('acts as the person of the cookie in REST, or of the bearer token', async () => {
    const me = await json('GET', '/rest/api/3/myself');
    expect(me).toMatchObject({ accountId: ANN });
    const asBearer = await fetch(`${host.url}/rest/api/3/myself`, {
      headers: { authorization: `Bearer ${ANN}` },
    });
    expect(asBearer.status).toBe(200);
  });

  it('moves the clock and puts it back', async () => {
    const moved = await json<{ offsetMs: number }>('POST', '/host/clock', { moveByMs: 1_000 });
    expect(moved.offsetMs).toBe(1_000);
    await json('POST', '/host/clock', { reset: true });
    expect(host.clock.offset()).toBe(0);
  });

  it('refuses an admin page to a person who is no administrator', async () => {
    const { status } = await call('POST', '/host/frames', { moduleKey: 'settings' });
    expect(status).toBe(404);
  });

  it('turns the switches of Jira and of the events', async () => {
    const turned = await json('POST', '/host/switches', { indexLagMs: 5, loseEvents: 0.5 });
    expect(turned).toMatchObject({ indexLagMs: 5, loseEvents: 0.5, duplicateEvents: 0 });
    expect(host.forge.switches.loseEvents).toBe(0.5);
    await json('POST', '/host/switches', { loseEvents: 0 });
  });

  it.each([
    [{ loseEvents: 50 }, 'loseEvents: a share from 0 to 1'],
    [{ rateLimitNext: { count: -1 } }, 'rateLimitNext.count: a number of calls from 0 to 1000'],
    [{ indexLagMs: 'long' }, 'indexLagMs: milliseconds from 0 to 86400000'],
  ])('refuses the switches %j and says why', async (switches, message) => {
    const response = await call('POST', '/host/switches', switches);
    expect(response.status).toBe(400);
    await expect(response.json()).resolves.toEqual({ error: { message } });
  });

  it('takes the 429s back', async () => {
    await json('POST', '/host/switches', { rateLimitNext: { count: 3 } });
    expect(host.jira.settings.rateLimitNext.count).toBe(3);
    const turned = await json('POST', '/host/switches', { rateLimitNext: null });
    expect(turned).toMatchObject({ rateLimitNext: { count: 0 } });
  });

  it('names a path that it does not have', async () => {
    const response = await call('GET', '/host/nothing');
    expect(response.status).toBe(404);
    await expect(response.json()).resolves.toEqual({
      error: { message: 'the host has no GET /host/nothing' },
    });
  });
});

describe("a frame of the app's page", () => {
  it('stands on an origin of its own, under the policy of production', async () => {
    const { url } = await openBench();
    expect(new URL(url).origin).not.toBe(host.url);
    const page = await fetch(url);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self' https://forge.cdn.prod.atlassian-dev.net");
    expect(policy).toContain(`frame-ancestors 'self'`);
    expect(policy).toContain(host.url);
    expect(policy).not.toContain('unsafe-inline');
  });

  it('loads the bridge before everything else, and the translations beside it', async () => {
    const { url } = await openBench();
    const html = await (await fetch(url)).text();
    expect(html).toContain('<head><script src="./__bridge.js" data-clock-offset="0"');
    const bridge = await fetch(new URL('./__bridge.js', url));
    expect(bridge.headers.get('content-type')).toContain('text/javascript');
    const texts = await fetch(new URL('./__LOCALES__/ru-RU.json', url));
    await expect(texts.json()).resolves.toEqual({ bench: { title: 'Верстак' } });
  });

  it('serves nothing from outside its resource', async () => {
    const { url } = await openBench();
    const outside = await fetch(new URL('./..%2fmanifest.yml', url));
    expect(outside.status).toBe(404);
  });

  it('invokes the resolver as its person, with the context of the host', async () => {
    const { frameId } = await openBench();
    const payload = { functionKey: 'echo', payload: { n: 1 } };
    const answer = await json('POST', `/host/frames/${frameId}/bridge`, { cmd: 'invoke', payload });
    expect(answer).toMatchObject({
      ok: true,
      result: { payload: { n: 1 }, context: { accountId: ANN, locale: 'ru-RU' } },
    });
  });

  it("passes a function's error on as an answer", async () => {
    const { frameId } = await openBench();
    const payload = { functionKey: 'fail' };
    await expect(
      json('POST', `/host/frames/${frameId}/bridge`, { cmd: 'invoke', payload }),
    ).resolves.toEqual({
      ok: false,
      error: { message: 'There was an error invoking the function - the bench breaks' },
    });
  });

  it("asks Jira as its person, within the app's scopes", async () => {
    const { frameId } = await openBench();
    const ask = (method: string, restPath: string) =>
      json<{ result: { status: number; body: string } }>('POST', `/host/frames/${frameId}/bridge`, {
        cmd: 'fetchProduct',
        payload: {
          product: 'jira',
          restPath,
          fetchRequestInit: { method, body: null, headers: [] },
        },
      });
    const mine = await ask('GET', '/rest/api/3/myself');
    expect(JSON.parse(mine.result.body)).toMatchObject({ accountId: ANN });
    expect((await ask('DELETE', '/rest/api/3/issue/NET-1')).result.status).toBe(403);
  });

  it('refuses a bridge command that the host does not know', async () => {
    const { frameId } = await openBench();
    const { status } = await call('POST', `/host/frames/${frameId}/bridge`, { cmd: 'openRovo' });
    expect(status).toBe(400);
  });
});

describe('the inspector', () => {
  it('lists what has run since a number', async () => {
    const before = await json<{ next: number }>('GET', '/host/invocations?since=0');
    await host.forge.runSchedule('hourly');
    const after = await json<{ items: unknown[] }>('GET', `/host/invocations?since=${before.next}`);
    expect(after.items).toMatchObject([
      { trigger: 'schedule', moduleKey: 'hourly', kvs: { reads: 1, writes: 1 } },
    ]);
  });

  it('lists the mails that Jira would have sent', async () => {
    const mail = { at: 0, issueKey: 'NET-1', accountIds: ['anna'], subject: 'News', text: 'Done' };
    host.jira.state.mails.push(mail);
    expect(await json('GET', '/host/mails')).toEqual({ items: [mail] });
  });
});
