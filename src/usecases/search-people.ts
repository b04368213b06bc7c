import type { Answer } from '../contract/answer';
import type { Person } from '../core/issue';
import type { UserEnv } from './env';
import { done } from './problem';

/** People to choose from, as the viewer may find them in Jira. One read, none without a text. */
export async function searchPeople(env: UserEnv, text: string): Promise<Answer<readonly Person[]>> {
  const words = text.trim();
  return done(words === '' ? [] : await env.asUser.searchPeople(words));
}
