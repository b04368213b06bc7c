import type { Env } from './env';
import type { IssueChange } from './ports/queue-port';

/** Changes that are told by an event of their own, or that no clock and no selection depends on. */
const TOLD_ELSEWHERE = new Set(['Comment', 'Attachment', 'Link', 'Rank', 'WorklogId']);

/**
 * Queues what an event may ask for. No read of anything: what the change means is decided where the
 * stored issue is read anyway, and the filter of the trigger has let through only projects that
 * concern the app.
 */
export async function noticeIssueChange(env: Env, change: IssueChange): Promise<void> {
  const { fields } = change;
  if (fields.length > 0 && fields.every((field) => TOLD_ELSEWHERE.has(field))) return;
  await env.queue.pushChange(change);
}
