import type { Actor, ProductEvent } from '../jira-types';
import { actorId } from '../permissions';
import { jiraTime } from '../render/dates';
import { issueTypeBody, statusBody, statusOf, typeOf, userById } from '../render/names';
import { projectRef } from '../render/project';
import type { Site } from '../site';
import { must } from '../state/state';
import type { Comment, Issue, IssueLink } from '../state/types';

/** Sends a product event in the name of who caused it. Events carry the site's time zone. */
export function emitEvent(
  site: Site,
  actor: Actor,
  eventType: string,
  body: Record<string, unknown>,
): void {
  const event: ProductEvent = {
    eventType,
    timestamp: String(site.clock.now()),
    selfGenerated: actor.kind === 'app',
    atlassianId: actorId(site.state, actor),
    ...body,
  };
  // Through JSON, so that no listener holds a piece of the state.
  site.emit(JSON.parse(JSON.stringify(event)));
}

/**
 * The nine fields that events carry (Forge events reference): no priority, due date, links, custom
 * fields.
 */
export function eventIssue(site: Site, issue: Issue): Record<string, unknown> {
  const { state } = site;
  return {
    id: issue.id,
    key: issue.key,
    fields: {
      summary: issue.summary,
      issuetype: issueTypeBody(typeOf(state, issue.typeId)),
      creator: userById(state, issue.creatorId),
      created: jiraTime(issue.created, state.timeZone),
      project: projectRef(must(state.projects, issue.projectId)),
      reporter: userById(state, issue.reporterId),
      assignee: userById(state, issue.assigneeId),
      updated: jiraTime(issue.updated, state.timeZone),
      status: statusBody(statusOf(state, issue.statusId)),
    },
  };
}

/** People who stand on the issue: assignee and reporter. */
export function associatedUsers(issue: Issue): Array<{ accountId: string }> {
  const ids = [issue.assigneeId, issue.reporterId].filter((id) => id !== null);
  return [...new Set(ids)].map((accountId) => ({ accountId }));
}

export function eventComment(site: Site, comment: Comment): Record<string, unknown> {
  const { state } = site;
  return {
    id: comment.id,
    author: userById(state, comment.authorId),
    updateAuthor: userById(state, comment.updateAuthorId),
    body: comment.body,
    created: jiraTime(comment.created, state.timeZone),
    updated: jiraTime(comment.updated, state.timeZone),
    jsdPublic: comment.jsdPublic,
  };
}

/** Link events are flat: ids only, no issue keys. */
export function eventLink(site: Site, link: IssueLink): Record<string, unknown> {
  const { state } = site;
  const { id, name, inward, outward } = must(state.linkTypes, link.typeId);
  return {
    id: link.id,
    sourceIssueId: link.sourceId,
    destinationIssueId: link.destinationId,
    sourceProjectId: must(state.issues, link.sourceId).projectId,
    destinationProjectId: must(state.issues, link.destinationId).projectId,
    issueLinkType: { id, name, inward, outward },
  };
}
