import type { Issue } from '../../../core/issue';
import { isOrderLink } from '../../../core/order/graph/block-links';
import { categoryOf } from '../../../core/order/judge/category-of';
import type { Order } from '../../../core/order/judge/open-order';
import type { Step } from '../../../core/order/judge/step-of';
import { successorMark } from '../../../core/order/judge/successor-mark';
import type { OrderProperty } from '../../../core/order/order-property';
import type { OrderState } from '../../ports/order-state-port';
import type { OrderSetup } from '../read/read-order-site';
import { isOpenToAll } from '../rule/name-blockers';

/** What a reading of Jira says of an issue, whatever was known before. */
export type Place = Omit<
  OrderState,
  'notice' | 'pending' | 'lookAgainAt' | 'isPublished' | 'readAt' | 'version'
>;

/** What a place is told with. */
export type NamesOfPlace = {
  /** Of what was read. */
  readonly issueOf: (id: string) => Issue | undefined;
  /** The key of a client project; null for one that is gone. */
  readonly clientKeyOf: (clientProjectId: string) => string | null;
};

/** Does anything order this issue, or was meant to: a link, its parent's, or a date? */
export function isOrdered(order: Order, issue: Issue): boolean {
  const { facts, rules } = order;
  const isLinked = issue.links.some((link) => isOrderLink(link, rules));
  return isLinked || order.waitsOf(issue.id).length > 0 || facts.notBefore.has(issue.id);
}

/** The place of one issue in an order, as it is stored. */
export function placeOf(
  order: Order,
  issue: Issue,
  step: Step,
  setup: OrderSetup,
  names: NamesOfPlace,
): Place {
  const { rules } = setup;
  const clientProjectId = order.facts.clientProjectsOf(issue.id)[0] ?? null;
  const linkedIds = unique(order.waitsOf(issue.id).map(({ blockerId }) => blockerId));
  const behind = issue.links.filter((link) => link.end === 'outward' && isOrderLink(link, rules));
  return {
    ...{ issueId: issue.id, issueKey: issue.key, projectId: issue.projectId },
    clientProjectId,
    isRestricted: issue.isRestricted,
    statusId: issue.status.id,
    category: categoryOf(rules, issue.key, issue.status),
    state: step.state,
    waitsFor: step.refusal?.blockers.map(({ id }) => id) ?? [],
    linkedIds,
    openIds: linkedIds.filter((id) => order.isLive(id)),
    successorIds: unique(behind.map(({ other }) => other.id)),
    flags: step.flags,
    nearIds: nearIdsOf(order, issue, linkedIds),
    mark: successorMark(rules, issue),
    property: propertyOf(step, setup, clientProjectId, names),
  };
}

/** Members of the circle that the issue is on; [] when it is on none. */
export function circleOf({ flags }: Pick<OrderState, 'flags'>): readonly string[] {
  const circle = flags.find(({ kind }) => kind === 'cycle');
  return circle?.kind === 'cycle' ? circle.path : [];
}

/**
 * What the rule should read along with the issue: whoever may decide, and who proves its circles,
 * duplicates and parents of their members among them.
 */
function nearIdsOf(
  { graph, waitsOf, circles }: Order,
  { id, parentId }: Issue,
  linkedIds: readonly string[],
): readonly string[] {
  const members = circles().membersWith(id);
  const through = members.flatMap((member) =>
    waitsOf(member).flatMap(({ insteadOfId, isInherited, edge }) => [
      ...(insteadOfId === null ? [] : [insteadOfId]),
      ...(isInherited ? [edge.successorId] : []),
    ]),
  );
  const parent = parentId !== null && graph.read.has(parentId) ? [parentId] : [];
  // That a link is one with its child only the child tells.
  const family = graph.family.get(id) ?? [];
  const near = [...linkedIds, ...through, ...parent, ...family, ...members];
  return unique(near.filter((one) => one !== id));
}

/** Everybody who may browse the issue can read its property, so it names only what all may know. */
function propertyOf(
  { state, refusal }: Step,
  { departments }: OrderSetup,
  clientProjectId: string | null,
  { issueOf, clientKeyOf }: NamesOfPlace,
): OrderProperty {
  const waitsFor = (refusal?.blockers ?? []).flatMap(({ id }) => {
    const blocker = issueOf(id);
    return blocker !== undefined && isOpenToAll(blocker, departments) ? [blocker.key] : [];
  });
  const client = clientProjectId === null ? null : clientKeyOf(clientProjectId);
  return {
    state,
    ...(waitsFor.length === 0 ? {} : { waitsFor }),
    ...(client === null ? {} : { client }),
  };
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}
