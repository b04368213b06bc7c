import type { StatusCategory } from '../../issue';
import type { Instant } from '../../time';
import type { OrderRefusal } from './judgement';
import { type Pass, passFits } from './pass';

/** As long as a move that was let through may be under way, and a second one has to wait. */
export const UNDER_WAY_MS = 60_000;
/** What Jira's clock may be behind ours: a change so little before the use may be that very move. */
const CLOCKS_APART_MS = 10_000;

/** Where the issue stands now by the department's categories, and since when by Jira's. */
export type Standing = {
  readonly category: StatusCategory;
  /** Null when nothing tells. */
  readonly since: Instant | null;
};

/**
 * Was this pass perhaps spent on a move that never came? The rule spends it when it lets a move
 * through, and another rule of the workflow may refuse that all the same. An issue that has been let
 * through a gate has to change its status to stand before it again, so only one that stands before
 * it and has kept its category since is in question; its history decides, see `wasInVain`.
 */
export function mayBeInVain(pass: Pass, { category, since }: Standing): boolean {
  if (pass.usedAt === null || pass.revokedAt !== null) return false;
  if (category === (pass.gate === 'start' ? 'inProgress' : 'done')) return false;
  return since === null || since <= pass.usedAt;
}

/**
 * Has the issue kept its status since the pass was spent, and long enough for the move to be over?
 * Then the pass is as good as new. `moves`: when its status changed; another pass for the same gate
 * that was issued since takes its place.
 *
 * A pass in vain is good for the rule; whatever goes past the rule later finds it used.
 *
 * Spent at 12:00, last move at 9:00: in vain from 12:01 on. A move at 12:00:02: used.
 */
export function wasInVain(
  pass: Pass,
  moves: readonly Instant[],
  passes: readonly Pass[],
  now: Instant,
): boolean {
  const { usedAt } = pass;
  if (usedAt === null || now < usedAt + UNDER_WAY_MS || now >= pass.expiresAt) return false;
  const isReplaced = passes.some(
    ({ issueId, gate, issuedAt }) =>
      issueId === pass.issueId && gate === pass.gate && issuedAt > usedAt,
  );
  return !isReplaced && moves.every((at) => at < usedAt - CLOCKS_APART_MS);
}

/** As good as new; whoever spends it again has to say which use he took for one in vain. */
export function givenBack<P extends Pass>(pass: P): P {
  return pass.usedAt === null ? pass : { ...pass, usedAt: null, inVainAt: pass.usedAt };
}

/**
 * Was this move refused only because a pass for it was spent a moment ago, and that move may still
 * be under way? It was another browser tab, or another rule has refused it.
 */
export function isUnderWay(
  pass: Pass,
  refusal: OrderRefusal,
  standing: Standing,
  now: Instant,
): boolean {
  if (!mayBeInVain(pass, standing) || now >= (pass.usedAt ?? 0) + UNDER_WAY_MS) return false;
  return passFits(givenBack(pass), refusal, now);
}
