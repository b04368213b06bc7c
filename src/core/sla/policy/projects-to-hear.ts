import { maySelect, type ProjectRef } from './incident-jql';

/**
 * Which Jira projects the app must hear of: the departments, and every project in which the JQL of
 * some client project could select an incident. A JQL that names no project could select one
 * anywhere, so then all are heard: it costs more, and nothing is lost.
 *
 * Departments NET and VIRT, incidents by `project = SUP`: NET, SUP, VIRT of all projects.
 */
export function projectsToHear(
  departmentIds: readonly string[],
  jqls: readonly string[],
  projects: readonly ProjectRef[],
): ReadonlySet<string> {
  const departments = new Set(departmentIds);
  const heard = projects.filter(
    (project) => departments.has(project.id) || jqls.some((jql) => maySelect(jql, project)),
  );
  return new Set(heard.map(({ id }) => id));
}

/**
 * Could this JQL select an incident in any project, also in one that nobody has thought of?
 *
 * namesNoProject('labels = ACME') is true, namesNoProject('project = SUP') is false.
 */
export function namesNoProject(jql: string): boolean {
  return maySelect(jql, { id: '', key: '', name: '' });
}
