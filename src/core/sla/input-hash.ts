import { sha256 } from '../sha256';
import type { Instant } from '../time';
import type { IncidentHistory } from './history';
import type { JudgeInputs } from './judge-inputs';
import type { CompiledPolicy } from './policy';

/**
 * Names everything that a verdict followed from: the history up to its moment, the texts of the
 * policy's versions, acts by hand and blocks. The same input in whatever order of keys gives the
 * same 64 hex digits; what happened later does not change them.
 */
export function inputHash(
  history: IncidentHistory,
  versions: readonly CompiledPolicy[],
  upTo: Instant,
  { acts = [], blocked = [] }: JudgeInputs = {},
): string {
  const { events, resolvedAt: _, ...start } = history;
  return sha256(
    canonical({
      start,
      events: events.filter(({ at }) => at <= upTo),
      policies: versions.map(({ policy }) => policy),
      acts: acts.filter(({ at }) => at <= upTo),
      blocked: blocked.filter(({ span }) => span.from <= upTo),
    }),
  );
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}
