import type { Actor } from '../jira-types';
import { actorId } from '../permissions';
import type { Site } from '../site';
import { nextId } from '../state/state';
import type { Comment, Issue } from '../state/types';
import { emitEvent, eventComment } from './events';
import { emitUpdated, historyItem, issuePart, markChanged } from './record';

/** What somebody writes, and for whom: without `visibility` for all who see the issue. */
export type Written = Pick<Comment, 'body' | 'visibility'>;

export function addComment(site: Site, actor: Actor, issue: Issue, written: Written): Comment {
  const now = site.clock.now();
  const authorId = actorId(site.state, actor);
  const comment: Comment = {
    id: nextId(site.state),
    authorId,
    updateAuthorId: authorId,
    ...written,
    created: now,
    updated: now,
    jsdPublic: true,
  };
  issue.comments.push(comment);
  issue.updated = now;
  markChanged(site, issue, 'comment');
  announceComment(site, actor, issue, comment);
  emitUpdated(site, actor, issue, {
    id: nextId(site.state),
    items: [
      historyItem({ name: 'Comment' }, { id: null, text: null }, { id: comment.id, text: null }),
    ],
  });
  return comment;
}

/**
 * An edited comment is sent as commented:issue once more; there is no event of its own. An edit that
 * names no visibility makes the comment public.
 */
export function editComment(
  site: Site,
  actor: Actor,
  issue: Issue,
  comment: Comment,
  written: Written,
): void {
  delete comment.visibility;
  Object.assign(comment, written);
  comment.updated = site.clock.now();
  comment.updateAuthorId = actorId(site.state, actor);
  issue.updated = comment.updated;
  markChanged(site, issue, 'comment');
  announceComment(site, actor, issue, comment);
}

export function deleteComment(site: Site, actor: Actor, issue: Issue, comment: Comment): void {
  issue.comments = issue.comments.filter((other) => other.id !== comment.id);
  issue.updated = site.clock.now();
  markChanged(site, issue, 'comment');
  emitEvent(site, actor, 'avi:jira:deleted:comment', {
    ...issuePart(site, issue),
    comment: eventComment(site, comment),
  });
}

function announceComment(site: Site, actor: Actor, issue: Issue, comment: Comment): void {
  emitEvent(site, actor, 'avi:jira:commented:issue', {
    ...issuePart(site, issue),
    comment: eventComment(site, comment),
  });
}
