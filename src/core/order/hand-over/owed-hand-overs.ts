import type { LinkGraph } from '../graph/link-graph';
import { projectKeyOf } from '../graph/order-issue';
import { categoryOf } from '../judge/category-of';
import { closedAs } from '../judge/closed-as';
import { openOrder } from '../judge/open-order';
import type { OrderRules } from '../policy/order-policy';
import { type HandOverForm, handOverFormOf, type OrderSite } from '../policy/order-site';
import type { HandOver } from './hand-over';
import { filledKeysOf, handOverLacks } from './hand-over';

/** Where a form stands on a link of the order: who hands over to whom, and what is asked. */
export type AskedHandOver = {
  readonly blockerId: string;
  readonly successorId: string;
  readonly toProjectKey: string;
  readonly form: HandOverForm;
};

/** What one department still has to be told, by its project key. */
export type OwedHandOver = {
  readonly projectKey: string;
  /** Labels of required fields. */
  readonly lacks: readonly string[];
  readonly isReturned: boolean;
};

/**
 * The hand-overs that forms ask of one blocker, one for each of its successors. Soft links ask
 * nothing; the scope of the policies does not count, a form has its own. Of cancelled work, which
 * lets nobody start by itself, nobody needs facts. The graph must have read the blocker; of its
 * successors a link's stub is enough.
 *
 * UNIX-31 blocks BCK-4 and BCK-5, and Unix has a form for Backup: two entries of that form.
 */
export function askedHandOvers(
  graph: LinkGraph,
  rules: OrderRules,
  site: Pick<OrderSite, 'handOvers' | 'departmentKeys'>,
  blockerId: string,
): readonly AskedHandOver[] {
  const blocker = graph.issues.get(blockerId);
  if (blocker === undefined || site.handOvers.length === 0) return [];
  const policies = rules.policies.map((policy) => ({ ...policy, scope: { kind: 'all' } as const }));
  const { waitsOf } = openOrder(graph, { ...rules, policies });
  const isDone = categoryOf(rules, blocker.key, blocker.status) === 'done';
  const isHard = (successorId: string) =>
    waitsOf(successorId).some(
      ({ edge, hardness, isInherited, policy }) =>
        edge.blockerId === blockerId &&
        hardness === 'hard' &&
        !isInherited &&
        !(isDone && closedAs(blocker, policy.releasing) !== null),
    );
  const successorIds = (graph.outOf.get(blockerId) ?? []).map(({ successorId }) => successorId);
  return [...new Set(successorIds)].filter(isHard).flatMap((successorId) => {
    const toProjectKey = projectKeyOf(graph.issues.get(successorId)?.key ?? '');
    const form = handOverFormOf(site, projectKeyOf(blocker.key), toProjectKey);
    return form === null ? [] : [{ blockerId, successorId, toProjectKey, form }];
  });
}

/**
 * The same of what one issue takes: it must have been read itself, of its blockers stubs are
 * enough.
 */
export function takenHandOvers(
  graph: LinkGraph,
  rules: OrderRules,
  site: Pick<OrderSite, 'handOvers' | 'departmentKeys'>,
  successorId: string,
): readonly AskedHandOver[] {
  if (site.handOvers.length === 0) return [];
  const blockerIds = (graph.into.get(successorId) ?? []).map(({ blockerId }) => blockerId);
  return [...new Set(blockerIds)].flatMap((blockerId) =>
    askedHandOvers(graph, rules, site, blockerId).filter(
      (each) => each.successorId === successorId,
    ),
  );
}

/**
 * What has to be handed over before a blocker may be done, one entry a department, in the order of
 * the links: only forms that gate the finish, only successors that are not done themselves.
 *
 * UNIX-31 blocks BCK-4 and BCK-5, the form asks for VLAN, BCK-4 was told: Backup lacks [VLAN].
 */
export function owedHandOvers(
  asked: readonly AskedHandOver[],
  isLive: (issueId: string) => boolean,
  filledFor: (successorId: string) => readonly string[],
  isReturned: (successorId: string) => boolean = () => false,
): readonly OwedHandOver[] {
  const owed = new Map<string, OwedHandOver>();
  for (const { form, successorId, toProjectKey } of asked) {
    if (!form.gatesFinish || !isLive(successorId)) continue;
    const lacks = handOverLacks(form, filledFor(successorId));
    if (lacks.length === 0 && !isReturned(successorId)) continue;
    const known = owed.get(toProjectKey);
    owed.set(toProjectKey, {
      projectKey: toProjectKey,
      lacks: [...new Set([...(known?.lacks ?? []), ...lacks])],
      isReturned: (known?.isReturned ?? true) && isReturned(successorId),
    });
  }
  return [...owed.values()];
}

/** The same by what is stored. */
export function owedByRows(
  asked: readonly AskedHandOver[],
  isLive: (issueId: string) => boolean,
  rows: readonly HandOver[],
): readonly OwedHandOver[] {
  const rowOf = (successorId: string): HandOver | null =>
    rows.find(
      (row) => row.successorId === successorId && asked.some((a) => a.blockerId === row.blockerId),
    ) ?? null;
  return owedHandOvers(
    asked,
    isLive,
    (successorId) => filledKeysOf(rowOf(successorId)),
    (successorId) => rowOf(successorId)?.state === 'returned',
  );
}
