import { isOrderLink } from '../../core/order/block-links';
import type { Env } from '../env';
import type { UnreadableLink } from '../ports/order-ports';
import { readOrderSetup } from './read-order-site';

/** A link as an event tells of it, by ids alone. */
export type ToldLink = {
  readonly id: string;
  readonly typeId: string;
  readonly typeName: string;
  /** In Jira's data the first word of "blocks": the source blocks the destination. */
  readonly sourceId: string;
  readonly destinationId: string;
  /** Who did it; null or absent where the event names nobody. */
  readonly by?: string | null;
  readonly change: 'created' | 'deleted';
};

/**
 * Keeps in mind a link whose blocker the app may not read (order semantics D4): Jira leaves it out
 * of what it shows of the successor, so the event is all that ever tells of it. Forgotten when the
 * link is removed. One read of Jira for a new link that orders work, one of KVS for others that go.
 */
export async function noteUnreadableLink(env: Env, link: ToldLink): Promise<void> {
  const { sourceId: blockerId, destinationId: successorId } = link;
  if (link.change === 'created') {
    const { rules } = await readOrderSetup(env);
    if (!isOrderLink(link, rules)) return;
    const read = (await env.asApp.listIssues([blockerId, successorId])).map(({ id }) => id);
    if (read.includes(blockerId) || !read.includes(successorId)) return;
  }
  const { id: linkId, typeId, typeName } = link;
  const told = link.change === 'created' ? [{ linkId, blockerId, typeId, typeName }] : [];
  const { unreadable } = await env.order.findIssueOrder(successorId);
  if (told.length === 0 && !unreadable.some((one) => one.linkId === link.id)) return;
  await env.order.changeIssueOrder(successorId, (known) => {
    const others = known.unreadable.filter((one) => one.linkId !== link.id);
    return { ...known, unreadable: [...others, ...told] };
  });
  await env.queue.pushOrder([successorId], 0);
}

/** What became readable is told by Jira itself from now on. */
export async function forgetReadable(
  env: Env,
  issueId: string,
  read: readonly { readonly id: string }[],
): Promise<void> {
  const isRead = ({ blockerId }: UnreadableLink) => read.some(({ id }) => id === blockerId);
  if (!(await env.order.findIssueOrder(issueId)).unreadable.some(isRead)) return;
  await env.order.changeIssueOrder(issueId, (known) => ({
    ...known,
    unreadable: known.unreadable.filter((link) => !isRead(link)),
  }));
}
