import type { Answer } from '../../../contract/answer';
import type { OrderRequest } from '../../../contract/tam-panel';
import { listBlockers } from '../../../core/order/graph/block-links';
import { DEFAULT_POLICY } from '../../../core/order/policy/order-policy';
import type { UserEnv } from '../../env';
import { done, refuse, textsFor } from '../../problem';
import { findPairToOrder, noteOrder, type PairOfEpics } from '../../projects/order-of-epics';
import { readOrderSetup } from '../read/read-order-site';
import { findClosingPath } from './find-closing-path';

/**
 * Makes "successor waits for blocker" in Jira, with the TAM's own rights there. Refuses an order
 * that nobody could keep: of an issue with itself, with its parent or child, and one that closes a
 * circle, whose path it shows (order semantics D1, D2). Said twice it changes nothing.
 */
export async function setOrder(
  env: UserEnv,
  panelIssueId: string,
  request: OrderRequest,
): Promise<Answer<null>> {
  const texts = textsFor(env);
  const found = await findPairToOrder(env, panelIssueId, request);
  if (!found.ok) return found;
  const { successor, blocker } = found.value;
  if (successor.id === blocker.id) {
    return refuse('invalid', texts.waitsForItself(successor.key));
  }
  if (successor.parentId === blocker.id || blocker.parentId === successor.id) {
    return refuse('invalid', texts.waitsForFamily(successor.key, blocker.key));
  }
  const linkTypeId = await findBlockLinkTypeId(env);
  if (linkTypeId === null) return refuse('notFound', texts.noLinkType);
  if (listBlockers(successor, linkTypeId).some(({ id }) => id === blocker.id)) return done(null);
  const path = await findCircle(env, found.value, linkTypeId);
  if (path !== null) {
    return refuse('conflict', texts.closesCircle(successor.key, blocker.key, path.join(' → ')));
  }
  await env.asUser.linkBlocks(linkTypeId, blocker.id, successor.id);
  await noteOrder(env, 'setOrder', found.value);
  return done(null);
}

/** The configured type, else the one that Jira ships as "Blocks". */
async function findBlockLinkTypeId(env: UserEnv): Promise<string | null> {
  const configured = await env.settings.findBlockLinkTypeId();
  if (configured !== null) return configured;
  const types = await env.asUser.listLinkTypes();
  return types.find(({ name }) => name.toLowerCase() === 'blocks')?.id ?? null;
}

/**
 * The circle that the new link would close, through links of any policy's type, as keys, null if
 * none; what the TAM may not see is not named.
 */
async function findCircle(
  env: UserEnv,
  { successor, blocker }: PairOfEpics,
  linkTypeId: string,
): Promise<readonly string[] | null> {
  const { rules } = await readOrderSetup(env);
  const linkTypes = [{ typeId: linkTypeId, hardness: 'hard' as const }];
  const policies = [...rules.policies, { ...DEFAULT_POLICY, linkTypes }];
  const path = await findClosingPath(env, successor, blocker, { ...rules, policies });
  if (path === null) return null;
  const visible = await env.asUser.listIssues(path);
  const keys = new Map(visible.map(({ id, key }) => [id, key]));
  const hidden = textsFor(env).hiddenInPath;
  return [...path, successor.id].map((id) => keys.get(id) ?? hidden);
}
