import api, { authorize, getAppContext, i18n, type Route, route } from '@forge/api';
import { Queue } from '@forge/events';
import { kvs, WhereConditions } from '@forge/kvs';
import Resolver from '@forge/resolver';
import { migrationRunner, sql } from '@forge/sql';

type Call<T> = { payload: T; context: { accountId?: string; extension: unknown } };
type Answer = { status: number; body: unknown };

const resolver = new Resolver();
const queue = new Queue({ key: 'work' });

function define(key: string, run: (call: Call<never>) => unknown): void {
  resolver.define(key, (request) => run(request as Call<never>) as never);
}

async function answerOf(response: Awaited<ReturnType<typeof api.requestJira>>): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

const paths: Record<string, Route> = {
  myself: route`/rest/api/3/myself`,
  unlisted: route`/rest/api/3/avatar/user/system`,
};

define('echo', ({ payload, context }: Call<unknown>) => ({ payload, context }));
define('fail', () => {
  throw new TypeError('the bench breaks');
});
define('now', () => ({ now: Date.now(), iso: new Date().toISOString() }));
define('log', () => {
  console.log('first', { second: 2 });
  console.error('third');
});
define('big', ({ payload }: Call<{ bytes: number }>) => ({
  text: 'x'.repeat(payload.bytes),
}));
define('exit', () => process.exit(1));
define('appContext', () => {
  const { appAri, environmentType, moduleKey, permissions } = getAppContext();
  return { app: String(appAri), environmentType, moduleKey, scopes: permissions?.scopes };
});
define('title', async ({ payload }: Call<{ locale: 'ru-RU' }>) => {
  const translate = await i18n.createTranslationFunction(payload.locale);
  return { title: translate('bench.title') };
});

define('asUser', async ({ payload }: Call<{ path: string }>) =>
  answerOf(await api.asUser().requestJira(paths[payload.path] ?? route`/rest/api/3/myself`)),
);
define('asApp', async () => answerOf(await api.asApp().requestJira(route`/rest/api/3/myself`)));
define('writeIssue', async () =>
  answerOf(
    await api.asUser().requestJira(route`/rest/api/3/issue/NET-1`, {
      method: 'PUT',
      body: JSON.stringify({ fields: { summary: 'changed' } }),
    }),
  ),
);
define('mayEdit', async ({ payload }: Call<{ issueId: string }>) => ({
  mayEdit: await authorize().onJiraIssue(payload.issueId).canEdit?.(),
}));
define('egress', () => api.fetch('https://example.com/'));
define('graph', () => api.asApp().requestGraph('{ me { id } }'));

define('migrate', async () => {
  await migrationRunner
    .enqueue(
      'v1',
      'CREATE TABLE IF NOT EXISTS facts (id VARCHAR(20) PRIMARY KEY, at BIGINT, share DECIMAL(5,2))',
    )
    .enqueue('v2', 'CREATE INDEX IF NOT EXISTS facts_at ON facts (at)')
    .run();
  return { names: (await migrationRunner.list()).map(({ name }) => name) };
});
define('sql', async ({ payload }: Call<{ query: string; params?: unknown[] }>) => {
  const statement = sql.prepare(payload.query).bindParams(...(payload.params ?? []));
  return { rows: (await statement.execute()).rows };
});
define('ddl', async ({ payload }: Call<{ query: string }>) => ({
  rows: (await sql.executeDDL(payload.query)).rows,
}));

define('kvsSet', async ({ payload }: Call<{ key: string; value: unknown; once?: true }>) => {
  const keyPolicy = payload.once === true ? 'FAIL_IF_EXISTS' : 'OVERRIDE';
  await kvs.set(payload.key, payload.value as string, { keyPolicy });
});
define('kvsGet', async ({ payload }: Call<{ key: string }>) => ({
  value: await kvs.get(payload.key),
}));
define('kvsQuery', async ({ payload }: Call<{ prefix: string; cursor?: string }>) => {
  const query = kvs.query().where('key', WhereConditions.beginsWith(payload.prefix)).limit(2);
  return payload.cursor === undefined ? query.getMany() : query.cursor(payload.cursor).getMany();
});
define('kvsTransact', async ({ payload }: Call<{ keys: string[]; value: unknown }>) => {
  const transaction = kvs.transact();
  for (const key of payload.keys) transaction.set(key, payload.value as string);
  await transaction.execute();
});

define('push', ({ payload }: Call<Parameters<typeof queue.push>[0]>) => queue.push(payload));
define('stats', ({ payload }: Call<{ jobId: string }>) => queue.getStats(payload.jobId));
define('cancel', ({ payload }: Call<{ jobId: string }>) => queue.cancel(payload.jobId));

export const handler = resolver.getDefinitions();
