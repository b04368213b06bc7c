import type { Answer } from '../../../contract/answer';
import type { IssueLink } from '../../../core/issue';
import type { UserEnv } from '../../env';
import { done, refuse, textsFor } from '../../problem';
import { linksBetween } from './links-between';
import { noteDecision } from './note-decision';
import { type OrderDesk, openDeskFor } from './open-desk';

/**
 * A copied link belongs to the order after all: nobody is asked about it again (order semantics
 * D25).
 */
export async function keepCopiedLink(
  env: UserEnv,
  issueId: string,
  blockerId: string,
): Promise<Answer<null>> {
  const found = await findCopied(env, issueId, blockerId);
  if (!found.ok) return found;
  const { desk, links } = found.value;
  await env.order.changeIssueOrder(issueId, (own) => ({
    ...own,
    keptLinkIds: [...new Set([...own.keptLinkIds, ...links.map(({ id }) => id)])],
  }));
  await noteDecision(env, desk, 'keepCopied', { blockerId });
  return done(null);
}

/** It came with the copy and means nothing here: removed from Jira, with the viewer's own rights. */
export async function removeCopiedLink(
  env: UserEnv,
  issueId: string,
  blockerId: string,
): Promise<Answer<null>> {
  const found = await findCopied(env, issueId, blockerId);
  if (!found.ok) return found;
  const { desk, links } = found.value;
  for (const { id } of links) await env.asUser.deleteLink(id);
  await noteDecision(env, desk, 'removeCopied', { blockerId });
  await env.queue.pushOrder([blockerId], 0);
  return done(null);
}

async function findCopied(
  env: UserEnv,
  issueId: string,
  blockerId: string,
): Promise<Answer<{ readonly desk: OrderDesk; readonly links: readonly IssueLink[] }>> {
  const found = await openDeskFor(env, issueId, 'setOrder');
  if (!found.ok) return found;
  const links = linksBetween(found.value.issue, blockerId, found.value.setup.rules);
  if (links.length === 0) return refuse('notFound', textsFor(env).noSuchLink);
  return done({ desk: found.value, links });
}
