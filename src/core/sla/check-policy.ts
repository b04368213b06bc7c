import type { Policy } from './policy';

/** Everything that is wrong with a policy, one sentence each; empty when it can be used. */
export function checkPolicy(_policy: Policy): string[] {
  throw new Error('not filled in yet');
}
