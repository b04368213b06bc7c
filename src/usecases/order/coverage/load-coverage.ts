import type { Answer } from '../../../contract/answer';
import type { CoverageView, DepartmentCoverage } from '../../../contract/coverage';
import { gatesOn, policiesInForce } from '../../../core/order/policy/gates-on';
import type { OrderPolicy } from '../../../core/order/policy/order-policy';
import type { Department } from '../../../core/project/client-project';
import { checkRight } from '../../check-right';
import type { UserEnv } from '../../env';
import { JiraError } from '../../ports/jira-error';
import type { ProjectWorkflows } from '../../ports/workflow-port';
import { done } from '../../problem';
import { departmentCoverage } from './department-coverage';
import { findUnoffered } from './find-unoffered';
import { keepRuleGaps } from './keep-rule-gaps';
import { type OrderSetup, readOrderSetup } from '../read/read-order-site';
import { isNoWorkflowRight } from './workflow-rights';

const DEPARTMENTS_A_PAGE = 25;
const MOST_OVERDUE = 1000;

/**
 * Where the rule stands, for one page of departments by name. Reads of Jira, as the administrator:
 * see `listProjectWorkflows`, one per hundred projects, link types, and whether the rule is offered
 * once for all company-managed workflows that lack it and once for each team-managed one.
 */
export async function loadCoverage(env: UserEnv, from: number): Promise<Answer<CoverageView>> {
  const problem = await checkRight(env, 'changeSettings', null);
  if (problem !== null) return { ok: false, problem };
  const [setup, linkTypes, overdue, waiting, unknown] = await Promise.all([
    readOrderSetup(env),
    env.asUser.listLinkTypes(),
    env.orderStates.listDueStates(env.now(), MOST_OVERDUE),
    env.queue.countWaiting(),
    env.orderStates.countUnknown(),
  ]);
  const policies = policiesInForce(setup.rules.policies, linkTypes);
  const all = [...setup.departments].sort((a, b) => (a.name < b.name ? -1 : 1));
  const page = all.slice(from, from + DEPARTMENTS_A_PAGE);
  const next = from + page.length;
  const departments = await coverPage(env, page, setup, policies);
  await keepRuleGaps(env, departments);
  return done({
    departments,
    total: all.length,
    next: next < all.length ? next : null,
    order: orderFacts(setup, policies),
    overdue: overdue.length + waiting,
    unknown,
  });
}

async function coverPage(
  env: UserEnv,
  departments: readonly Department[],
  { site, rules }: OrderSetup,
  policies: readonly OrderPolicy[],
): Promise<readonly DepartmentCoverage[]> {
  const ids = departments.map(({ projectId }) => projectId);
  const [heard, read] = await Promise.all([
    env.asUser.listHeardProjects(),
    readWorkflows(env, ids),
  ]);
  const unoffered = await findUnoffered(env, read);
  return departments.map((department) => {
    const { projectId, projectKey } = department;
    const project = {
      statusMap: rules.statusMaps[projectKey] ?? {},
      gates: gatesOn(policies, site.handOvers, projectKey),
      isHeard: heard.some(({ id, isHeard }) => id === projectId && isHeard),
      portal: rules.portal,
    };
    const found = read.find((one) => one.projectId === projectId);
    return departmentCoverage(department, found ?? nothingOf(projectId), project, unoffered);
  });
}

/** Where Jira gives no right to read schemes, nothing is known of any of them. */
async function readWorkflows(
  env: UserEnv,
  projectIds: readonly string[],
): Promise<readonly ProjectWorkflows[]> {
  try {
    return await env.asUser.listProjectWorkflows(projectIds);
  } catch (error) {
    if (!isNoWorkflowRight(error)) {
      if (!(error instanceof JiraError)) throw error;
      env.log.warn('workflows cannot be read', { error: error.message });
      return projectIds.map((id) => ({ ...nothingOf(id), problem: 'failed' }));
    }
    return projectIds.map((id) => ({ ...nothingOf(id), problem: 'noRight' }));
  }
}

function nothingOf(projectId: string): ProjectWorkflows {
  return { projectId, isTeamManaged: false, workflows: [], problem: 'gone' };
}

function orderFacts(
  { site, rules }: OrderSetup,
  policies: readonly OrderPolicy[],
): CoverageView['order'] {
  const forms = site.handOvers.map((form) => ({ ...form, fromProjectKey: null }));
  return {
    gates: gatesOn(policies, forms, ''),
    guard: policies.some(({ guard }) => guard === 'moveBack') ? 'moveBack' : 'flag',
    onUncertain: rules.onUncertain,
    portal: rules.portal,
    freeAccounts: rules.freeAccountIds.length,
  };
}
