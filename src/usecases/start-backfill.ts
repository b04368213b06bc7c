import type { Answer } from '../contract/answer';
import type { Env } from './env';

/** Begins to judge all incidents of a client project. Whoever calls has checked the rights. */
export function startBackfill(_env: Env, _clientProjectId: string): Promise<Answer<string>> {
  return Promise.reject(new Error('not filled in yet'));
}
