import type { Issue, IssueLink } from '../../../core/issue';
import { isBlockLink } from '../../../core/order/graph/block-links';
import type { OrderRules } from '../../../core/order/policy/order-policy';

/** Every link of a type that orders by which an issue waits for this blocker, as its reader sees it. */
export function linksBetween(
  issue: Issue,
  blockerId: string,
  { policies }: OrderRules,
): readonly IssueLink[] {
  const types = policies.flatMap(({ linkTypes }) => linkTypes);
  return issue.links.filter(
    (link) =>
      link.end === 'inward' &&
      link.other.id === blockerId &&
      types.some(({ typeId }) => isBlockLink(link, typeId)),
  );
}
