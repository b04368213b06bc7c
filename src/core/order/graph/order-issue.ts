import type { IssueLink, LinkedIssue, Named } from '../../issue';
import type { Instant } from '../../time';

/**
 * An issue as the order knows it. What a link's stub does not carry is absent until the issue
 * itself is read; null means that Jira has nothing there. An `Issue` is one.
 */
export type OrderIssue = LinkedIssue & {
  readonly parentId?: string | null;
  readonly isSubtask?: boolean;
  readonly resolution?: Named | null;
  /** Since when it stands in its status category: Jira's `statuscategorychangedate`. */
  readonly categorySince?: Instant | null;
  readonly dueDate?: string | null;
  readonly isArchived?: boolean;
};

/** One that was read with its links. */
export type ReadIssue = OrderIssue & {
  readonly parentId: string | null;
  readonly resolution: Named | null;
  readonly links: readonly IssueLink[];
};

/** NET for NET-12: links tell only the keys of the other end. */
export function projectKeyOf(issueKey: string): string {
  return issueKey.slice(0, Math.max(0, issueKey.lastIndexOf('-')));
}
