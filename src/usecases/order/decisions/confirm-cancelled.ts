import type { Answer } from '../../../contract/answer';
import type { OrderGraph } from '../../../core/order/graph/order-graph';
import { holdOf } from '../../../core/order/judge/hold';
import type { OpenBlocker } from '../../../core/order/judge/judgement';
import type { UserEnv } from '../../env';
import { done, refuse, textsFor } from '../../problem';
import { judgeNow } from '../read/judge-now';
import { noteDecision } from './note-decision';
import { openDeskFor } from './open-desk';

/**
 * "The cancelled blocker need not be waited for" (order semantics D10). Holds for this issue and as
 * long as the blocker stays closed as it is; closed otherwise or anew, it is asked again. Where a
 * parent hands the blocker down, it is said of the parent.
 */
export async function confirmCancelled(
  env: UserEnv,
  issueId: string,
  blockerId: string,
): Promise<Answer<null>> {
  const found = await openDeskFor(env, issueId, 'setOrder');
  if (!found.ok) return found;
  const desk = found.value;
  const graph = await judgeNow(env, desk.issue, 'start', desk.setup);
  const blocker = graph === null ? null : cancelledBlocker(graph, issueId, blockerId);
  if (blocker?.why.kind !== 'notReleasing') {
    return refuse('conflict', textsFor(env).notCancelled);
  }
  const { heldById, why } = blocker;
  await env.order.addConfirmation({
    ...{ successorId: heldById, blockerId, closedAsId: why.closedAs.id },
    ...{ by: env.viewer.accountId, at: env.now() },
  });
  await noteDecision(env, desk, 'confirmCancelled', { blockerId, closedAs: why.closedAs.id });
  if (heldById !== issueId) await env.queue.pushOrder([heldById], 0);
  return done(null);
}

function cancelledBlocker(
  { order, now }: OrderGraph,
  issueId: string,
  blockerId: string,
): OpenBlocker | null {
  const held = (['start', 'finish'] as const).flatMap(
    (gate) => holdOf(order, issueId, gate, now).blockers,
  );
  return held.find(({ id, why }) => id === blockerId && why.kind === 'notReleasing') ?? null;
}
