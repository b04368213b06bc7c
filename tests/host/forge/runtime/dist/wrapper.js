/**
 * What stands between Forge's runtime and a handler (`__forge_wrapper__.cjs` in a bundle): gives
 * the @forge packages their two globals, sends every platform call to the proxy, takes over
 * fetch and console, and turns a thrown error into a result.
 */
const { AsyncLocalStorage } = require('node:async_hooks');
const { join } = require('node:path');
const { inspect } = require('node:util');

const invocations = new AsyncLocalStorage();
const nativeFetch = globalThis.fetch;
const RealDate = Date;
let clockOffsetMs = 0;
const realSetTimeout = globalThis.setTimeout;
let haste = 1;

const CAPABILITIES = ['kvs', 'sql', 'os', 'realtime'];
const LEVELS = { trace: 20, debug: 20, log: 30, info: 30, warn: 40, error: 50 };

globalThis.__forge_fetch__ = (meta, path, init) => callProxy(routeOf(meta), path, init);
globalThis.fetch = (input, init) => callEgress(String(input.url ?? input), init);
Object.defineProperty(globalThis, '__forge_runtime__', { get: () => invocations.getStore() });

for (const [method, logLevel] of Object.entries(LEVELS)) {
  console[method] = (...logArguments) => writeLog(logLevel, logArguments);
}

/** The app lives in the host's time: `now` is real time shifted by the host clock's offset. */
globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(RealDate.now() + clockOffsetMs).toString(),
  construct: (target, args, newTarget) =>
    Reflect.construct(
      target,
      args.length === 0 ? [RealDate.now() + clockOffsetMs] : args,
      newTarget,
    ),
  get: (target, key) =>
    key === 'now' ? () => RealDate.now() + clockOffsetMs : Reflect.get(target, key),
});

/** Timers run faster where a test is in a hurry to see a time limit pass. */
globalThis.setTimeout = (run, ms = 0, ...args) => realSetTimeout(run, ms / haste, ...args);

exports.main = async (event, lambdaContext) => {
  const { handler, body, variables = [], _meta: meta } = event;
  clockOffsetMs = meta.hostClockOffsetMs ?? 0;
  haste = meta.hostHaste ?? 1;
  for (const { key, value } of variables) process.env[key] = value;
  return invocations.run(runtimeOf(meta, lambdaContext), () => run(handler, body, contextOf(meta)));
};

async function run(handler, body, context) {
  try {
    const answer = await handlerFunction(handler)(body, context);
    return {
      success: true,
      body: answer === undefined ? undefined : JSON.parse(JSON.stringify(answer)),
    };
  } catch (error) {
    return { success: false, status: 500, error: describe(error) };
  }
}

function handlerFunction(handler) {
  const dot = handler.lastIndexOf('.');
  const handle = require(join(__dirname, `${handler.slice(0, dot)}.cjs`))[handler.slice(dot + 1)];
  if (typeof handle !== 'function') throw new Error(`no function is exported as ${handler}`);
  return handle;
}

function describe(error) {
  const known = error instanceof Error ? error : new Error(String(error));
  return {
    errorMessage: known.message,
    errorType: known.name,
    stack: (known.stack ?? '')
      .split('\n')
      .slice(1)
      .map((line) => line.trim()),
    serviceKey: known.serviceKey,
    options: known.options,
  };
}

function contextOf(meta) {
  return {
    installContext: meta.contextAri,
    ...(meta.aaid === undefined ? {} : { principal: { accountId: meta.aaid } }),
    installation: meta.appContext.installation,
    license: meta.license,
  };
}

function runtimeOf(meta, lambdaContext) {
  const timer = { measure: () => ({ stop: () => undefined }) };
  const counter = { incr() {}, incrBy() {}, decr() {}, decrBy() {} };
  return {
    appContext: meta.appContext,
    contextAri: meta.contextAri,
    aaid: meta.aaid,
    license: meta.license,
    lambdaContext,
    metrics: { counter: () => counter, timing: () => timer, gauge: () => ({ set() {} }) },
    externalAuth: [],
    container: { appCodeDir: __dirname },
    proxy: meta.proxy,
    tracing: meta.tracing,
    realtime: meta.realtime,
    featureFlags: () => ({}),
  };
}

function routeOf(meta) {
  const { type, provider, remote, accountId } = meta;
  if (CAPABILITIES.includes(type)) return `/fpp/as/app/provider/atlassian/capability/${type}`;
  if (type === 'fpp' && remote !== undefined) {
    const account = accountId === undefined ? '' : `/account/${encodeURIComponent(accountId)}`;
    return `/fpp/provider/${provider}/remote/${remote}${account}`;
  }
  return `/unmodelled/${type}/${provider ?? ''}/${remote ?? meta.contextAri ?? ''}`;
}

function callProxy(route, target, init = {}) {
  const { token, url } = invocations.getStore().proxy;
  const headers = new Headers(init.headers);
  headers.set('forge-proxy-authorization', `Bearer ${token}`);
  headers.set('forge-proxy-target', target);
  return nativeFetch(`${url}${route}`, { ...init, headers });
}

async function callEgress(url, init) {
  const response = await callProxy('/egress', url, init);
  if (response.headers.get('forge-proxy-error') !== 'REQUEST_EGRESS_ALLOWLIST_ERR') return response;
  const refusal = new Error(`URL not included in the external fetch backend permissions: ${url}`);
  throw Object.assign(refusal, { name: 'REQUEST_EGRESS_ALLOWLIST_ERR', status: 403 });
}

function writeLog(logLevel, args) {
  const invocationId = invocations.getStore()?.appContext.invocationId;
  const logArguments = args.map((arg) =>
    typeof arg === 'string' ? arg : inspect(arg, { depth: 6 }),
  );
  process.stdout.write(`${JSON.stringify({ invocationId, logLevel, logArguments })}\n`);
}
