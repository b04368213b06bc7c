import type { OrderRules } from '../../core/order/order-policy';
import type { Env } from '../env';

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
  const heirs: string[] = [];
  for (let at = 0; at < parentIds.length; at += PARENTS_A_SEARCH) {
    const jql = `parent in (${parentIds.slice(at, at + PARENTS_A_SEARCH).join(', ')})`;
    let page: string | null = null;
    do {
      const found: Awaited<ReturnType<Env['asApp']['searchIds']>> = await env.asApp.searchIds(
        jql,
        page,
      );
      heirs.push(...found.ids);
      page = found.next;
    } while (page !== null);
  }
  return heirs;
}
