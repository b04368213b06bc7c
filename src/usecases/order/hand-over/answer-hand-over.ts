import type { Answer } from '../../../contract/answer';
import type { ReturnHandOverRequest } from '../../../contract/hand-over';
import {
  LONGEST_RETURN_REASON,
  SHORTEST_RETURN_REASON,
} from '../../../core/order/hand-over/hand-over';
import type { UserEnv } from '../../env';
import { done, refuse, refuseInput } from '../../problem';
import { HAND_OVER_TEXTS } from '../../texts/hand-over-texts';
import { findHandOver } from './find-hand-over';
import { keepHandOver } from './keep-hand-over';
import { tellReturned } from './tell-hand-over';

/** "We have all we need", by whoever may edit the successor. */
export async function acceptHandOver(
  env: UserEnv,
  issueId: string,
  { blockerId, version }: Omit<ReturnHandOverRequest, 'reason'>,
): Promise<Answer<null>> {
  const found = await findHandOver(env, issueId, { blockerId, successorId: issueId });
  if (!found.ok) return found;
  const act = { kind: 'accept', by: env.viewer.accountId, at: env.now() } as const;
  const kept = await keepHandOver(env, found.value, act, version);
  return kept.ok ? done(null) : kept;
}

/**
 * "Not like this": closes the successor's gate again, and its waiting counts for the sender until he
 * gives it again. Always with a reason, which the sender's people and the TAM read. Not for work
 * that is done.
 */
export async function returnHandOver(
  env: UserEnv,
  issueId: string,
  { blockerId, version, reason }: ReturnHandOverRequest,
): Promise<Answer<null>> {
  const texts = HAND_OVER_TEXTS[env.viewer.locale];
  const [why, length] = [reason.trim(), [...reason.trim()].length];
  if (length < SHORTEST_RETURN_REASON || length > LONGEST_RETURN_REASON) {
    const fault = texts.reasonLength(SHORTEST_RETURN_REASON, LONGEST_RETURN_REASON);
    return refuseInput(texts.hasFaults, { reason: fault });
  }
  const found = await findHandOver(env, issueId, { blockerId, successorId: issueId });
  if (!found.ok) return found;
  if (!found.value.order.isLive(issueId)) return refuse('conflict', texts.notNow);
  const [by, at] = [env.viewer.accountId, env.now()];
  const act = { kind: 'return', by, at, reason: why } as const;
  const kept = await keepHandOver(env, found.value, act, version);
  if (!kept.ok) return kept;
  await tellReturned(env, found.value, kept.value, why);
  return done(null);
}
