import type { PassState, PassView } from '../../../contract/order-acts';
import { type Instant, isoOf, isoOrNull } from '../../../core/time';
import type { StoredPass } from '../../ports/order-ports';

/** What a pass says of itself, whatever stands at its gate. */
export type OwnPassState = Exclude<PassState, 'worthless'>;

/** Used and revoked are for good; else it is open until it expires. */
export function ownPassState(pass: StoredPass, now: Instant): OwnPassState {
  if (pass.usedAt !== null) return 'used';
  if (pass.revokedAt !== null) return 'revoked';
  return now >= pass.expiresAt ? 'expired' : 'open';
}

/** `nameOf`: null for somebody whom Jira no longer knows. */
export function passView<State extends PassState>(
  pass: StoredPass,
  state: State,
  nameOf: (accountId: string) => string | null,
): PassView & { readonly state: State } {
  const { id, gate, reason, usedAt, revokedAt, revokedBy } = pass;
  return {
    ...{ id, gate, reason, state },
    issuedBy: nameOf(pass.issuedBy),
    issuedAt: isoOf(pass.issuedAt),
    expiresAt: isoOf(pass.expiresAt),
    usedAt: isoOrNull(usedAt),
    revokedAt: isoOrNull(revokedAt),
    revokedBy: revokedBy === null ? null : nameOf(revokedBy),
  };
}
