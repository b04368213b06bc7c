import type { Answer } from '../../../contract/answer';
import { instant } from '../../../core/time';
import type { UserEnv } from '../../env';
import { done, refuseInput, textsFor } from '../../problem';
import { noteDecision } from './note-decision';
import { openDeskFor } from './open-desk';

const YEARS_MS = 5 * 366 * 86_400_000;

/**
 * "Not before the maintenance window": the start gate stays closed until that instant, whatever else
 * is done (order semantics D39). Null takes the date away.
 */
export async function setNotBefore(
  env: UserEnv,
  issueId: string,
  at: string | null,
): Promise<Answer<null>> {
  const found = await openDeskFor(env, issueId, 'setOrder');
  if (!found.ok) return found;
  const notBefore = at === null ? null : instant(Date.parse(at));
  const now = env.now();
  if (notBefore !== null && !(notBefore > now && notBefore < now + YEARS_MS)) {
    const texts = textsFor(env);
    return refuseInput(texts.formHasFaults, { at: texts.notInFuture });
  }
  await env.order.changeIssueOrder(issueId, (own) => ({ ...own, notBefore }));
  await noteDecision(env, found.value, 'setNotBefore', { notBefore });
  return done(null);
}
