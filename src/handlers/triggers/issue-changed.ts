import * as v from 'valibot';
import { noticeIssueChange } from '../../usecases/notice-issue-change';
import { onEvent } from '../edge-background';

const Project = v.object({ id: v.string(), key: v.string(), name: v.string() });

const Changelog = v.object({ items: v.array(v.object({ field: v.string() })) });

/**
 * Only where to look: an event may be late or old, so its values are never used. A project or a
 * changelog that is not as expected counts as unknown; the issue is looked at all the same.
 */
const IssueEvent = v.object({
  issue: v.object({
    id: v.string(),
    fields: v.fallback(v.nullable(v.object({ project: Project })), null),
  }),
  changelog: v.fallback(v.nullish(Changelog), null),
  eventType: v.fallback(v.string(), ''),
  atlassianId: v.fallback(v.nullish(v.string(), null), null),
});

const DELETED = 'avi:jira:deleted:issue';

/**
 * trigger "issue-changed": an issue was created, updated, commented on or deleted, or a comment
 * was.
 */
export const handler = onEvent('issue-changed', IssueEvent, ({ env }, event) => {
  const { issue, changelog, eventType, atlassianId } = event;
  return noticeIssueChange(env, {
    issueId: issue.id,
    project: issue.fields?.project ?? null,
    fields: changelog?.items.map(({ field }) => field) ?? [],
    // Who did it stands nowhere else: nothing can be read of an issue that is gone.
    ...(eventType === DELETED ? { deletion: { by: atlassianId } } : {}),
  });
});
