import type { IncomingMessage } from 'node:http';
import type { Viewer } from '../forge/forge';
import type { Actor, Jira } from '../jira/jira';
import { cookiesOf } from './http-answers';

export const COOKIE = { actor: 'host-actor', locale: 'host-locale', colorMode: 'host-color-mode' };

/** Who sits at the browser: the cookie's person, else the first of the company. */
export function viewerOf(request: IncomingMessage, jira: Jira): Viewer {
  const cookies = cookiesOf(request);
  const known = jira.state.users.has(cookies[COOKIE.actor] ?? '');
  return {
    accountId: known ? (cookies[COOKIE.actor] ?? '') : firstPerson(jira),
    locale: cookies[COOKIE.locale] ?? 'en-US',
    colorMode: cookies[COOKIE.colorMode] === 'dark' ? 'dark' : 'light',
  };
}

/** Who calls REST: `Authorization: Bearer <accountId>` (scripts), else the browser's person. */
export function actorOf(request: IncomingMessage): Actor {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { kind: 'user', accountId: bearer };
  const accountId = cookiesOf(request)[COOKIE.actor];
  return accountId === undefined ? { kind: 'anonymous' } : { kind: 'user', accountId };
}

function firstPerson(jira: Jira): string {
  for (const user of jira.state.users.values()) {
    if (user.accountId !== jira.state.appUser.accountId) return user.accountId;
  }
  return jira.state.appUser.accountId;
}
