import type { Answer } from '../../../contract/answer';
import type { OrderSettingsView, OrderStatusRow } from '../../../contract/order-settings';
import { policyProblems } from '../../../core/order/policy/policy-problems';
import type { UserEnv } from '../../env';
import { done } from '../../problem';
import { readPolicyText } from '../../settings/policy-shape';
import { readOrderSetup } from '../read/read-order-site';

/**
 * The settings of the order and what there is to choose from. Reads of Jira: link types,
 * resolutions, the free accounts. Whoever calls has checked the rights.
 */
export async function loadOrderSettings(env: UserEnv): Promise<Answer<OrderSettingsView>> {
  const setup = await readOrderSetup(env);
  const { rules, departments, blockType } = setup;
  // The page sends it back as it was saved, and which departments there are is saved elsewhere.
  const { departmentKeys: _, ...site } = setup.site;
  const { freeAccountIds } = rules;
  const [linkTypes, resolutions, clients, calendars, freeAccounts] = await Promise.all([
    env.asUser.listLinkTypes(),
    env.asUser.listResolutions(),
    env.projects.listProjects(),
    listCalendars(env),
    freeAccountIds.length === 0 ? [] : env.asUser.listPeople(freeAccountIds),
  ]);
  return done({
    ...{ site, linkTypes, resolutions, calendars, freeAccounts },
    blockLinkTypeId: blockType,
    problems: policyProblems(rules, linkTypes),
    departments: departments.map(({ projectId, projectKey, name }) => ({
      ...{ projectId, projectKey, name },
    })),
    clientProjects: clients.map(({ id, key, name }) => ({ id, key, name })),
  });
}

/** The calendars of the latest version of each SLA policy; none of one that cannot be read. */
export async function listCalendars(env: UserEnv): Promise<OrderSettingsView['calendars']> {
  const policies = await env.settings.listPolicyTexts();
  return policies.flatMap(({ key, name, text }) => {
    const read = readPolicyText(text);
    if (!read.ok) return [];
    return read.policy.calendars.map((calendar) => ({
      ...{ policyKey: key, policyName: name },
      ...{ calendarKey: calendar.key, calendarName: calendar.name },
    }));
  });
}

/** The statuses of a department's workflows, as the viewer may see the project. One read. */
export async function listOrderStatuses(
  env: UserEnv,
  projectKey: string,
): Promise<Answer<readonly OrderStatusRow[]>> {
  return done(await env.asUser.listProjectStatuses(projectKey));
}
