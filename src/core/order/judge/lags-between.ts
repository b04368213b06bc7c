import type { Lag } from '../policy/order-policy';
import type { Order } from './open-order';
import type { Wait } from './waits';
import { lagOfPair } from './why-open';

/**
 * The link's own lag, else what the departments have agreed on; null for none.
 *
 * Two working days for this link, one agreed on by the departments: two.
 */
export function lagOfWait(order: Order, wait: Wait): Lag | null {
  return order.facts.lagOf(wait.edge) ?? lagOfPair(order, wait);
}

/** The lags that an issue keeps behind one that it waits for, by whatever link or policy. */
export function lagsBetween(order: Order, blockerId: string, successorId: string): readonly Lag[] {
  return order
    .waitsOf(successorId)
    .filter((wait) => wait.blockerId === blockerId && wait.hardness === 'hard')
    .flatMap((wait) => lagOfWait(order, wait) ?? []);
}
