import type { Cycle } from '../core/sla/cycle';
import type { IncidentHistory } from '../core/sla/history';
import { judgeUnder } from '../core/sla/judge-incident';
import type { CompiledPolicy } from '../core/sla/policy';
import { policyAt } from '../core/sla/policy-at';
import type { Instant } from '../core/time';

/** A saved version, ready to judge; `effectiveFrom` is when it came into force, not what the file says. */
export type PolicyInForce = CompiledPolicy & { readonly appliesToOpen: boolean };

/** Every version of one policy, in the order in which they were saved. */
export type PolicyVersions = readonly [PolicyInForce, ...PolicyInForce[]];

/** The version that judges cycles starting now. */
export function versionNow(versions: PolicyVersions, now: Instant): CompiledPolicy {
  return policyAt(versions, now);
}

/**
 * The cycles of one incident, each judged by the version that was in force when it started; a
 * version that applies to open cycles also judges those that had not stopped when it came into
 * force (SLA semantics C4.8, C4.9). What had stopped by then keeps its verdict.
 *
 * A target of 4 h from January, 2 h from 12:00 today: what began at 10:00 has 4 h; with "apply to
 * open" it has 2 h, unless it was done before 12:00.
 */
export function judgeByVersions(
  history: IncidentHistory,
  versions: PolicyVersions,
  now: Instant,
): Cycle[] {
  let cycles = judgeUnder(history, versions, now);
  versions.forEach((version, index) => {
    if (!version.appliesToOpen || version.effectiveFrom > now) return;
    const decided = cycles.filter(
      ({ stoppedAt }) => stoppedAt !== null && stoppedAt < version.effectiveFrom,
    );
    if (decided.length === cycles.length) return;
    const [first, ...later] = versions.slice(index) as [PolicyInForce, ...PolicyInForce[]];
    const names = new Set(decided.map(nameOf));
    const rejudged = judgeUnder(history, [first, ...later], now);
    cycles = [...decided, ...rejudged.filter((cycle) => !names.has(nameOf(cycle)))].sort(byClock);
  });
  return cycles;
}

/** Response before resolution, cycles in their order. */
function byClock(a: Cycle, b: Cycle): number {
  if (a.clock !== b.clock) return a.clock === 'response' ? -1 : 1;
  return a.cycle - b.cycle;
}

function nameOf({ clock, cycle }: Cycle): string {
  return `${clock} ${cycle}`;
}
