import type { UserEnv } from './env';

/** What departments are called in a report. */
export type PlaceNames = {
  /** Of a Jira project; null when it is no department and the viewer may not see it. */
  readonly ofProject: (projectId: string) => string | null;
  /** Of whom an ownership clock names, by key or else by name; null where it names nobody. */
  readonly ofDepartment: (department: string) => string | null;
};

/**
 * The names for these Jira projects and for any department. One read of the settings; one of Jira
 * as the viewer when a project is no department.
 */
export async function placeNames(env: UserEnv, projectIds: readonly string[]): Promise<PlaceNames> {
  const departments = await env.settings.listDepartments();
  const names = new Map(departments.map(({ projectId, name }) => [projectId, name]));
  if (projectIds.some((id) => !names.has(id))) {
    for (const { id, name } of await env.asUser.listProjects()) {
      if (!names.has(id)) names.set(id, name);
    }
  }
  const byKey = new Map(departments.map(({ projectKey, name }) => [projectKey, name]));
  return {
    ofProject: (projectId) => names.get(projectId) ?? null,
    ofDepartment: (department) =>
      department === '' ? null : (byKey.get(department) ?? department),
  };
}
