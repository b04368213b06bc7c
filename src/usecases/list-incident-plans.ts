import type { ClientProject } from '../core/project/client-project';
import { incidentJql } from '../core/sla/incident-jql';
import { type CompiledPolicy, compilePolicy } from '../core/sla/policy';
import type { Env } from './env';
import { readPolicyText } from './policy-shape';

/** How the incidents of one client project are found and judged. */
export type IncidentPlan = {
  readonly project: ClientProject;
  readonly policy: CompiledPolicy;
  readonly jql: string;
};

/** Client projects with a policy that can be used, by key. One SQL statement, one read of KVS a policy. */
export async function listIncidentPlans(env: Env): Promise<readonly IncidentPlan[]> {
  const projects = await env.projects.listProjects();
  const keys = [...new Set(projects.flatMap(({ policyKey }) => policyKey ?? []))];
  const policies = new Map(
    await Promise.all(keys.map(async (key) => [key, await findPolicy(env, key)] as const)),
  );
  return projects
    .flatMap((project) => {
      const policy = project.policyKey === null ? null : (policies.get(project.policyKey) ?? null);
      return policy === null ? [] : [planFor(project, policy)];
    })
    .sort((a, b) => (a.project.key < b.project.key ? -1 : 1));
}

/** The plan of one client project; null without a policy that can be used. */
export async function findIncidentPlan(
  env: Env,
  project: ClientProject,
): Promise<IncidentPlan | null> {
  const policy = project.policyKey === null ? null : await findPolicy(env, project.policyKey);
  return policy === null ? null : planFor(project, policy);
}

/** The latest version of a policy, compiled. */
async function findPolicy(env: Env, key: string): Promise<CompiledPolicy | null> {
  const stored = await env.settings.findPolicyText(key);
  const policy = stored === null ? null : compiled(stored.text);
  // What was saved was valid then; a later release of the app may ask for more.
  if (policy === null) env.log.warn('policy cannot be used', { key, isThere: stored !== null });
  return policy;
}

function planFor(project: ClientProject, policy: CompiledPolicy): IncidentPlan {
  return { project, policy, jql: incidentJql(project.incidentsJql, policy.policy.select) };
}

/** By the whole text, so a policy of one site can never be taken for another site's. */
const compiledTexts = new Map<string, CompiledPolicy | null>();
const KEPT = 20;

function compiled(text: string): CompiledPolicy | null {
  const known = compiledTexts.get(text);
  if (known !== undefined) return known;
  const read = readPolicyText(text);
  const result = read.ok ? compilePolicy(read.policy) : null;
  const policy = result?.ok === true ? result : null;
  if (compiledTexts.size >= KEPT) compiledTexts.clear();
  compiledTexts.set(text, policy);
  return policy;
}
