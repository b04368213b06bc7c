import type { Instant } from '../../time';
import type { CompiledPolicy } from './policy';

/**
 * The version valid at an instant: the last one in effect by then, or the first of all.
 *
 * Versions of 1 and 15 November: the first for 10 November, and for October; the second from the
 * 15th on.
 */
export function policyAt(
  versions: readonly [CompiledPolicy, ...CompiledPolicy[]],
  at: Instant,
): CompiledPolicy {
  let valid = versions[0];
  for (const version of versions) if (version.effectiveFrom <= at) valid = version;
  return valid;
}
