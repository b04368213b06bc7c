import type { Issue } from '../../../core/issue';
import { projectKeyOf } from '../../../core/order/graph/order-issue';
import type { HandOver } from '../../../core/order/hand-over/hand-over';
import type { OrderFacts } from '../../../core/order/judge/order-facts';
import { handOverFormOf, type OrderSite } from '../../../core/order/policy/order-site';
import type { Env } from '../../env';

const NEVER: OrderFacts['isReturned'] = () => false;

/**
 * Whose hand-over to this issue (or its parent, which hands its blockers down) was returned, by the
 * hints: no read where nobody hands over to this department, else one or two of KVS. Where the form
 * is gone, so is what it held back.
 */
export async function readReturned(
  env: Env,
  { id, key, parentId }: Pick<Issue, 'id' | 'key' | 'parentId'>,
  site: OrderSite,
): Promise<OrderFacts['isReturned']> {
  const own = projectKeyOf(key);
  const isTaker = site.handOvers.some(({ toProjectKey }) => (toProjectKey ?? own) === own);
  if (!isTaker && (parentId === null || site.handOvers.length === 0)) return NEVER;
  const line = parentId === null ? [id] : [id, parentId];
  const hints = await Promise.all(line.map((each) => env.order.findHandOverHint(each)));
  const names = new Set<string>();
  for (const [index, { returned }] of hints.entries()) {
    for (const { blockerId, fromProjectKey, toProjectKey } of returned) {
      if (handOverFormOf(site, fromProjectKey, toProjectKey) === null) continue;
      names.add(`${blockerId} ${line[index]}`);
    }
  }
  return isOneOf(names);
}

/** The same by what is stored; whether the form is still there is the caller's question. */
export function returnedIn(rows: readonly HandOver[]): OrderFacts['isReturned'] {
  const returned = rows.filter(({ state }) => state === 'returned');
  return isOneOf(
    new Set(returned.map(({ blockerId, successorId }) => `${blockerId} ${successorId}`)),
  );
}

/** All that count of many rows: those whose form is still there. */
export function countingRows(rows: readonly HandOver[], site: OrderSite): readonly HandOver[] {
  return rows.filter(
    ({ blockerKey, successorKey }) =>
      handOverFormOf(site, projectKeyOf(blockerKey), projectKeyOf(successorKey)) !== null,
  );
}

function isOneOf(names: ReadonlySet<string>): OrderFacts['isReturned'] {
  if (names.size === 0) return NEVER;
  return ({ blockerId, successorId }) => names.has(`${blockerId} ${successorId}`);
}
