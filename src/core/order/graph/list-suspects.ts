import type { Instant } from '../../time';
import { type Order, openOrder } from '../judge/open-order';
import { type Step, stepOf } from '../judge/step-of';
import { sortIdsByKey } from './sort-ids-by-key';

/** Work that runs although something before it is not done. */
export type Suspect = { readonly issueId: string; readonly step: Step };

/**
 * What an administrator is shown before he switches the order on: the work that would be illegal if
 * it had always been on, whatever was let go until now; by key. Nothing of it is moved back when
 * the policies then begin at that instant (order semantics D51).
 *
 * VIRT-7 in progress behind NET-12 in progress: [VIRT-7].
 */
export function listSuspects(order: Order, now: Instant): readonly Suspect[] {
  const policies = order.rules.policies.map((policy) => ({ ...policy, enforcedSince: null }));
  const always = openOrder(order.graph, { ...order.rules, policies }, order.facts);
  return sortIdsByKey(order.graph, [...order.graph.issues.keys()]).flatMap((issueId) => {
    const step = stepOf(always, issueId, now);
    return step?.state === 'suspect' ? [{ issueId, step }] : [];
  });
}
