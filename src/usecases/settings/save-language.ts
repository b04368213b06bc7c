import type { Answer } from '../../contract/answer';
import type { Language } from '../../core/language';
import { checkRight } from '../check-right';
import type { UserEnv } from '../env';
import { done } from '../problem';
import { auditSetting } from './audit-setting';

/** Chooses the language of what is said where Forge does not tell who reads: refusals, lozenges. */
export async function saveLanguage(env: UserEnv, language: Language): Promise<Answer<null>> {
  const problem = await checkRight(env, 'changeSettings', null);
  if (problem !== null) return { ok: false, problem };
  await env.settings.saveLanguage(language);
  await auditSetting(env, 'saveLanguage', { language });
  return done(null);
}
