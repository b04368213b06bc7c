import * as v from 'valibot';
import type { Issue } from '../core/issue';
import { type Jira, route } from './http';
import { inChunks } from './in-chunks';
import { ISSUE_FIELDS, WireIssue } from './wire/issue';

/** Jira docs, "Bulk fetch issues": at most 100 in one call. */
const PER_CALL = 100;

/**
 * These issues in any order; those that do not exist or may not be browsed are absent. One read
 * per hundred, none for an empty list.
 */
export async function listIssues(jira: Jira, ids: readonly string[]): Promise<readonly Issue[]> {
  const pages = await inChunks(ids, PER_CALL, (chunk) =>
    jira({
      method: 'POST',
      url: route`/rest/api/3/issue/bulkfetch`,
      endpoint: '/rest/api/3/issue/bulkfetch',
      body: { issueIdsOrKeys: chunk, fields: ISSUE_FIELDS, properties: ['tam'] },
      answer: v.object({ issues: v.array(WireIssue) }),
      send: 'again',
    }),
  );
  return pages.flatMap(({ issues }) => issues);
}
