import { ForgeKvsAPIError, kvs, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import type { OrderSite } from '../core/order/order-site';
import { instant } from '../core/time';
import {
  type IssueOrder,
  NO_ISSUE_ORDER,
  type OrderSettingsPort,
} from '../usecases/ports/order-ports';

const SITE = 'order-site';
const ISSUE = 'order-issue:';
const issueKvsKey = (issueId: string) => `${ISSUE}${issueId}`;
const planKvsKey = (issueId: string) => `order-plan:${issueId}`;
const nearKvsKey = (issueKey: string) => `order-near:${issueKey}`;

const lag = v.union([
  v.object({ kind: v.literal('workingTime'), ms: v.number() }),
  v.object({ kind: v.literal('workingDays'), days: v.number() }),
]);

const issueOrder = v.object({
  notBefore: v.nullable(v.pipe(v.number(), v.transform(instant))),
  lags: v.record(v.string(), lag),
  unreadable: v.array(
    v.object({
      linkId: v.string(),
      blockerId: v.string(),
      typeId: v.string(),
      typeName: v.string(),
    }),
  ),
  keptLinkIds: v.array(v.string()),
  asks: v.array(
    v.object({
      gate: v.picklist(['start', 'finish']),
      by: v.string(),
      at: v.pipe(v.number(), v.transform(instant)),
      reason: v.string(),
    }),
  ),
});

/** The part of the order that lives in Forge KVS; a hint that cannot be read is none. */
export function orderSettingsStore(): OrderSettingsPort {
  return {
    findSite: async () => (await kvs.get<unknown>(SITE)) ?? null,
    saveSite,
    findIssueOrder: async (issueId) => {
      const value = await kvs.get<unknown>(issueKvsKey(issueId));
      return value === undefined ? NO_ISSUE_ORDER : v.parse(issueOrder, value);
    },
    listIssueOrders: readIssueOrders,
    saveIssueOrder: async (issueId, order) => {
      if (isNothing(order)) {
        await kvs.delete(issueKvsKey(issueId));
        return;
      }
      await kvs.set(issueKvsKey(issueId), order);
    },
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

function isNothing({ notBefore, lags, ...lists }: IssueOrder): boolean {
  const isEmpty = Object.values(lists).every((list) => list.length === 0);
  return notBefore === null && Object.keys(lags).length === 0 && isEmpty;
}

/** Forge docs, "Querying the Key-Value Store": at most 100 entries a page. */
const PER_PAGE = 100;

async function readIssueOrders(): Promise<ReadonlyMap<string, IssueOrder>> {
  const found = new Map<string, IssueOrder>();
  let cursor: string | undefined;
  do {
    const query = kvs.query().where('key', WhereConditions.beginsWith(ISSUE)).limit(PER_PAGE);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    for (const { key, value } of page.results) {
      found.set(key.slice(ISSUE.length), v.parse(issueOrder, value));
    }
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}
