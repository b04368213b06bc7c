import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../host';
import { repoRoot } from '../repo-root';
import { asker } from './ask';

/** How a new client project is filled in by its TAM; the rest is the same for all of them. */
export type DemoClientProject = { key: string; name: string; client: string; incidentsJql: string };

/**
 * Every Jira project becomes a department; those that `isOpen` accepts may be named in refusals, and
 * has the lead, by account id, whom `leadOf` names.
 */
export async function registerDepartments(
  host: Host,
  adminId: string,
  isOpen: (projectKey: string) => boolean,
  leadOf: (projectKey: string) => string | null = () => null,
): Promise<void> {
  const ask = asker(host, 'tam-settings', { as: adminId });
  const { otherProjects } = await ask<{
    otherProjects: { projectId: string; key: string; name: string }[];
  }>('load', {});
  for (const { projectId, key, name } of otherProjects) {
    await ask('saveDepartment', {
      projectId,
      name,
      leadAccountId: leadOf(key),
      isOpen: isOpen(key),
    });
  }
}

/** Saves one of the example policies of the repository and answers its key. */
export async function savePolicy(host: Host, adminId: string, example: string): Promise<void> {
  await asker(host, 'tam-settings', { as: adminId })('savePolicy', { text: exampleText(example) });
}

/** The text of src/cli/examples/<name>.policy.json. */
export function exampleText(name: string): string {
  return readFileSync(path.join(repoRoot(), `src/cli/examples/${name}.policy.json`), 'utf8');
}

/** Creates the client project under the example contract and fills its verdicts from history. */
export async function createClientProject(
  host: Host,
  project: DemoClientProject,
  tamId: string,
  viewerId: string,
): Promise<string> {
  const workspace = asker(host, 'tam-workspace', { as: tamId });
  const { policies, projects } = await workspace<{
    policies: { key: string }[];
    projects: unknown[];
  }>('load', {});
  const view = await workspace<{ projects: { id: string; key: string }[] }>('createProject', {
    ...project,
    tamAccountId: tamId,
    deputyAccountIds: [],
    viewerAccountIds: viewerId === tamId ? [] : [viewerId],
    policyKey: policies[0]?.key ?? null,
  });
  const id = view.projects.find(({ key }) => key === project.key)?.id;
  if (id === undefined)
    throw new Error(`${project.key} is not among ${projects.length + 1} projects`);
  return id;
}
