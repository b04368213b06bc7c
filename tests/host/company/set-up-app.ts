import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Answer } from '../../../src/contract/answer';
import type { InvokeAs } from '../forge/forge';
import type { Host } from '../host';
import { repoRoot } from '../repo-root';
import { people } from './people';

/** How a new client project is filled in by its TAM; the rest is the same for all of them. */
export type DemoClientProject = { key: string; name: string; client: string; incidentsJql: string };

const BETA: DemoClientProject = {
  key: 'BETA',
  name: 'Beta · Online shop',
  client: 'BETA',
  incidentsJql: 'Client = "BETA" AND issuetype = Incident',
};

/**
 * Does by the app's own resolvers what an administrator and a TAM do on their first day: departments,
 * the contract, one client project, its backfill. ACME is left for whoever tries the app.
 */
export async function setUpDemo(host: Host): Promise<void> {
  await registerDepartments(host, people.admin.accountId, (key) => key !== 'BACKUP');
  await savePolicy(host, people.admin.accountId, 'hosting');
  await createClientProject(host, BETA, people.tam.accountId, people.manager.accountId);
}

/** Every Jira project becomes a department; those that `isOpen` accepts may be named in refusals. */
export async function registerDepartments(
  host: Host,
  adminId: string,
  isOpen: (projectKey: string) => boolean,
): Promise<void> {
  const ask = asker(host, 'tam-settings', { as: adminId });
  const { otherProjects } = await ask<{
    otherProjects: { projectId: string; key: string; name: string }[];
  }>('load', {});
  for (const { projectId, key, name } of otherProjects) {
    await ask('saveDepartment', { projectId, name, leadAccountId: null, isOpen: isOpen(key) });
  }
}

/** Saves one of the example policies of the repository and answers its key. */
export async function savePolicy(host: Host, adminId: string, example: string): Promise<void> {
  const file = path.join(repoRoot(), `src/cli/examples/${example}.policy.json`);
  const ask = asker(host, 'tam-settings', { as: adminId });
  await ask('savePolicy', { text: readFileSync(file, 'utf8') });
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

export async function backfill(
  host: Host,
  adminId: string,
  clientProjectId: string,
): Promise<void> {
  await asker(host, 'tam-settings', { as: adminId })('startBackfill', { clientProjectId });
  await host.settle();
}

/** Calls a resolver as a page would and unwraps its answer; a refusal fails with its text. */
export function asker(host: Host, moduleKey: string, from: InvokeAs) {
  return async <T>(functionKey: string, payload: unknown): Promise<T> => {
    const answer = (await host.invoke(moduleKey, functionKey, payload, from)) as Answer<T>;
    if (!answer.ok) throw new Error(`${moduleKey}.${functionKey}: ${answer.problem.text}`);
    return answer.value;
  };
}
