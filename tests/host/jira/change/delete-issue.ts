import type { Actor } from '../jira-types';
import type { Site } from '../site';
import { childrenOf, linksOf, moveUnder, must, removeIssue } from '../state/state';
import type { Issue } from '../state/types';
import { emitEvent } from './events';
import { issuePart, markChanged } from './record';

/** Deletes the issue with its sub-tasks. One event for the issue: none for sub-tasks and links. */
export function deleteIssue(site: Site, actor: Actor, issue: Issue): void {
  const { state } = site;
  const snapshot = issuePart(site, issue);
  const children = childrenOf(state, issue.id);
  const subtasks = children.filter((child) => must(state.issueTypes, child.typeId).subtask);
  for (const child of children) moveUnder(state, child, null);
  for (const gone of [...subtasks, issue]) {
    const others = linksOf(state, gone.id).flatMap((link) => [link.sourceId, link.destinationId]);
    removeIssue(state, gone);
    markChanged(site, gone, 'deleted');
    for (const id of others) if (state.issues.has(id)) site.index.touch(id);
  }
  emitEvent(site, actor, 'avi:jira:deleted:issue', snapshot);
}
