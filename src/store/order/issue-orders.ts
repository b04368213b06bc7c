import { randomUUID } from 'node:crypto';
import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import * as v from 'valibot';
import { instant } from '../../core/time';
import {
  type IssueOrder,
  type IssueOrderPort,
  NO_ISSUE_ORDER,
} from '../../usecases/ports/order-ports';

/** In manifest.yml; only custom entities can be written on a condition. */
const ENTITY = 'order-issue';

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
  externalDone: v.optional(v.array(v.string()), []),
  standsInBefore: v.optional(v.array(v.string()), []),
  asks: v.array(
    v.object({
      gate: v.picklist(['start', 'finish']),
      by: v.string(),
      at: v.pipe(v.number(), v.transform(instant)),
      reason: v.string(),
    }),
  ),
});

/** `revision` is another one after each change, and never the same again. */
const entry = v.object({ revision: v.string(), order: issueOrder });
type Entry = { readonly revision: string; readonly order: IssueOrder };

/**
 * What was decided about issues, each an entity of its own. A change is applied to what stands there
 * and written only if that is still so; else it is applied anew, so that of two at once none is lost.
 */
export function issueOrderStore(): IssueOrderPort {
  return {
    findIssueOrder: async (issueId) => (await find(issueId))?.order ?? NO_ISSUE_ORDER,
    listIssueOrders: listAll,
    changeIssueOrder,
  };
}

async function find(issueId: string): Promise<Entry | null> {
  const value = await kvs.entity<unknown>(ENTITY).get(issueId);
  return value === undefined ? null : v.parse(entry, value);
}

/** More than that many people do not decide about one issue in one moment. */
const MOST_TRIES = 8;

async function changeIssueOrder(
  issueId: string,
  change: (order: IssueOrder) => IssueOrder,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await find(issueId);
    const order = before?.order ?? NO_ISSUE_ORDER;
    const next = change(order);
    if (next === order || (await write(issueId, before, next))) return;
    if (attempt === MOST_TRIES) throw new Error('decisions about one issue keep coming');
  }
}

/** False when somebody else wrote it since. */
async function write(issueId: string, before: Entry | null, order: IssueOrder): Promise<boolean> {
  const next = { revision: randomUUID(), order };
  try {
    if (before === null) {
      if (isNothing(order)) return true;
      await kvs.entity(ENTITY).set(issueId, next, { keyPolicy: 'FAIL_IF_EXISTS' });
      return true;
    }
    const isUnchanged = new Filter<Entry>().and(
      'revision',
      FilterConditions.equalTo(before.revision),
    );
    const only = { entityName: ENTITY, conditions: isUnchanged };
    const change = kvs.transact();
    await (isNothing(order)
      ? change.delete<Entry>(issueId, only)
      : change.set<Entry>(issueId, next, only)
    ).execute();
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && isConflict(error)) return false;
    throw error;
  }
}

/** The key exists, or the condition is not met (Forge docs, "Custom Entity Store transactions"). */
function isConflict({ code, responseDetails }: ForgeKvsAPIError): boolean {
  return responseDetails.status === 409 || code === 'CONDITIONAL_CHECK_FAILED';
}

function isNothing({ notBefore, lags, ...lists }: IssueOrder): boolean {
  const isEmpty = Object.values(lists).every((list) => list.length === 0);
  return notBefore === null && Object.keys(lags).length === 0 && isEmpty;
}

/** Forge docs, "Querying the Custom Entity Store": at most 100 entries a page; its own index. */
const PER_PAGE = 100;
const BY_KEY = 'by-key';

async function listAll(): Promise<ReadonlyMap<string, IssueOrder>> {
  const found = new Map<string, IssueOrder>();
  let cursor: string | undefined;
  do {
    const query = kvs.entity<unknown>(ENTITY).query().index(BY_KEY).limit(PER_PAGE);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    for (const { key, value } of page.results) found.set(key, v.parse(entry, value).order);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}
