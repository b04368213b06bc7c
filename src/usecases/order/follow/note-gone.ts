import { createHash } from 'node:crypto';
import { isOrderLink } from '../../../core/order/graph/block-links';
import type { Env } from '../../env';
import type { GoneBlocker } from '../../ports/gone-port';
import type { OrderState } from '../../ports/order-state-port';
import { readOrderSetup } from '../read/read-order-site';
import type { ToldLink } from './note-unreadable-link';

/** Puts on record who deleted an issue that stood in the order (order semantics D5). */
export function noteDeleted(env: Env, place: OrderState, by: string | null): Promise<void> {
  return noteGone(env, { ...blockerOf(place), how: 'deleted', by }, place);
}

/** The same of one that the app cannot read any more, where no event has told of it. */
export async function noteVanished(env: Env, place: OrderState): Promise<void> {
  const told = await env.order.findGone(place.issueId, [place.issueId]);
  if (told.some(({ how }) => how === 'deleted')) return;
  await noteGone(env, { ...blockerOf(place), how: 'silently', by: null }, place);
}

/**
 * Puts on record who removed a link that orders work (order semantics D6). Three reads of KVS for
 * any link; one statement of SQL for the two ends of one that orders, and one to write it down.
 */
export async function noteUnlinked(env: Env, link: ToldLink): Promise<void> {
  const { sourceId: blockerId, destinationId: successorId, by = null } = link;
  const { rules } = await readOrderSetup(env);
  if (!isOrderLink(link, rules)) return;
  const ends = await env.orderStates.listStates([blockerId, successorId]);
  const blocker = ends.find(({ issueId }) => issueId === blockerId);
  const successor = ends.find(({ issueId }) => issueId === successorId);
  if (blocker !== undefined) {
    await env.order.saveGone(successorId, { ...blockerOf(blocker), how: 'unlinked', by });
  }
  await env.projects.audit({
    ...{ id: auditId('unlinked', link.id), at: env.now(), actorAccountId: by },
    ...{ act: 'order.unlinked', clientProjectId: successor?.clientProjectId ?? null },
    ...{ issueId: successorId, detail: { blockerId, blockerKey: blocker?.issueKey ?? null } },
  });
}

async function noteGone(
  env: Env,
  gone: GoneBlocker,
  { issueId, issueKey, clientProjectId, successorIds, version }: OrderState,
): Promise<void> {
  await env.order.saveGone(null, gone);
  await env.projects.audit({
    ...{ id: auditId(gone.how, `${issueId} ${version}`), at: env.now(), actorAccountId: gone.by },
    ...{ act: gone.how === 'deleted' ? 'order.deleted' : 'order.vanished', clientProjectId },
    ...{ issueId, detail: { issueKey, successors: successorIds.join(' ') } },
  });
}

function blockerOf({ issueId, issueKey, projectId, isRestricted }: OrderState) {
  return { blockerId: issueId, blockerKey: issueKey, projectId, isRestricted };
}

/** An event that comes twice is put on record once. */
function auditId(what: string, id: string): string {
  return createHash('sha256').update(`order ${what} ${id}`).digest('hex').slice(0, 36);
}
