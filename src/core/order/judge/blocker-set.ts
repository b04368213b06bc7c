import { sha256 } from '../../sha256';
import type { Instant } from '../../time';
import type { BlockerSet, Gate } from './judgement';

/** Long enough that two sets never share one, short enough for a key of a table. */
const KEY_LENGTH = 40;

/**
 * Names "this issue, this gate, these blockers", whatever order they come in. The same set has the
 * same key on every machine, and one that differs in a single blocker has another.
 *
 * Blockers 7 and 3, or 3 and 7: one key, tokens ['3', '7']. With a date to wait for, that is a
 * token too: `at:1764547200000`.
 */
export function blockerSet(
  issueId: string,
  gate: Gate,
  blockerIds: readonly string[],
  notBefore: Instant | null = null,
): BlockerSet {
  const at = notBefore === null ? [] : [`at:${notBefore}`];
  const tokens = [...new Set([...blockerIds, ...at])].sort();
  const key = sha256(JSON.stringify([issueId, gate, tokens])).slice(0, KEY_LENGTH);
  return { key, tokens };
}
