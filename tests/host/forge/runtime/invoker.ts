import { randomUUID } from 'node:crypto';
import type { HostClock } from '../../clock';
import type { Activity } from '../activity';
import type { Haste } from '../forge';
import type { InvocationOutcome, InvocationRecord, TriggerKind } from '../invocation';
import type { InvocationLog } from '../invocation-log';
import type { AppManifest, FunctionModule } from '../manifest/app-manifest';
import type { ForgeProxy } from '../proxy/proxy';
import type { OpenInvocation } from '../services/service';
import type { FunctionPool } from './function-pool';
import type { ProcessAnswer } from './function-process';
import { lambdaEvent } from './lambda-event';
import { judgeRequest, judgeResponse } from './payload-limits';
import { timeLimitOf } from './time-limit';

export type FunctionCall = {
  /** Function of the manifest. */
  functionKey: string;
  moduleKey: string;
  trigger: TriggerKind;
  body: unknown;
  /** Whom the function may ask Jira as. */
  actor?: string;
  /** Named in the function's context without letting it ask as him; the actor when absent. */
  principal?: string;
  /** The name to show in the inspector; the function's key when absent. */
  shownAs?: string;
  /** The chain of queue pushes that led here; a new one when absent. */
  chain?: OpenInvocation['chain'];
};

/** Runs a function of the app as Forge does, with its limits, and records what it did. */
export type Invoker = (call: FunctionCall) => Promise<InvocationOutcome>;

export type InvokerParts = {
  manifest: AppManifest;
  pool: FunctionPool;
  proxy: ForgeProxy;
  clock: HostClock;
  log: InvocationLog;
  activity: Activity;
  haste: Haste;
};

export function createInvoker(parts: InvokerParts): Invoker {
  return (call) => parts.activity.during(() => invoke(parts, call));
}

async function invoke(parts: InvokerParts, call: FunctionCall): Promise<InvocationOutcome> {
  const module = functionOf(parts.manifest, call.functionKey);
  const record = startRecord(parts, call, module);
  const refused = judgeRequest(call.trigger, call.body);
  const started = performance.now();
  const answer =
    refused === undefined
      ? await run(parts, call, module, record)
      : failed('PAYLOAD_TOO_LARGE', refused);
  record.ms = performance.now() - started;
  record.gbSeconds = (module.memoryMb / 1024) * (record.ms / 1000);
  record.logs = answer.logs;
  if (answer.usedMb !== undefined) record.usedMb = answer.usedMb;
  const outcome = toOutcome(answer);
  if (!outcome.ok) record.error = `${outcome.error.name}: ${outcome.error.message}`;
  parts.log.add(record);
  return outcome;
}

function functionOf(manifest: AppManifest, key: string): FunctionModule {
  const module = manifest.functions.find((one) => one.key === key);
  if (module === undefined) throw new Error(`manifest.yml has no function ${key}`);
  return module;
}

function startRecord(
  { log, clock }: InvokerParts,
  call: FunctionCall,
  module: FunctionModule,
): InvocationRecord {
  return {
    id: log.nextId(),
    at: clock.now(),
    functionKey: call.shownAs ?? call.functionKey,
    moduleKey: call.moduleKey,
    trigger: call.trigger,
    ...(call.actor === undefined ? {} : { actor: call.actor }),
    ms: 0,
    memoryMb: module.memoryMb,
    gbSeconds: 0,
    jiraCalls: [],
    sql: [],
    kvs: { reads: 0, writes: 0 },
    logs: [],
  };
}

async function run(
  { manifest, pool, proxy, clock, haste }: InvokerParts,
  call: FunctionCall,
  module: FunctionModule,
  record: InvocationRecord,
): Promise<ProcessAnswer> {
  const invocationId = randomUUID();
  const token = randomUUID();
  const timeoutMs = timeLimitOf(call.trigger, module);
  const leave = proxy.admit(token, {
    record,
    actor: call.actor,
    chain: call.chain ?? { pushes: 0 },
  });
  const event = lambdaEvent({
    handler: module.handler,
    body: call.body,
    moduleKey: call.moduleKey,
    functionKey: call.functionKey,
    invocationId,
    actor: call.principal ?? call.actor,
    appId: manifest.appId,
    scopes: manifest.scopes,
    timeoutMs,
    clockOffsetMs: clock.offset(),
    haste: haste.times,
    proxy: { url: proxy.url, token },
  });
  try {
    return await pool.run({
      requestId: invocationId,
      lambdaEvent: event,
      memoryMb: module.memoryMb,
      timeoutMs: timeoutMs / haste.times,
    });
  } finally {
    leave();
  }
}

function toOutcome({ result }: ProcessAnswer): InvocationOutcome {
  if (!result.success) {
    const { errorType, errorMessage, stack } = result.error;
    return { ok: false, error: { name: errorType, message: errorMessage, stack } };
  }
  const refused = judgeResponse(result.body);
  if (refused === undefined) return { ok: true, body: result.body };
  return { ok: false, error: { name: 'PAYLOAD_TOO_LARGE', message: refused, stack: [] } };
}

function failed(errorType: string, errorMessage: string): ProcessAnswer {
  return { result: { success: false, error: { errorType, errorMessage, stack: [] } }, logs: [] };
}
