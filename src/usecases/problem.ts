import type { Answer, Problem } from '../contract/answer';
import type { UserEnv } from './env';
import { TEXTS, type Texts } from './texts/texts';

/** The answer to what could be done. */
export function done<T>(value: T): Answer<T> {
  return { ok: true, value };
}

/** The answer to what could not; `text` is read by the viewer, in his language. */
export function refuse(code: Problem['code'], text: string): Answer<never> {
  return { ok: false, problem: { code, text } };
}

/** The input is at fault; `fields` says where, for a form. */
export function refuseInput(text: string, fields: Readonly<Record<string, string>>): Answer<never> {
  return { ok: false, problem: { code: 'invalid', text, fields } };
}

/** What we say to people, in the viewer's language. */
export function textsFor(env: UserEnv): Texts {
  return TEXTS[env.viewer.locale];
}
