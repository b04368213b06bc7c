import type { Gate } from '../judge/judgement';
import type { OrderPolicy } from './order-policy';
import type { HandOverForm } from './order-site';
import { policyProblems } from './policy-problems';

type SiteTypes = Parameters<typeof policyProblems>[1];

/**
 * Policies that gate anything at all: those with a hard link type that is still there (order
 * semantics D7).
 *
 * Neither the policy whose one link type was deleted, nor the one whose links all are soft.
 */
export function policiesInForce(
  policies: readonly OrderPolicy[],
  siteTypes: SiteTypes,
): readonly OrderPolicy[] {
  const problems = policyProblems({ policies }, siteTypes);
  return policies.filter(({ key, linkTypes }) => {
    const own = problems.filter(({ policyKey }) => policyKey === key);
    const gone = own.flatMap((each) => (each.kind === 'missingLinkType' ? [each.typeId] : []));
    return linkTypes.some(({ typeId, hardness }) => hardness === 'hard' && !gone.includes(typeId));
  });
}

/**
 * The gates that something asks about in a department: what a policy has on, and the finish gate
 * where a form for its hand-overs asks for it.
 *
 * The default policy (start on, finish off) and no form: [start].
 */
export function gatesOn(
  policies: readonly OrderPolicy[],
  handOvers: readonly HandOverForm[],
  projectKey: string,
): readonly Gate[] {
  const hasForm = handOvers.some(
    ({ gatesFinish, fromProjectKey }) =>
      gatesFinish && (fromProjectKey ?? projectKey) === projectKey,
  );
  const gates: Gate[] = [];
  if (policies.some((policy) => policy.gates.start)) gates.push('start');
  if (hasForm || policies.some((policy) => policy.gates.finish)) gates.push('finish');
  return gates;
}
