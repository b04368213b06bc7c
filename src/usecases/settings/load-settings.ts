import type { Answer } from '../../contract/answer';
import type { PolicyVersionRow, SettingsView } from '../../contract/tam-settings';
import type { ClientProject, Department } from '../../core/project/client-project';
import { namesNoProject, projectsToHear } from '../../core/sla/policy/projects-to-hear';
import { isoOf } from '../../core/time';
import { listBackfills } from '../backfill/list-backfills';
import { checkRight } from '../check-right';
import { isUsable, plansOf } from '../clocks/list-incident-plans';
import type { UserEnv } from '../env';
import type { HeardProject } from '../ports/heard-project';
import type { PolicyVersion } from '../ports/settings-port';
import { done } from '../problem';

/** All that the admin page shows. Reads of Jira: projects (one per hundred), link types, leads. */
export async function loadSettings(env: UserEnv): Promise<Answer<SettingsView>> {
  const problem = await checkRight(env, 'changeSettings', null);
  if (problem !== null) return { ok: false, problem };
  const [
    departments,
    projects,
    linkTypes,
    blockLinkTypeId,
    language,
    policies,
    clients,
    backfills,
  ] = await Promise.all([
    env.settings.listDepartments(),
    env.asUser.listHeardProjects(),
    env.asUser.listLinkTypes(),
    env.settings.findBlockLinkTypeId(),
    env.settings.findLanguage(),
    listPolicies(env),
    env.projects.listProjects(),
    listBackfills(env),
  ]);
  const leads = await env.asUser.listPeople(
    departments.flatMap(({ leadAccountId }) => leadAccountId ?? []),
  );
  const registered = new Set(departments.map(({ projectId }) => projectId));
  return done({
    departments: departments.map(({ leadAccountId, ...department }) => ({
      ...department,
      lead: leads.find(({ accountId }) => accountId === leadAccountId) ?? null,
    })),
    otherProjects: projects
      .filter(({ id }) => !registered.has(id))
      .map(({ id, key, name }) => ({ projectId: id, key, name })),
    linkTypes,
    blockLinkTypeId: blockLinkTypeId ?? blocksByName(linkTypes),
    language,
    policies,
    clientProjects: clients.map(({ id, key, name, policyKey }) => ({ id, key, name, policyKey })),
    backfills,
    hearing: await hearingOf(env, departments, clients, projects),
  });
}

/** What the marks of Jira projects say, and what they should (see `markProjects`). No statement. */
async function hearingOf(
  env: UserEnv,
  departments: readonly Department[],
  clients: readonly ClientProject[],
  projects: readonly HeardProject[],
): Promise<SettingsView['hearing']> {
  const plans = await plansOf(env, clients);
  const wanted = projectsToHear(
    departments.map(({ projectId }) => projectId),
    plans.map(({ jql }) => jql),
    projects,
  );
  const unheard = projects.filter(({ id, isHeard }) => wanted.has(id) && !isHeard);
  const everywhere = plans.filter(({ jql }) => namesNoProject(jql));
  return {
    unheard: unheard.map(({ key }) => key),
    everywhere: everywhere.map(({ project }) => project.key),
  };
}

async function listPolicies(env: UserEnv): Promise<SettingsView['policies']> {
  const policies = await env.settings.listPolicyTexts();
  return Promise.all(
    policies.map(async ({ key, name, version, text }) => {
      const versions = await env.settings.listPolicyVersions(key);
      const unusable = versions.filter((each) => !isUsable(each)).map((each) => each.version);
      const rows = versions.map(versionRow).reverse();
      return { key, name, version, text, versions: rows, unusable };
    }),
  );
}

function versionRow(saved: PolicyVersion): PolicyVersionRow {
  return {
    version: saved.version,
    effectiveFrom: isoOf(saved.effectiveFrom),
    savedAt: isoOf(saved.savedAt),
    appliesToOpen: saved.appliesToOpen,
    text: saved.text,
  };
}

/** Until an administrator chooses, the type that Jira ships as "Blocks" orders work. */
function blocksByName(types: SettingsView['linkTypes']): string | null {
  return types.find(({ name }) => name.toLowerCase() === 'blocks')?.id ?? null;
}
