import * as v from 'valibot';
import { type Jira, route } from './http';
import type { BareIssue } from './wire/bare-issue';

const PER_PAGE = 100;

const Comments = v.object({ comments: v.array(v.unknown()), total: v.number() });

/**
 * The issue with all its comments. Jira sends only the first ones along with an issue; the rest is
 * read here, one read per hundred. An issue whose comments came whole costs nothing.
 */
export async function completeComments(jira: Jira, issue: BareIssue): Promise<BareIssue> {
  const sent = v.safeParse(Comments, issue.fields.comment);
  if (!sent.success || sent.output.comments.length >= sent.output.total) return issue;
  const comments: unknown[] = [];
  for (;;) {
    const page = await jira({
      method: 'GET',
      url: route`/rest/api/3/issue/${issue.id}/comment?startAt=${comments.length}&maxResults=${PER_PAGE}`,
      endpoint: '/rest/api/3/issue/{issueIdOrKey}/comment',
      answer: Comments,
      send: 'again',
    });
    comments.push(...page.comments);
    if (page.comments.length === 0 || comments.length >= page.total) {
      return { ...issue, fields: { ...issue.fields, comment: { comments, total: page.total } } };
    }
  }
}
