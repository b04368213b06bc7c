import type { Instant } from '../../time';
import type { Gate, OrderRefusal } from './judgement';

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
  /** It was spent then on a move that never came, so that it is as good as new: `usedAt` is null. */
  readonly inVainAt?: Instant;
  readonly revokedAt: Instant | null;
};

export type PassProblem =
  | 'otherIssue'
  | 'otherGate'
  | 'used'
  | 'revoked'
  | 'expired'
  | 'newBlocker';

const SHORTEST_REASON = 10;
/** From judging a move to its time in the history; generous, for the clocks are two. */
const LONGEST_MOVE = 300_000;

/** Is this reason long enough to tell somebody something: ten code points, spaces around left out? */
export function isReason(reason: string): boolean {
  return [...reason.trim()].length >= SHORTEST_REASON;
}

/**
 * Why a pass does not let this refused move through; null when it does. It fits when every blocker
 * that is open now was open when it was issued: one that is done since changes nothing, a new one
 * makes it worthless (order semantics D34).
 *
 * Issued over NET-12 and UNIX-3: fits while NET-12 alone is open, not once BCK-1 is added.
 */
export function passProblem(pass: Pass, refusal: OrderRefusal, now: Instant): PassProblem | null {
  if (pass.issueId !== refusal.issueId) return 'otherIssue';
  if (pass.gate !== refusal.gate) return 'otherGate';
  if (pass.usedAt !== null) return 'used';
  if (pass.revokedAt !== null) return 'revoked';
  if (now >= pass.expiresAt) return 'expired';
  return covers(pass, refusal) ? null : 'newBlocker';
}

/**
 * The id of the next pass over these blockers, the same for two who issue it at once: `issuedBefore`
 * counts the passes of the issue that both have seen.
 *
 * The third pass over the same blockers: 24 digits of the key of their set, then `-2`.
 */
export function passIdOf({ set }: OrderRefusal, issuedBefore: number): string {
  return `${set.key.slice(0, 24)}-${issuedBefore}`;
}

/** Does the pass let this refused move through? */
export function passFits(pass: Pass, refusal: OrderRefusal, now: Instant): boolean {
  return passProblem(pass, refusal, now) === null;
}

/**
 * The pass to use: of those that fit the one that expires first; null without any.
 *
 * One until noon and one until 18:00 both fit: that until noon.
 */
export function findPass(
  passes: readonly Pass[],
  refusal: OrderRefusal,
  now: Instant,
): Pass | null {
  const fitting = passes.filter((pass) => passFits(pass, refusal, now));
  fitting.sort((a, b) => a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : 1));
  return fitting[0] ?? null;
}

/**
 * The used pass by which an issue went through this gate over these blockers; null without one. It
 * is used up while Jira still judges the move, so a little before `movedAt`; a pass of an earlier
 * move says nothing of this one (order semantics D43). `movedAt` null: any of them.
 *
 * The move is of 12:00. A pass used up at 11:59:58 is the one; one of 11:50 was for another move.
 */
export function usedPass(
  passes: readonly Pass[],
  refusal: OrderRefusal,
  movedAt: Instant | null,
): Pass | null {
  const used = passes.find(
    (pass) =>
      pass.issueId === refusal.issueId &&
      pass.gate === refusal.gate &&
      isUsedFor(pass, movedAt) &&
      covers(pass, refusal),
  );
  return used ?? null;
}

/** Was the pass used up for the move that happened then? */
export function isUsedFor({ usedAt }: Pass, movedAt: Instant | null): boolean {
  return usedAt !== null && (movedAt === null || usedAt >= movedAt - LONGEST_MOVE);
}

function covers({ tokens }: Pass, { set }: OrderRefusal): boolean {
  return set.tokens.every((token) => tokens.includes(token));
}
