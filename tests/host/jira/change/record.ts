import type { Actor } from '../jira-types';
import { actorId } from '../permissions';
import type { Site } from '../site';
import { nextId } from '../state/state';
import type { History, HistoryItem, Issue } from '../state/types';
import { associatedUsers, emitEvent, eventIssue } from './events';

/** The one place where a change of an issue becomes history. No items, no history. */
export function recordHistory(
  site: Site,
  actor: Actor,
  issue: Issue,
  items: readonly HistoryItem[],
): History | undefined {
  if (items.length === 0) return undefined;
  const now = site.clock.now();
  const history: History = {
    id: nextId(site.state),
    authorId: actorId(site.state, actor),
    created: now,
    items: [...items],
  };
  issue.histories.push(history);
  issue.updated = now;
  markChanged(site, issue, 'issue');
  return history;
}

/** History and the event(s) that Jira sends: an assignment fires assigned:issue and updated:issue. */
export function recordUpdate(
  site: Site,
  actor: Actor,
  issue: Issue,
  items: readonly HistoryItem[],
  eventName = 'issue_generic',
): void {
  const history = recordHistory(site, actor, issue, items);
  if (!history) return;
  emitUpdated(site, actor, issue, { id: history.id, items: history.items }, eventName);
  if (items.some((item) => item.field === 'assignee')) {
    emitEvent(site, actor, 'avi:jira:assigned:issue', {
      ...issuePart(site, issue),
      changelog: { id: history.id, items: history.items },
    });
  }
}

export function emitUpdated(
  site: Site,
  actor: Actor,
  issue: Issue,
  changelog: { id: string; items: readonly HistoryItem[] },
  eventName = 'issue_generic',
): void {
  const moved = changelog.items.find((item) => item.field === 'status');
  const associatedStatuses = moved ? [{ id: moved.from }, { id: moved.to }] : [];
  emitEvent(site, actor, 'avi:jira:updated:issue', {
    jiraEventTypeName: eventName,
    ...issuePart(site, issue),
    associatedStatuses,
    changelog,
  });
}

export function issuePart(site: Site, issue: Issue): Record<string, unknown> {
  return { associatedUsers: associatedUsers(issue), issue: eventIssue(site, issue) };
}

/** Search will show it after the lag; open screens hear of it now. */
export function markChanged(site: Site, issue: Issue, kind: string): void {
  site.index.touch(issue.id);
  site.announce({ issueKey: issue.key, kind });
}

export function historyItem(
  field: { name: string; id?: string; type?: 'jira' | 'custom' },
  from: { id: string | null; text: string | null },
  to: { id: string | null; text: string | null },
): HistoryItem {
  return {
    field: field.name,
    fieldtype: field.type ?? 'jira',
    ...(field.id === undefined ? {} : { fieldId: field.id }),
    from: from.id,
    fromString: from.text,
    to: to.id,
    toString: to.text,
  };
}
