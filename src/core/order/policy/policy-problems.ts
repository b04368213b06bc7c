import type { BlockLinkType } from '../graph/block-links';
import type { OrderPolicy, OrderRules } from './order-policy';

/** Why a policy does not do what it is there for. */
export type PolicyProblem = { readonly policyKey: string } & (
  | { readonly kind: 'missingLinkType'; readonly typeId: BlockLinkType }
  /** None of its link types is left: it gates nothing until that is put right. */
  | { readonly kind: 'suspended' }
  | { readonly kind: 'noGate' }
);

/**
 * What administrators have to be told of their policies, given the link types that the site has
 * now. A type is known by its id, whatever it is called; null stands for the one named "Blocks". A
 * policy without any type left gates nothing, rather than everything (order semantics D7).
 *
 * Gated type 10009 was deleted and was the only one: missingLinkType 10009, suspended.
 */
export function policyProblems(
  { policies }: Pick<OrderRules, 'policies'>,
  siteTypes: readonly { readonly id: string; readonly name: string }[],
): readonly PolicyProblem[] {
  const isThere = (typeId: BlockLinkType): boolean =>
    siteTypes.some(({ id, name }) =>
      typeId === null ? name.toLowerCase() === 'blocks' : id === typeId,
    );
  return policies.flatMap((policy) => problemsOf(policy, isThere));
}

function problemsOf(
  { key, linkTypes, gates }: OrderPolicy,
  isThere: (typeId: BlockLinkType) => boolean,
): readonly PolicyProblem[] {
  const missing = linkTypes.filter(({ typeId }) => !isThere(typeId));
  const problems: PolicyProblem[] = missing.map(({ typeId }) => ({
    ...{ policyKey: key, kind: 'missingLinkType', typeId },
  }));
  if (missing.length === linkTypes.length) problems.push({ policyKey: key, kind: 'suspended' });
  if (!gates.start && !gates.finish) problems.push({ policyKey: key, kind: 'noGate' });
  return problems;
}
