import type { Answer } from '../../../contract/answer';
import { buildLinkGraph } from '../../../core/order/graph/build-link-graph';
import {
  actOnHandOver,
  type HandOver,
  type HandOverAct,
} from '../../../core/order/hand-over/hand-over';
import type { UserEnv } from '../../env';
import { done, refuse } from '../../problem';
import { HAND_OVER_TEXTS } from '../../texts/hand-over-texts';
import type { FoundHandOver } from './find-hand-over';
import { rememberHandOvers } from './remember-hand-overs';

/**
 * Does it: the row by one conditional statement, so that of two tabs one wins; then the record, the
 * hints for the rule, and a look at both ends, of whose clocks a returned one may stop some.
 */
export async function keepHandOver(
  env: UserEnv,
  found: FoundHandOver,
  act: HandOverAct,
  shownVersion: number,
): Promise<Answer<HandOver>> {
  const texts = HAND_OVER_TEXTS[env.viewer.locale];
  const { before, setup } = found;
  const { blockerId, successorId } = found.ends;
  if ((before?.version ?? 0) !== shownVersion) return refuse('conflict', texts.changed);
  const handOver = actOnHandOver(before, act);
  if (handOver === null) return refuse('conflict', texts.notNow);
  if (!(await env.order.saveHandOver(handOver, shownVersion))) {
    return refuse('conflict', texts.changed);
  }
  const links = await env.projects.listLinks([successorId, blockerId]);
  await env.projects.audit({
    ...{ at: act.at, actorAccountId: act.by, act: `order.handOver.${act.kind}` },
    clientProjectId: links[0]?.clientProjectId ?? null,
    issueId: act.kind === 'give' || act.kind === 'withdraw' ? blockerId : successorId,
    detail: { blockerId, successorId, version: handOver.version },
  });
  const graph = buildLinkGraph([found.blocker, found.successor], setup.rules);
  for (const id of [blockerId, successorId]) {
    await rememberHandOvers(env, id, graph, found.order.isLive);
  }
  await env.queue.pushOrder([blockerId, successorId], 0);
  await env.queue.pushRefresh([successorId], 0);
  return done(handOver);
}
