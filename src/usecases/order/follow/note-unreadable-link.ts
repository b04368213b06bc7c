import { isOrderLink } from '../../../core/order/graph/block-links';
import type { Env } from '../../env';
import type { UnreadableLink } from '../../ports/order-ports';
import type { OrderState } from '../../ports/order-state-port';
import { readOrderSetup } from '../read/read-order-site';

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
  const isSame = (one: UnreadableLink): boolean =>
    one.linkId === link.id || (one.linkId === '' && one.blockerId === blockerId);
  if (told.length === 0 && !unreadable.some(isSame)) return;
  await env.order.changeIssueOrder(successorId, (known) => {
    const others = known.unreadable.filter((one) => !isSame(one));
    return { ...known, unreadable: [...others, ...told] };
  });
  await env.queue.pushOrder([successorId], 0);
}

/** More successors of one blocker than that are found by whoever looks at them next. */
const MOST_SUCCESSORS = 100;

/**
 * The same of an issue that the app may not read any more: Jira leaves its links out from now on,
 * although they are there. One read of Jira, and a read and a write of KVS for each successor.
 */
export async function noteHidden(
  env: Env,
  { issueId: blockerId, successorIds }: OrderState,
): Promise<void> {
  if (successorIds.length === 0 || (await env.asApp.listIssues([blockerId])).length > 0) return;
  const { blockType } = await readOrderSetup(env);
  // Which link it was nobody can tell any more.
  const link = { linkId: '', blockerId, typeId: blockType ?? '', typeName: 'Blocks' };
  for (const successorId of successorIds.slice(0, MOST_SUCCESSORS)) {
    await env.order.changeIssueOrder(successorId, (known) => ({
      ...known,
      unreadable: [...known.unreadable.filter((one) => one.blockerId !== blockerId), link],
    }));
  }
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
