import type { Answer } from '../../../contract/answer';
import type { ExternalBlocker } from '../../../contract/order-acts';
import type { OrderRules } from '../../../core/order/policy/order-policy';
import type { UserEnv } from '../../env';
import type { RemoteLink } from '../../ports/jira-port';
import { done, refuse, textsFor } from '../../problem';
import { noteDecision } from '../decisions/note-decision';
import { openDeskFor } from '../decisions/open-desk';
import { readOrderSetup } from './read-order-site';

/** How the waiting end of the type that Jira ships as "Blocks" is worded. */
const WAITING = 'is blocked by';

/**
 * What an issue waits for outside this Jira, by remote links that are worded as the gated link types
 * are. Nobody can tell how things stand there, so it gates nothing and has the state that somebody
 * has set by hand (order semantics D28). One read of Jira, and the link types once in ten minutes
 * where there are remote links.
 */
export async function readExternal(
  env: UserEnv,
  issueId: string,
): Promise<readonly ExternalBlocker[]> {
  const links = await listExternal(env, issueId);
  if (links.length === 0) return [];
  const { externalDone } = await env.order.findIssueOrder(issueId);
  return links.map(({ id, title, url }) => ({
    ...{ linkId: id, title: title === '' ? url : title, url: isWeb(url) ? url : null },
    state: externalDone.includes(id) ? 'done' : 'open',
  }));
}

/** "It is done over there", or not any more; by TAM or deputy. */
export async function setExternal(
  env: UserEnv,
  issueId: string,
  linkId: string,
  state: ExternalBlocker['state'],
): Promise<Answer<null>> {
  const found = await openDeskFor(env, issueId, 'setOrder');
  if (!found.ok) return found;
  const links = await listExternal(env, issueId);
  if (!links.some(({ id }) => id === linkId)) return refuse('notFound', textsFor(env).noSuchLink);
  await env.order.changeIssueOrder(issueId, (own) => {
    const others = own.externalDone.filter((id) => id !== linkId);
    return { ...own, externalDone: state === 'done' ? [...others, linkId] : others };
  });
  await noteDecision(env, found.value, 'setExternal', { linkId, state });
  return done(null);
}

async function listExternal(env: UserEnv, issueId: string): Promise<readonly RemoteLink[]> {
  const links = await env.asUser.listRemoteLinks(issueId);
  if (links.length === 0) return [];
  const words = await waitingWords(env, (await readOrderSetup(env)).rules);
  return links.filter(({ relationship }) => words.has(relationship.trim().toLowerCase()));
}

async function waitingWords(env: UserEnv, { policies }: OrderRules): Promise<ReadonlySet<string>> {
  const types = new Set(policies.flatMap(({ linkTypes }) => linkTypes.map(({ typeId }) => typeId)));
  const words = await Promise.all(
    [...types].map((id) => (id === null ? WAITING : env.asApp.findWaitingWords(id))),
  );
  return new Set(words.filter((each) => each !== null).map((each) => each.toLowerCase()));
}

function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
