import type { Instant } from '../time';
import { SLOT } from './cycle';
import type { IncidentClocks } from './incident-clocks';
import { begin, settle } from './lifecycle';
import type { CompiledPolicy } from './policy';

/** From this moment on the issue belongs to another contract. */
export type ContractChange = {
  readonly from: Instant;
  readonly versions: readonly [CompiledPolicy, ...CompiledPolicy[]];
};

/**
 * Passes an issue to another contract (SLA semantics C4.10): open cycles end there as moved, and
 * cycles of the new contract begin, with what had elapsed where it says `carryOnMove`. The same
 * contract goes on as if nothing had happened.
 */
export function changeContract(clocks: IncidentClocks, { from, versions }: ContractChange): void {
  const before = clocks.policy.policy.key;
  const { key, carryOnMove } = versions[0].policy;
  clocks.passTo(versions);
  if (before === key) return;
  for (const slot of Object.values(SLOT)) {
    const run = clocks.runs[slot];
    if (run === null || run.stoppedAt !== null) continue;
    run.stop(from, 'moved', null);
    if (run.breachedAt === null) run.setAside('excluded', `moved to contract ${key}`);
    settle(clocks, run, from);
    begin(clocks, slot, run.cycle + 1, from, carryOnMove === true ? run.used : 0);
  }
}
