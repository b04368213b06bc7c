import type { ClientProject } from '../core/project/client-project';
import { incidentJql } from '../core/sla/incident-jql';
import { type CompiledPolicy, compilePolicy } from '../core/sla/policy';
import type { Env } from './env';
import { type PolicyVersions, versionNow } from './policy-in-force';
import { readPolicyText } from './policy-shape';

/** How the incidents of one client project are found and judged. */
export type IncidentPlan = {
  readonly project: ClientProject;
  /** The version that judges what starts now; it selects the incidents. */
  readonly policy: CompiledPolicy;
  /** All versions: each cycle is judged by its own. */
  readonly versions: PolicyVersions;
  readonly jql: string;
};

/** Client projects with a policy that can be used, by key. One SQL statement, one read of KVS a
 * policy. */
export async function listIncidentPlans(env: Env): Promise<readonly IncidentPlan[]> {
  const projects = await env.projects.listProjects();
  const keys = [...new Set(projects.flatMap(({ policyKey }) => policyKey ?? []))];
  const policies = new Map(
    await Promise.all(keys.map(async (key) => [key, await findVersions(env, key)] as const)),
  );
  return projects
    .flatMap((project) => {
      const versions =
        project.policyKey === null ? null : (policies.get(project.policyKey) ?? null);
      return versions === null ? [] : [planFor(env, project, versions)];
    })
    .sort((a, b) => (a.project.key < b.project.key ? -1 : 1));
}

/** The plan of one client project; null without a policy that can be used. */
export async function findIncidentPlan(
  env: Env,
  project: ClientProject,
): Promise<IncidentPlan | null> {
  const versions = project.policyKey === null ? null : await findVersions(env, project.policyKey);
  return versions === null ? null : planFor(env, project, versions);
}

/** The versions of a policy, compiled; null when there is none that can be used. */
async function findVersions(env: Env, key: string): Promise<PolicyVersions | null> {
  const stored = await env.settings.listPolicyVersions(key);
  const usable = stored.flatMap(({ text, effectiveFrom, appliesToOpen }) => {
    const policy = compiled(text);
    return policy === null ? [] : [{ ...policy, effectiveFrom, appliesToOpen }];
  });
  // What was saved was valid then; a later release of the app may ask for more.
  if (usable.length < stored.length || stored.length === 0) {
    env.log.warn('policy cannot be used', { key, isThere: stored.length > 0 });
  }
  const [first, ...later] = usable;
  return first === undefined ? null : [first, ...later];
}

function planFor(env: Env, project: ClientProject, versions: PolicyVersions): IncidentPlan {
  const policy = versionNow(versions, env.now());
  const jql = incidentJql(project.incidentsJql, policy.policy.select);
  return { project, policy, versions, jql };
}

/** By the whole text, so a policy of one site can never be taken for another site's. */
const compiledTexts = new Map<string, CompiledPolicy | null>();
const KEPT = 100;

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
