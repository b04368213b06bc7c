import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { OrderSite } from '../../core/order/policy/order-site';
import type { OrderSettingsPort } from '../../usecases/ports/order-ports';
import { issueOrderStore } from './issue-orders';

const SITE = 'order-site';
const planKvsKey = (issueId: string) => `order-plan:${issueId}`;
const nearKvsKey = (issueKey: string) => `order-near:${issueKey}`;

/** The part of the order that lives in Forge KVS; a hint that cannot be read is none. */
export function orderSettingsStore(): OrderSettingsPort {
  return {
    findSite: async () => (await kvs.get<unknown>(SITE)) ?? null,
    saveSite,
    ...issueOrderStore(),
    findPlannedIds: (issueId) => findIds(planKvsKey(issueId)),
    savePlannedIds: (issueId, ids) => saveIds(planKvsKey(issueId), ids),
    findNearIds: (issueKey) => findIds(nearKvsKey(issueKey)),
    saveNearIds: (issueKey, ids) => saveIds(nearKvsKey(issueKey), ids),
  };
}

async function findIds(key: string): Promise<readonly string[]> {
  const ids = v.safeParse(v.array(v.string()), await kvs.get<unknown>(key));
  return ids.success ? ids.output : [];
}

async function saveIds(key: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) await kvs.delete(key);
  else await kvs.set(key, ids);
}

const Versioned = v.object({ version: v.number() });
/** Whoever claimed a version and was stopped before he wrote it blocks it for so long. */
const CLAIM = { value: 60, unit: 'SECONDS' } as const;

/** Forge decides between two administrators who save at once: only one gets the next version. */
async function saveSite(site: OrderSite, shownVersion: number): Promise<boolean> {
  const stored = v.safeParse(Versioned, await kvs.get<unknown>(SITE));
  if ((stored.success ? stored.output.version : 0) !== shownVersion) return false;
  try {
    await kvs.set(`${SITE}:${site.version}`, true, { keyPolicy: 'FAIL_IF_EXISTS', ttl: CLAIM });
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && error.responseDetails.status === 409) return false;
    throw error;
  }
  await kvs.set(SITE, site);
  return true;
}
