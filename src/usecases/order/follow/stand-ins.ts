import type { Env } from '../../env';
import type { OrderState } from '../../ports/order-state-port';
import type { IssueChange } from '../../ports/queue-port';
import type { Seen } from './see-issue';

/** On what of an original its stand-in depends; an issue without fields is gone. */
const COUNTS = new Set(['status', 'resolution']);

/**
 * Keeps in mind who waits for an issue in place of its duplicate (order semantics D10): that one
 * need not stand in any order itself, so nothing else tells whom its end concerns. Several may do so
 * at once, as all that stand behind a duplicate are looked at together. One read and one write of KVS
 * for an original that is news.
 */
export async function noteStandIns(
  env: Env,
  { order, state: { issueId } }: Seen,
  before: OrderState | undefined,
): Promise<void> {
  const known = new Set(before?.linkedIds ?? []);
  const originals = order
    .waitsOf(issueId)
    .flatMap(({ blockerId, insteadOfId }) => (insteadOfId === null ? [] : [blockerId]));
  for (const id of new Set(originals)) {
    if (known.has(id)) continue;
    await env.order.changeIssueOrder(id, (own) =>
      own.standsInBefore.includes(issueId)
        ? own
        : { ...own, standsInBefore: [...own.standsInBefore, issueId] },
    );
  }
}

/** Queues a look at those who wait for an issue in place of its duplicate. One read of KVS. */
export async function lookBehindOriginal(
  env: Env,
  { issueId, fields }: IssueChange,
): Promise<void> {
  if (fields.length > 0 && !fields.some((field) => COUNTS.has(field))) return;
  const { standsInBefore } = await env.order.findIssueOrder(issueId);
  if (standsInBefore.length > 0) await env.queue.pushOrder(standsInBefore, 0);
}
