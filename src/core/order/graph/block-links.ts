import type { Issue, IssueLink, LinkedIssue } from '../../issue';
import type { OrderRules } from '../policy/order-policy';

/**
 * Which link type means "blocks": an id, so that renaming the type in Jira changes nothing, or
 * null for the type that Jira ships under the name "Blocks".
 */
export type BlockLinkType = string | null;

/**
 * Issues that stand directly before this one, each once, done or not. Links to the issue itself
 * and to its parent order nothing (order semantics D2) and are left out.
 *
 * VIRT-7 carries `{ end: 'inward', other: NET-12 }` = "VIRT-7 is blocked by NET-12": [NET-12].
 */
export function listBlockers(issue: Issue, type: BlockLinkType): readonly LinkedIssue[] {
  const found = new Map<string, LinkedIssue>();
  for (const link of issue.links) {
    if (link.end !== 'inward' || !isBlockLink(link, type)) continue;
    if (link.other.id === issue.id || link.other.id === issue.parentId) continue;
    found.set(link.other.id, link.other);
  }
  return [...found.values()];
}

/** Is this a link of the type that orders work? */
export function isBlockLink(
  link: Pick<IssueLink, 'typeId' | 'typeName'>,
  type: BlockLinkType,
): boolean {
  return type === null ? link.typeName.toLowerCase() === 'blocks' : link.typeId === type;
}

/** Does some policy order work by links of this type? */
export function isOrderLink(
  link: Pick<IssueLink, 'typeId' | 'typeName'>,
  { policies }: Pick<OrderRules, 'policies'>,
): boolean {
  return policies.some(({ linkTypes }) =>
    linkTypes.some(({ typeId }) => isBlockLink(link, typeId)),
  );
}

/** Is this a link between a duplicate and its original? */
export function isDuplicateLink(
  { typeId, typeName }: Pick<IssueLink, 'typeId' | 'typeName'>,
  { duplicateTypeId }: Pick<OrderRules, 'duplicateTypeId'>,
): boolean {
  return duplicateTypeId === null
    ? typeName.toLowerCase() === 'duplicate'
    : typeId === duplicateTypeId;
}
