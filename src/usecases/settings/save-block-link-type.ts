import type { Answer } from '../../contract/answer';
import { checkRight } from '../check-right';
import type { UserEnv } from '../env';
import { done, refuse, textsFor } from '../problem';
import { auditSetting } from './audit-setting';

/**
 * Chooses the link type that orders work, by id: renaming it in Jira changes nothing. Every issue is
 * then looked at anew.
 */
export async function saveBlockLinkType(env: UserEnv, linkTypeId: string): Promise<Answer<null>> {
  const problem = await checkRight(env, 'changeSettings', null);
  if (problem !== null) return { ok: false, problem };
  const types = await env.asUser.listLinkTypes();
  if (!types.some(({ id }) => id === linkTypeId)) {
    return refuse('notFound', textsFor(env).noLinkType);
  }
  await env.settings.saveBlockLinkTypeId(linkTypeId);
  await auditSetting(env, 'saveBlockLinkType', { linkTypeId });
  await env.queue.pushOrderSweep(0);
  return done(null);
}
