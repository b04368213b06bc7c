import type { Issue } from '../../../core/issue';
import {
  type OrderProperty,
  orderPropertyOf,
  saysOrder,
  withOrderProperty,
} from '../../../core/order/order-property';
import type { Env } from '../../env';
import type { OrderState } from '../../ports/order-state-port';
import { writeProperty } from '../../write-property';

/**
 * Makes the issue's property say this about the order; what it says of the clocks stays. Somebody
 * may have written it over REST: it is set right, and the difference goes on record (order semantics
 * D30). No call where it is right already, else one write. False where the app may not write,
 * and for what is archived, which nobody can change.
 */
export async function publishOrder(
  env: Env,
  issue: Issue,
  property: OrderProperty,
  before: OrderState | undefined,
): Promise<boolean> {
  const { tamProperty } = issue;
  if (saysOrder(tamProperty, property)) return true;
  if (issue.isArchived) return false;
  if (before?.isPublished === true && !saysOrder(tamProperty, before.property)) {
    await env.projects.audit({
      ...{ at: env.now(), actorAccountId: null, act: 'order.propertyRestored' },
      ...{ clientProjectId: before.clientProjectId, issueId: issue.id },
      detail: {
        found: JSON.stringify(orderPropertyOf(tamProperty)),
        ours: JSON.stringify(before.property),
      },
    });
  }
  return writeProperty(env, issue.id, withOrderProperty(tamProperty, property));
}
