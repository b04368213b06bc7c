import { refuseField } from '../endpoint';
import type { Actor } from '../jira-types';
import { maySeeIssue } from '../permissions';
import { findIssue, type JiraState, moveUnder } from '../state/state';
import type { HistoryItem, Issue } from '../state/types';
import { historyItem } from './record';

/** A change of parent shows as IssueParentAssociation without a field id, as Jira Cloud writes it. */
export function setParent(
  { state, actor }: { state: JiraState; actor: Actor },
  issue: Issue,
  value: unknown,
): HistoryItem | null {
  const before = issue.parentId === null ? undefined : state.issues.get(issue.parentId);
  const next = value === null ? undefined : parentFrom(state, actor, issue, value);
  if (before?.id === next?.id) return null;
  moveUnder(state, issue, next?.id ?? null);
  return historyItem(
    { name: 'IssueParentAssociation' },
    { id: before?.id ?? null, text: before?.key ?? null },
    { id: next?.id ?? null, text: next?.key ?? null },
  );
}

function parentFrom(state: JiraState, actor: Actor, issue: Issue, value: unknown): Issue {
  const { key, id } = (value ?? {}) as { key?: unknown; id?: unknown };
  const parent = findIssue(state, String(key ?? id ?? ''));
  if (!parent || !maySeeIssue(state, actor, parent)) {
    throw refuseField('parent', 'Could not find issue by id or key.');
  }
  const level = (of: Issue): number => state.issueTypes.get(of.typeId)?.hierarchyLevel ?? 0;
  const sameProject = parent.projectId === issue.projectId;
  if (level(parent) !== level(issue) + 1 || (level(issue) === -1 && !sameProject)) {
    throw refuseField('parent', 'Given parent work item does not belong to appropriate hierarchy.');
  }
  return parent;
}
