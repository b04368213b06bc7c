import type { Host } from '../../host/host';
import { ANN, bench, startFixture } from './start-fixture';

type Answer = { status: number; body: { accountId?: string; errorMessages?: string[] } };

let host: Host;
beforeAll(async () => {
  host = await startFixture();
});
afterAll(() => host.stop());

const lastRecord = () => host.invocations().at(-1);

describe('a resolver in the local Forge', () => {
  it('gets the payload of the page and the context of the host', async () => {
    const forged = { accountId: 'somebody-else' };
    const answer = await bench<Record<string, unknown>>(host, 'echo', forged);
    expect(answer.payload).toEqual(forged);
    expect(answer.context).toMatchObject({
      accountId: ANN,
      moduleKey: 'bench',
      timezone: 'Europe/Berlin',
      extension: { type: 'jira:globalPage' },
    });
  });

  it('answers a thrown error by name and message, with a stack in its source', async () => {
    const error = await bench(host, 'fail').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'TypeError', message: 'the bench breaks' });
    const { functionStack } = error as { functionStack: string[] };
    expect(functionStack[0]).toContain('fixture-app/src/handlers/bench.ts');
    expect(lastRecord()).toMatchObject({
      functionKey: 'fail',
      error: 'TypeError: the bench breaks',
    });
  });

  it('refuses an unknown function of the resolver', async () => {
    await expect(bench(host, 'nope')).rejects.toThrow("Resolver has no definition for 'nope'.");
  });

  it('records log lines by level', async () => {
    await bench(host, 'log');
    expect(lastRecord()?.logs).toEqual([
      { level: 'info', text: 'first { second: 2 }' },
      { level: 'error', text: 'third' },
    ]);
  });

  it('records what a run costs: its memory limit times its time', async () => {
    await bench(host, 'echo');
    const { ms, memoryMb, gbSeconds, usedMb } = lastRecord() ?? {};
    expect(memoryMb).toBe(256);
    expect(gbSeconds).toBeCloseTo((256 / 1024) * ((ms ?? 0) / 1000));
    expect(usedMb).toBeGreaterThan(10);
  });

  it('refuses requests over 500 KB and answers over 5 MB', async () => {
    await expect(bench(host, 'echo', { text: 'x'.repeat(512_001) })).rejects.toThrow('500 KB');
    await expect(bench(host, 'big', { bytes: 5 * 1024 * 1024 })).rejects.toThrow('5 MB');
  });

  it('survives a function that ends its process, and starts a new one', async () => {
    await expect(bench(host, 'exit')).rejects.toThrow('the function process died');
    await expect(bench(host, 'echo')).resolves.toMatchObject({ payload: {} });
  });

  it('lives in the time of the host', async () => {
    host.clock.moveTo(Date.parse('2031-05-01T10:00:00Z'));
    const { now, iso } = await bench<{ now: number; iso: string }>(host, 'now');
    host.clock.reset();
    expect(iso).toMatch(/^2031-05-01T10:00:/);
    expect(new Date(now).toISOString().slice(0, 16)).toBe('2031-05-01T10:00');
  });

  it('knows its app, its module and its scopes', async () => {
    await expect(bench(host, 'appContext')).resolves.toEqual({
      app: 'ari:cloud:ecosystem::app/11111111-2222-4333-8444-555555555555',
      environmentType: 'DEVELOPMENT',
      moduleKey: 'bench',
      scopes: ['read:jira-work', 'read:jira-user', 'storage:app', 'manage:jira-configuration'],
    });
  });

  it('finds the translations of the manifest', async () => {
    await expect(bench(host, 'title', { locale: 'ru-RU' })).resolves.toEqual({ title: 'Верстак' });
  });
});

describe('Jira calls of a function', () => {
  it('run as the person who looks, and are recorded with their points (1 + 2 for a user)', async () => {
    const { body } = await bench<Answer>(host, 'asUser', { path: 'myself' });
    expect(body.accountId).toBe(ANN);
    expect(lastRecord()?.jiraCalls).toMatchObject([
      { method: 'GET', path: '/rest/api/3/myself', as: 'user', status: 200, points: 3 },
    ]);
  });

  it('run as the app itself with asApp', async () => {
    const { body } = await bench<Answer>(host, 'asApp');
    expect(body.accountId).toBe(host.jira.state.appUser.accountId);
  });

  it('are refused where the manifest lacks the scope, by name', async () => {
    const { status, body } = await bench<Answer>(host, 'writeIssue');
    expect(status).toBe(403);
    expect(body.errorMessages).toEqual([
      'manifest.yml lacks the scope write:jira-work of PUT /rest/api/3/issue/NET-1',
    ]);
  });

  it('fail loudly where no scope is known', async () => {
    const { status } = await bench<Answer>(host, 'asUser', { path: 'unlisted' });
    expect(status).toBe(501);
    expect(host.forge.unknownCalls.pop()).toContain('GET /rest/api/3/avatar/user/system');
  });
});

describe('calls that the local Forge does not make', () => {
  it('refuses the world outside', async () => {
    const refused = { name: 'REQUEST_EGRESS_ALLOWLIST_ERR' };
    await expect(bench(host, 'egress')).rejects.toMatchObject(refused);
  });

  it('fails on a route that it does not model', async () => {
    await bench(host, 'graph').catch(() => undefined);
    expect(host.forge.unknownCalls.pop()).toContain('remote/stargate -> POST /graphql');
  });
});
