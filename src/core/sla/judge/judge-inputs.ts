import type { Instant, Millis, Span } from '../../time';
import type { AnyClockName } from './cycle';
import type { ContractEntered, ContractLeft } from './judge-contracts';

/**
 * What a person did to a clock by hand, with the reason that he had to give. It applies to the
 * cycle of that clock that is open at the time, `exclude` to the latest one also when it is over.
 */
export type ManualAct = {
  readonly at: Instant;
  readonly clock: AnyClockName;
  readonly by: string;
  readonly reason: string;
} & (
  | { readonly kind: 'extend'; readonly from: 'target' | 'now'; readonly ms: Millis }
  | { readonly kind: 'reset' }
  | { readonly kind: 'exclude' }
);

/** While it lasts, another department's work stands in the way: `by`, as histories name it. */
export type Blocked = { readonly span: Span; readonly by: string };

/** What judging may need beyond the history and the policy. */
export type JudgeInputs = {
  readonly acts?: readonly ManualAct[];
  /** Pauses ownership clocks; a client's clock never. In order of their beginning. */
  readonly blocked?: readonly Blocked[];
  /** When the issue came to this contract from another one; absent: it was created under it. */
  readonly entered?: ContractEntered;
  /** When it went to another one: nothing later is looked at. */
  readonly left?: ContractLeft;
};

/** What is wrong with an act, as a sentence; undefined when it can be done. */
export function actProblem(act: ManualAct): string | undefined {
  if (act.reason.trim() === '') return `${act.kind}: needs a reason`;
  if (act.kind === 'extend' && !(act.ms > 0)) return 'extend: by how much is not above 0';
  return undefined;
}
