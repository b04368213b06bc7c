import type { ClientProject } from '../../core/project/client-project';
import type { Versions } from '../../core/sla/judge/judge-incident';
import { incidentJql } from '../../core/sla/policy/incident-jql';
import { type CompiledPolicy, compilePolicy } from '../../core/sla/policy/policy';
import { policyAt } from '../../core/sla/policy/policy-at';
import type { Env } from '../env';
import type { PolicyVersion } from '../ports/settings-port';
import { readPolicyText } from '../settings/policy-shape';

/** How the incidents of one client project are found and judged. */
export type IncidentPlan = {
  readonly project: ClientProject;
  /** The version that judges what starts now; it selects the incidents. */
  readonly policy: CompiledPolicy;
  /** All versions: each cycle is judged by its own. */
  readonly versions: Versions;
  readonly jql: string;
};

/** Client projects with a policy that can be used, by key. One SQL statement, one read of KVS a
 * policy. */
export async function listIncidentPlans(env: Env): Promise<readonly IncidentPlan[]> {
  return plansOf(env, await env.projects.listProjects());
}

/** The same where the client projects are known. */
export async function plansOf(
  env: Env,
  projects: readonly ClientProject[],
): Promise<readonly IncidentPlan[]> {
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
async function findVersions(env: Env, key: string): Promise<Versions | null> {
  const stored = await env.settings.listPolicyVersions(key);
  const usable = stored.flatMap((version) => compiled(version) ?? []);
  // What was saved was valid then; a later release of the app may ask for more.
  if (usable.length < stored.length || stored.length === 0) {
    env.log.warn('policy cannot be used', { key, isThere: stored.length > 0 });
  }
  const [first, ...later] = usable;
  return first === undefined ? null : [first, ...later];
}

/** Can it judge? What was saved was valid then; a later release of the app may ask for more. */
export function isUsable(version: PolicyVersion): boolean {
  return compiled(version) !== null;
}

function planFor(env: Env, project: ClientProject, versions: Versions): IncidentPlan {
  const policy = policyAt(versions, env.now());
  const jql = incidentJql(project.incidentsJql, policy.policy.select);
  return { project, policy, versions, jql };
}

/** By the whole text, so a policy of one site can never be taken for another site's. */
const compiledTexts = new Map<string, CompiledPolicy | null>();
const KEPT = 100;

/** A version in force from when the store says, for the cycles that it was saved for. */
function compiled({ text, effectiveFrom, appliesToOpen }: PolicyVersion): CompiledPolicy | null {
  const name = `${effectiveFrom} ${appliesToOpen} ${text}`;
  const known = compiledTexts.get(name);
  if (known !== undefined) return known;
  const read = readPolicyText(text);
  const applyToOpen = read.ok && (appliesToOpen || read.policy.applyToOpen === true);
  const result = read.ok ? compilePolicy({ ...read.policy, applyToOpen }) : null;
  const policy = result?.ok === true ? { ...result, effectiveFrom } : null;
  if (compiledTexts.size >= KEPT) compiledTexts.clear();
  compiledTexts.set(name, policy);
  return policy;
}
