import type { LinkGraph } from '../../../core/order/graph/link-graph';
import { projectKeyOf } from '../../../core/order/graph/order-issue';
import { filledKeysOf, type HandOver } from '../../../core/order/hand-over/hand-over';
import type { Env } from '../../env';
import type { HandOverHint } from '../../ports/hand-over-port';

/**
 * Makes the hint of one issue say what the rows say; true when it said something else. Rows of
 * links that are gone say nothing. `graph` must have read the issue. One statement of SQL, one read
 * of KVS and a write where it differs.
 */
export async function rememberHandOvers(
  env: Env,
  issueId: string,
  graph: LinkGraph,
  isLive: (issueId: string) => boolean,
): Promise<boolean> {
  const [rows, before] = await Promise.all([
    env.order.listHandOversOf([issueId]),
    env.order.findHandOverHint(issueId),
  ]);
  const hint = hintOf(issueId, rows, graph, isLive);
  if (sorted(hint) === sorted(before)) return false;
  await env.order.saveHandOverHint(issueId, hint);
  return true;
}

function hintOf(
  issueId: string,
  rows: readonly HandOver[],
  graph: LinkGraph,
  isLive: (issueId: string) => boolean,
): HandOverHint {
  const linked = rows.filter(({ blockerId, successorId }) =>
    blockerId === issueId
      ? graph.outOf.get(issueId)?.some((edge) => edge.successorId === successorId)
      : graph.into.get(issueId)?.some((edge) => edge.blockerId === blockerId),
  );
  const taken = linked.filter(({ successorId }) => successorId === issueId);
  const own = linked.filter(({ blockerId }) => blockerId === issueId);
  const filled = own.map((row) => [row.successorId, filledKeysOf(row)] as const);
  return {
    returned: taken
      .filter(({ state }) => state === 'returned')
      .map((row) => ({ blockerId: row.blockerId, ...pairOf(row) })),
    given: Object.fromEntries(filled.filter(([, keys]) => keys.length > 0)),
    toAnswer: [
      ...taken.filter(({ state }) => state === 'given' && isLive(issueId)),
      ...own.filter(({ state, successorId }) => state === 'returned' && isLive(successorId)),
    ].map(pairOf),
  };
}

function pairOf({ blockerKey, successorKey }: HandOver): HandOverHint['toAnswer'][number] {
  return { fromProjectKey: projectKeyOf(blockerKey), toProjectKey: projectKeyOf(successorKey) };
}

function sorted({ returned, given, toAnswer }: HandOverHint): string {
  const parts = [
    returned.map((each) => JSON.stringify(each)).sort(),
    toAnswer.map((each) => JSON.stringify(each)).sort(),
    Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return JSON.stringify(parts);
}
