import { type Instant, instant } from '../core/time';
import type { BacklogPort, WaitingLook } from './ports/backlog-port';
import { QueueFullError } from './ports/queue-full-error';
import type { IssueChange, JobQueue, QueuePort } from './ports/queue-port';

/** A run of the schedule takes so many: 20 share a job, and 500 jobs a minute are taken. */
const AT_MOST = 4000;

/**
 * A queue that loses no look at an issue, however many come at once (order semantics D45): Forge
 * takes 500 jobs a minute and gives an event back four times at most. What finds no place waits in
 * a table, one row an issue whatever happened to it meanwhile, until the schedule finds room.
 */
export function withBacklog(queue: JobQueue, backlog: BacklogPort, now: () => Instant): QueuePort {
  const orKeep = async (
    push: () => Promise<void>,
    looks: readonly WaitingLook[],
    delaySeconds: number,
  ): Promise<void> => {
    try {
      await push();
    } catch (error) {
      if (!(error instanceof QueueFullError)) throw error;
      await backlog.keepLooks(looks, instant(now() + delaySeconds * 1000));
    }
  };
  const looksAt = (kind: 'order' | 'refresh', ids: readonly string[]): readonly WaitingLook[] =>
    [...new Set(ids)].map((issueId) => ({ kind, issueId }));
  return {
    ...queue,
    pushChange: (change) =>
      orKeep(() => queue.pushChanges([change]), [{ kind: 'change', change }], 0),
    pushRefresh: (ids, seconds) =>
      orKeep(() => queue.pushRefresh(ids, seconds), looksAt('refresh', ids), seconds),
    pushOrder: (ids, seconds) =>
      orKeep(() => queue.pushOrder(ids, seconds), looksAt('order', ids), seconds),
    pushWaiting: () => pushWaiting(queue, backlog, now()),
    countWaiting: backlog.countLooks,
  };
}

/** Whoever is stopped halfway has queued some twice. The queue still full: they wait on. */
async function pushWaiting(queue: JobQueue, backlog: BacklogPort, before: Instant): Promise<void> {
  const looks = await backlog.listLooks(before, AT_MOST);
  const idsOf = (kind: 'order' | 'refresh') =>
    looks.flatMap((look) => (look.kind === kind ? [look.issueId] : []));
  try {
    await queue.pushChanges(changesIn(looks));
    await queue.pushOrder(idsOf('order'), 0);
    await queue.pushRefresh(idsOf('refresh'), 0);
  } catch (error) {
    if (error instanceof QueueFullError) return;
    throw error;
  }
  await backlog.removeLooks(looks, before);
}

function changesIn(looks: readonly WaitingLook[]): readonly IssueChange[] {
  return looks.flatMap((look) => (look.kind === 'change' ? [look.change] : []));
}
