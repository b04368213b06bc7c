import { createHostClock } from '../host/clock';
import type { AppManifest } from '../host/forge/manifest/app-manifest';
import { createKvsService } from '../host/forge/services/kvs-service';
import type { ServiceCall } from '../host/forge/services/service';

/**
 * The local key-value store behind the one seam of Forge's SDK, without a function around it.
 * `letQueriesLag`: from then on queries miss what is written, as Forge's may; gets do not.
 */
export function openTestKvs(): { readonly letQueriesLag: () => void } {
  const [now, before] = [openService(), openService()];
  let isLagging = false;
  const forge = globalThis as { __forge_fetch__?: unknown; __forge_runtime__?: unknown };
  forge.__forge_runtime__ = {};
  forge.__forge_fetch__ = async (_meta: unknown, target: string, { body }: { body: string }) => {
    const isWrite = !/get$|query$/.test(target);
    if (isWrite && !isLagging) await before(target, body);
    const reply = await (target.endsWith('/query') ? before : now)(target, body);
    const text = reply.body === undefined ? null : JSON.stringify(reply.body);
    return new Response(text, { status: reply.status });
  };
  return {
    letQueriesLag: () => {
      isLagging = true;
    },
  };
}

function openService() {
  const storageEntities = [{ name: 'order-issue', indexes: [] }];
  const manifest = { scopes: ['storage:app'], storageEntities } as Partial<AppManifest>;
  const service = createKvsService(createHostClock(), manifest as AppManifest);
  const invocation = { record: { kvs: { reads: 0, writes: 0 } } };
  return async (target: string, body: string) =>
    service({ target, body, invocation, method: 'POST', headers: {} } as unknown as ServiceCall);
}
