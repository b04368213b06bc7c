import type { Env } from '../../env';
import type { IssueChange } from '../../ports/queue-port';
import { readOrderSetup } from '../read/read-order-site';

/** What a parent's being done with its children depends on; an issue without fields was created. */
const COUNTS = new Set(['status', 'Parent', 'IssueParentAssociation']);

/** Children are found by Jira's search, which may be so far behind. */
const SEARCH_BEHIND_SECONDS = 30;

/**
 * Queues a look at those who wait for the parent of an issue that has changed, where a parent counts
 * as done with its children (order semantics D14). Three reads of KVS; then one of Jira and one SQL
 * statement where some policy says so.
 */
export async function lookAtParent(env: Env, { issueId, fields }: IssueChange): Promise<void> {
  if (fields.length > 0 && !fields.some((field) => COUNTS.has(field))) return;
  const { policies } = (await readOrderSetup(env)).rules;
  if (!policies.some(({ epicDone }) => epicDone === 'orAllChildren')) return;
  const parentId = (await env.asApp.findIssue(issueId))?.parentId ?? null;
  if (parentId === null) return;
  const [parent] = await env.orderStates.listStates([parentId]);
  if (parent === undefined || parent.successorIds.length === 0) return;
  await env.queue.pushOrder(parent.successorIds, SEARCH_BEHIND_SECONDS);
}
