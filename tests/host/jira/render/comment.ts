import type { JiraState } from '../state/state';
import type { Comment, Issue } from '../state/types';
import { jiraTime } from './dates';
import { self, userById } from './names';

export function commentBody(
  state: JiraState,
  issue: Issue,
  comment: Comment,
  timeZone: string,
): Record<string, unknown> {
  const author = userById(state, comment.authorId);
  const updateAuthor = userById(state, comment.updateAuthorId);
  return {
    self: self(`issue/${issue.id}/comment/${comment.id}`),
    id: comment.id,
    ...(author === null ? {} : { author }),
    body: comment.body,
    ...(updateAuthor === null ? {} : { updateAuthor }),
    created: jiraTime(comment.created, timeZone),
    updated: jiraTime(comment.updated, timeZone),
    jsdPublic: comment.jsdPublic,
    ...(comment.visibility === undefined ? {} : { visibility: visibilityBody(comment.visibility) }),
  };
}

function visibilityBody({ type, name }: NonNullable<Comment['visibility']>): object {
  return { type, value: name, identifier: name };
}
