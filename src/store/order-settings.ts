import { kvs, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import { instant } from '../core/time';
import type { IssueOrder, OrderSettingsPort } from '../usecases/ports/order-ports';

const SITE = 'order-site';
const ISSUE = 'order-issue:';
const issueKvsKey = (issueId: string) => `${ISSUE}${issueId}`;
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
});

const NOTHING: IssueOrder = { notBefore: null, lags: {}, unreadable: [] };

/** The part of the order that lives in Forge KVS; a hint that cannot be read is none. */
export function orderSettingsStore(): OrderSettingsPort {
  return {
    findSite: async () => (await kvs.get<unknown>(SITE)) ?? null,
    saveSite: (site) => kvs.set(SITE, site),
    findIssueOrder: async (issueId) => {
      const value = await kvs.get<unknown>(issueKvsKey(issueId));
      return value === undefined ? NOTHING : v.parse(issueOrder, value);
    },
    listIssueOrders: readIssueOrders,
    saveIssueOrder: async (issueId, order) => {
      if (isNothing(order)) {
        await kvs.delete(issueKvsKey(issueId));
        return;
      }
      await kvs.set(issueKvsKey(issueId), order);
    },
    findNearIds: async (issueKey) => {
      const near = v.safeParse(v.array(v.string()), await kvs.get<unknown>(nearKvsKey(issueKey)));
      return near.success ? near.output : [];
    },
    saveNearIds: async (issueKey, ids) => {
      if (ids.length === 0) await kvs.delete(nearKvsKey(issueKey));
      else await kvs.set(nearKvsKey(issueKey), ids);
    },
  };
}

function isNothing({ notBefore, lags, unreadable }: IssueOrder): boolean {
  return notBefore === null && Object.keys(lags).length === 0 && unreadable.length === 0;
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
