import type { Instant } from '../time';
import type { Gate } from './judgement';

/** A reasoned, single-use permission to start or finish in spite of the order (D33-D36). */
export type Pass = {
  readonly id: string;
  readonly issueId: string;
  readonly gate: Gate;
  /** Tokens of the blockers that it was issued over; any other one makes it worthless (D34). */
  readonly tokens: readonly string[];
  readonly issuedBy: string;
  readonly reason: string;
  readonly issuedAt: Instant;
  /** The first instant at which it is worth nothing. */
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
  readonly revokedAt: Instant | null;
};
