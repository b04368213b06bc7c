import type { Instant, Millis } from '../../time';
import { policyAt } from '../policy/policy-at';
import { type AnyClockName, SLOT } from './cycle';
import type { IncidentClocks } from './incident-clocks';
import { begin } from './lifecycle';

/** From this moment on the issue belongs to another contract. */
export type ContractLeft = { readonly at: Instant; readonly to: string };

/** From this moment on the issue belongs to this contract, and to another one before. */
export type ContractEntered = {
  readonly at: Instant;
  /** The clocks that go on here, with what they had used up there in ms. */
  readonly used: { readonly [clock in AnyClockName]?: Millis };
  /** Cycles of each clock that this contract has from an earlier stay of the issue. */
  readonly cyclesBefore: { readonly [clock in AnyClockName]?: number };
};

/**
 * Ends what is open when an issue passes to another contract (SLA semantics C4.10): as `moved`, out
 * of the count unless it was breached before.
 *
 * Goal 4 h, created 10:00, moved 11:30: excluded at 11:30 with 1.5 h elapsed.
 */
export function leaveContract(clocks: IncidentClocks, { at, to }: ContractLeft): void {
  for (const run of clocks.runs) {
    if (run === null || run.stoppedAt !== null) continue;
    run.stop(at, 'moved', null);
    if (run.breachedAt === null) run.setAside('excluded', `moved to contract ${to}`);
  }
}

/**
 * Begins the clocks of the contract that an issue comes to, with what had elapsed where it says
 * `carryOnMove`; what its rules would have said of the time before is forgotten. A closed issue
 * begins with its next reopening.
 *
 * Goal 4 h with 1.5 h used up, 11:30: due 14:00 with `carryOnMove`, else 15:30.
 */
export function enterContract(clocks: IncidentClocks, entered: ContractEntered): void {
  const { at, used, cyclesBefore } = entered;
  clocks.forget();
  clocks.responseIsOver = used.response === undefined;
  if (clocks.state.isClosed) return;
  const { policy } = policyAt(clocks.versions, at);
  for (const [clock, ms] of Object.entries(used) as [AnyClockName, Millis][]) {
    const cycle = (cyclesBefore[clock] ?? 0) + 1;
    begin(clocks, SLOT[clock], cycle, at, policy.carryOnMove === true ? ms : 0);
  }
}
