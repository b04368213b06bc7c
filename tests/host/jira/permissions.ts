import { refuse } from './endpoint';
import type { Actor } from './jira-types';
import { AUTOMATION_ACCOUNT_ID } from './state/defaults';
import { findIssue, findProject, type JiraState, must } from './state/state';
import type { Comment, Holder, Issue, Project, User } from './state/types';

/** The project permissions of Jira that the local Jira knows, as /mypermissions names them. */
export const projectPermissions: Readonly<Record<string, string>> = {
  ADMINISTER_PROJECTS: 'Administer Projects',
  BROWSE_PROJECTS: 'Browse Projects',
  CREATE_ISSUES: 'Create Issues',
  EDIT_ISSUES: 'Edit Issues',
  TRANSITION_ISSUES: 'Transition Issues',
  SCHEDULE_ISSUES: 'Schedule Issues',
  ASSIGN_ISSUES: 'Assign Issues',
  ASSIGNABLE_USER: 'Assignable User',
  LINK_ISSUES: 'Link Issues',
  MOVE_ISSUES: 'Move Issues',
  RESOLVE_ISSUES: 'Resolve Issues',
  CLOSE_ISSUES: 'Close Issues',
  DELETE_ISSUES: 'Delete Issues',
  ADD_COMMENTS: 'Add Comments',
  EDIT_ALL_COMMENTS: 'Edit All Comments',
  EDIT_OWN_COMMENTS: 'Edit Own Comments',
  DELETE_ALL_COMMENTS: 'Delete All Comments',
  DELETE_OWN_COMMENTS: 'Delete Own Comments',
};

export const globalPermissions: Readonly<Record<string, string>> = {
  ADMINISTER: 'Administer Jira',
  BULK_CHANGE: 'Make bulk changes',
};

export function actingUser(state: JiraState, actor: Actor): User | undefined {
  if (actor.kind === 'app') return state.appUser;
  return actor.kind === 'user' ? state.users.get(actor.accountId) : undefined;
}

export function actorId(state: JiraState, actor: Actor): string | null {
  return actingUser(state, actor)?.accountId ?? null;
}

function isHeldBy(state: JiraState, holders: readonly Holder[], user: User): boolean {
  return holders.some((holder) => {
    if (holder.kind === 'anyone') return true;
    if (holder.kind === 'user') return holder.accountId === user.accountId;
    return state.groups.get(holder.name)?.has(user.accountId) ?? false;
  });
}

export function mayInProject(
  state: JiraState,
  actor: Actor,
  permission: string,
  project: Project,
): boolean {
  if (actor.kind === 'app') return !project.closedToApp;
  if (actor.kind === 'user' && actor.accountId === AUTOMATION_ACCOUNT_ID) return true;
  const user = actingUser(state, actor);
  return user !== undefined && isHeldBy(state, project.grants.get(permission) ?? [], user);
}

export function mayGlobally(state: JiraState, actor: Actor, permission: string): boolean {
  if (actor.kind === 'app') return false;
  const user = actingUser(state, actor);
  return user !== undefined && isHeldBy(state, state.globalGrants.get(permission) ?? [], user);
}

/** Browse permission: without it a project and its issues do not exist for the actor. */
export function maySee(state: JiraState, actor: Actor, project: Project): boolean {
  return mayInProject(state, actor, 'BROWSE_PROJECTS', project);
}

export function projectOf(state: JiraState, issue: Issue): Project {
  const project = state.projects.get(issue.projectId);
  if (!project) throw new Error(`${issue.key} stands in an unknown project ${issue.projectId}.`);
  return project;
}

/** Who may browse the project sees its issues, but for those of a security level he is not in. */
export function maySeeIssue(state: JiraState, actor: Actor, issue: Issue): boolean {
  if (!maySee(state, actor, projectOf(state, issue))) return false;
  if (issue.securityId === null) return true;
  const accountId = actorId(state, actor);
  return (
    accountId !== null && must(state.securityLevels, issue.securityId).memberIds.has(accountId)
  );
}

/**
 * A restricted comment is there for its author and the members of its group. The app sees them all:
 * an assumption, since Jira's documentation is silent on how groups bind a Forge app.
 */
export function maySeeComment(state: JiraState, actor: Actor, comment: Comment): boolean {
  const { visibility, authorId } = comment;
  if (visibility === undefined || actor.kind === 'app') return true;
  const accountId = actorId(state, actor);
  if (accountId === null) return false;
  return authorId === accountId || (state.groups.get(visibility.name)?.has(accountId) ?? false);
}

export function visibleIssue(state: JiraState, actor: Actor, idOrKey: string): Issue {
  const issue = findIssue(state, idOrKey);
  if (!issue || !maySeeIssue(state, actor, issue)) {
    throw refuse(404, 'Issue does not exist or you do not have permission to see it.');
  }
  return issue;
}

export function visibleProject(state: JiraState, actor: Actor, idOrKey: string): Project {
  const project = findProject(state, idOrKey);
  if (!project || !maySee(state, actor, project)) {
    throw refuse(404, `No project could be found with key '${idOrKey}'.`);
  }
  return project;
}

/** Refuses with 403: the issue is seen, the deed is not allowed. */
export function demand(state: JiraState, actor: Actor, permission: string, issue: Issue): void {
  if (issue.archived !== null) throw refuse(403, `${issue.key} is archived: it can only be read.`);
  if (mayInProject(state, actor, permission, projectOf(state, issue))) return;
  throw refuse(403, `You do not have the permission ${permission} in the project of ${issue.key}.`);
}
