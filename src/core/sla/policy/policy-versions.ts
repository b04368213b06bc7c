import { compileChecked } from './compile-checked';
import type { CompiledPolicy } from './policy';

const known = new WeakMap<CompiledPolicy, WeakMap<CompiledPolicy, CompiledPolicy>>();

/**
 * A version of a policy on the calendars of a later one: the same rules and the same version
 * number, other hours and holidays. The version itself when all its calendars are as they were.
 */
export function withCalendarsOf(version: CompiledPolicy, later: CompiledPolicy): CompiledPolicy {
  const hit = known.get(version)?.get(later);
  if (hit !== undefined) return hit;
  const made = make(version, later);
  const ofVersion = known.get(version) ?? new WeakMap<CompiledPolicy, CompiledPolicy>();
  known.set(version, ofVersion.set(later, made));
  return made;
}

function make(version: CompiledPolicy, later: CompiledPolicy): CompiledPolicy {
  const theirs = new Map([...later.calendars].map(([key, { calendar }]) => [key, calendar]));
  const mine = [...version.calendars.values()].map(({ calendar }) => calendar);
  const calendars = mine.map((calendar) => theirs.get(calendar.key) ?? calendar);
  if (JSON.stringify(calendars) === JSON.stringify(mine)) return version;
  // Holiday sets and maintenance are part of the calendars by now.
  const { holidaySets, maintenance, ...policy } = version.policy;
  const bare = calendars.map(({ holidaySets: _, ...calendar }) => calendar);
  return { ...compileChecked({ ...policy, calendars: bare }), policy: version.policy };
}
