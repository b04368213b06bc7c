import { type Jira, nothing, route } from './http';

/**
 * Makes "blocker blocks successor". In this request, unlike in an issue's own links,
 * `inwardIssue` is the end that *blocks* (Jira docs, "Create issue link": "inwardIssue blocks
 * outwardIssue" for the type Blocks). Jira answers a repeated link as if it had made it. One write.
 */
export async function linkBlocks(
  jira: Jira,
  linkTypeId: string,
  blockerId: string,
  successorId: string,
): Promise<void> {
  await jira({
    method: 'POST',
    url: route`/rest/api/3/issueLink`,
    endpoint: '/rest/api/3/issueLink',
    body: {
      type: { id: linkTypeId },
      inwardIssue: { id: blockerId },
      outwardIssue: { id: successorId },
    },
    answer: nothing,
    send: 'again',
  });
}
