import type { Answer } from '../../../contract/answer';
import type { OrderRequest } from '../../../contract/tam-panel';
import { isBlockLink } from '../../../core/order/graph/block-links';
import type { UserEnv } from '../../env';
import { done } from '../../problem';
import { findPairToOrder, noteOrder } from '../../projects/order-of-epics';

/** Removes "successor waits for blocker" from Jira, all of its links if it was made twice. */
export async function removeOrder(
  env: UserEnv,
  panelIssueId: string,
  request: OrderRequest,
): Promise<Answer<null>> {
  const found = await findPairToOrder(env, panelIssueId, request);
  if (!found.ok) return found;
  const { successor, blocker } = found.value;
  const blockType = await env.settings.findBlockLinkTypeId();
  const links = successor.links.filter(
    (link) => link.end === 'inward' && link.other.id === blocker.id && isBlockLink(link, blockType),
  );
  for (const link of links) await env.asUser.deleteLink(link.id);
  if (links.length > 0) await noteOrder(env, 'removeOrder', found.value);
  return done(null);
}
