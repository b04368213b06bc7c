import { refuse } from '../endpoint';
import type { Actor } from '../jira-types';
import { demand, mayInProject } from '../permissions';
import type { Site } from '../site';
import { addIssue, childrenOf, must } from '../state/state';
import type { HistoryItem, Issue, Project } from '../state/types';
import { workflowFor } from '../state/workflows';
import { historyItem, recordUpdate } from './record';
import { changeStatus } from './transition-issue';

/**
 * Moves the issue with its sub-tasks to another project, where it gets a key; the old one still
 * leads to it. A status that the new workflow lacks becomes that workflow's first one.
 */
export function moveIssue(
  site: Site,
  actor: Actor,
  issue: Issue,
  to: { project: Project; typeId: string },
): void {
  demand(site.state, actor, 'MOVE_ISSUES', issue);
  if (!mayInProject(site.state, actor, 'CREATE_ISSUES', to.project)) {
    throw refuse(403, `You may not create issues in ${to.project.key}.`);
  }
  if (!to.project.issueTypeIds.includes(to.typeId)) {
    throw refuse(400, `The project ${to.project.key} does not have this issue type.`);
  }
  const subtasks = childrenOf(site.state, issue.id).filter(
    ({ typeId }) => must(site.state.issueTypes, typeId).subtask,
  );
  moveOne(site, actor, issue, to);
  for (const { id, typeId } of subtasks) {
    moveOne(site, actor, must(site.state.issues, id), { project: to.project, typeId });
  }
}

function moveOne(
  site: Site,
  actor: Actor,
  issue: Issue,
  { project, typeId }: { project: Project; typeId: string },
): void {
  const { state } = site;
  const before = must(state.projects, issue.projectId);
  const oldKey = issue.key;
  const items: HistoryItem[] = [];
  if (before.id !== project.id) {
    project.lastNumber += 1;
    issue.formerKeys.push(oldKey);
    issue.key = `${project.key}-${project.lastNumber}`;
    issue.projectId = project.id;
    addIssue(state, issue);
    items.push(
      historyItem(
        { name: 'Project', id: 'project' },
        { id: before.id, text: before.name },
        { id: project.id, text: project.name },
      ),
      historyItem(
        { name: 'Key', id: 'Key' },
        { id: null, text: oldKey },
        { id: null, text: issue.key },
      ),
    );
  }
  items.push(...changeType(site, issue, typeId), ...fitStatus(site, issue, project));
  recordUpdate(site, actor, issue, items, 'issue_moved');
}

function changeType({ state }: Site, issue: Issue, typeId: string): HistoryItem[] {
  if (issue.typeId === typeId) return [];
  const before = must(state.issueTypes, issue.typeId);
  const after = must(state.issueTypes, typeId);
  issue.typeId = typeId;
  return [
    historyItem(
      { name: 'issuetype', id: 'issuetype' },
      { id: before.id, text: before.name },
      { id: after.id, text: after.name },
    ),
  ];
}

function fitStatus(site: Site, issue: Issue, project: Project): HistoryItem[] {
  const { statuses, initial } = workflowFor(site.state, project, issue.typeId);
  if (statuses.some(({ statusId }) => statusId === issue.statusId)) return [];
  return changeStatus(site, issue, initial.to, null);
}
