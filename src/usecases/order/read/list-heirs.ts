import { inBatches } from '../../../core/in-batches';
import type { OrderRules } from '../../../core/order/policy/order-policy';
import type { Env } from '../../env';
import { searchAll } from '../../search-all';

const PARENTS_A_SEARCH = 200;

/**
 * Children to whom these hand down what they wait for, where some policy says so (order semantics
 * D13, D15). One search per 200 parents, which may be seconds behind; none where nothing is handed
 * down.
 */
export async function listHeirs(
  env: Env,
  parentIds: readonly string[],
  { policies }: OrderRules,
): Promise<readonly string[]> {
  if (!policies.some(({ inherit }) => inherit.toSubtasks || inherit.fromEpic)) return [];
  return searchChildren(env, parentIds);
}

/** Ids of the children of these. One search per 200 parents, none without any. */
export async function searchChildren(
  env: Env,
  parentIds: readonly string[],
): Promise<readonly string[]> {
  const children: string[] = [];
  for (const batch of inBatches(parentIds, PARENTS_A_SEARCH)) {
    children.push(...(await searchAll(env, `parent in (${batch.join(', ')})`)));
  }
  return children;
}
