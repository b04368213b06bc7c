import type { OrderPolicy } from '../policy/order-policy';
import type { WhyOpen } from './judgement';

/** One policy's answer about one open blocker. */
export type Strictness = { readonly why: WhyOpen; readonly policy: OrderPolicy };

/**
 * Does the first answer hold longer or harder than the second (order semantics D52)? What only
 * somebody's work ends is stricter than what time ends, a later time than an earlier one; then the
 * policy that is strict, gates the finish too, moves back; in the end the key, so that the same
 * policy is named every time.
 *
 * Open by its status is stricter than open by a lag until Tuesday, that than one until Monday.
 */
export function stricterThan(one: Strictness, other: Strictness): boolean {
  const [a, b] = [ranks(one), ranks(other)];
  for (const [index, rank] of a.entries()) {
    const against = b[index] ?? 0;
    if (rank !== against) return rank > against;
  }
  return one.policy.key < other.policy.key;
}

function ranks({ why, policy }: Strictness): readonly number[] {
  const { gates, strict, guard } = policy;
  return [
    why.kind === 'lag' ? (why.until ?? Number.MAX_VALUE) : Number.POSITIVE_INFINITY,
    Number(strict),
    Number(gates.finish),
    Number(guard === 'moveBack'),
  ];
}
