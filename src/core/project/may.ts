import type { ClientProject } from './client-project';

/** What somebody is, for one client project or for the whole app. */
export type Role =
  | 'jiraAdmin'
  | 'administerTam'
  | 'tam'
  | 'deputy'
  | 'viewer'
  /** Of the department that has the issue; where there is no such person and no TAM, of its project. */
  | 'departmentLead'
  /** The same where the issue belongs to no client project: nobody else decides there. */
  | 'leadWithoutTam';

export type Act =
  | 'changeSettings'
  | 'createClientProject'
  | 'seeClientProject'
  | 'editClientProject'
  | 'nameTam'
  | 'linkEpics'
  | 'setOrder'
  | 'planDates'
  | 'decideSla'
  | 'issuePass';

/**
 * Who may do what; the only place that says so. Whoever holds *Administer TAM* may appoint
 * himself, so he sees and edits every client project, but the work in it is the TAM's.
 */
const MAY: Readonly<Record<Act, readonly Role[]>> = {
  changeSettings: ['jiraAdmin'],
  createClientProject: ['administerTam'],
  seeClientProject: ['tam', 'deputy', 'viewer', 'administerTam'],
  editClientProject: ['tam', 'deputy', 'administerTam'],
  nameTam: ['administerTam'],
  linkEpics: ['tam', 'deputy'],
  setOrder: ['tam', 'deputy', 'leadWithoutTam'],
  planDates: ['tam', 'deputy'],
  decideSla: ['tam', 'deputy'],
  issuePass: ['tam', 'deputy', 'departmentLead'],
};

/** Who works on an issue hands over and answers: Jira's own permission, on that very issue. */
export const HAND_OVER_PERMISSION = 'EDIT_ISSUES';

/** The roles, any of which allows the act. */
export function rolesFor(act: Act): readonly Role[] {
  return MAY[act];
}

/** What this person is in this client project, by the project alone (no question to Jira). */
export function rolesIn(project: ClientProject, accountId: string): readonly Role[] {
  const roles: Role[] = [];
  if (project.tamAccountId === accountId) roles.push('tam');
  if (project.deputyAccountIds.includes(accountId)) roles.push('deputy');
  if (project.viewerAccountIds.includes(accountId)) roles.push('viewer');
  return roles;
}

/** The same for one issue: its lead besides, whether it belongs to a client project or not. */
export function rolesOn(
  project: ClientProject | null,
  leadAccountId: string | null,
  accountId: string,
): readonly Role[] {
  const roles = project === null ? [] : rolesIn(project, accountId);
  if (leadAccountId !== accountId) return roles;
  return project === null ? ['departmentLead', 'leadWithoutTam'] : [...roles, 'departmentLead'];
}

/**
 * Does one of these roles allow the act?
 *
 * A department's lead may `issuePass`; a viewer may not.
 */
export function may(act: Act, roles: readonly Role[]): boolean {
  return roles.some((role) => MAY[act].includes(role));
}
