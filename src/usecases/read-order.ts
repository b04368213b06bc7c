import type { Issue } from '../core/issue';
import { type BlockLinkType, listBlockers, listSuccessors } from '../core/order/block-links';
import { buildOrderGraph, type OrderGraph } from '../core/order/order-graph';
import type { UserEnv } from './env';

/** The order around some issues, and which part of it the viewer may know. */
export type OrderRead = {
  /** Those of the issues that the viewer may browse. */
  readonly seen: readonly Issue[];
  /** Keys of those that exist and that he may not browse. */
  readonly unseenKeys: readonly string[];
  /** The same issues as the app reads them: for the graph only. */
  readonly asApp: readonly Issue[];
  readonly graph: OrderGraph;
  readonly mayKnow: (issueId: string) => boolean;
};

/**
 * Reads issues and their links twice: as the viewer, who gets no link to what he may not browse,
 * and as the app, because an invisible blocker holds work back all the same (order semantics D4).
 * Of what only the app sees nothing leaves this use case but counts. Two reads per hundred issues.
 */
export async function readOrder(
  env: UserEnv,
  issueIds: readonly string[],
  blockType: BlockLinkType,
): Promise<OrderRead> {
  const [seen, all] = await Promise.all([
    env.asUser.listIssues(issueIds),
    env.asApp.listIssues(issueIds),
  ]);
  const seenIds = new Set(seen.map(({ id }) => id));
  const unseen = all.filter(({ id }) => !seenIds.has(id));
  const known = buildOrderGraph(seen, blockType);
  return {
    seen,
    unseenKeys: unseen.map(({ key }) => key),
    asApp: all,
    graph: buildOrderGraph([...all, ...seen], blockType),
    mayKnow: (id) => known.issues.has(id),
  };
}

/** Ids of what stands directly before and behind an issue and is not done. */
export function openNeighbourIds(issue: Issue, blockType: BlockLinkType): readonly string[] {
  return [...listBlockers(issue, blockType), ...listSuccessors(issue, blockType)]
    .filter(({ status }) => status.category !== 'done')
    .map(({ id }) => id);
}
