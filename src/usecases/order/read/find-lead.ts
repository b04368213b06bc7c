import type { Issue } from '../../../core/issue';
import type { ClientProject } from '../../../core/project/client-project';
import type { Env } from '../../env';
import type { OrderSetup } from './read-order-site';

/** Who leads the issue's department, else its Jira project: one read of Jira then. */
export async function findLead(
  env: Env,
  issue: Pick<Issue, 'projectId'>,
  setup: Pick<OrderSetup, 'departments'>,
): Promise<string | null> {
  return registeredLead(issue, setup) ?? (await env.asApp.findProjectLead(issue.projectId));
}

/**
 * Who may let work of the department pass besides a TAM. Where nobody was registered and no TAM
 * answers either, that is whoever leads the Jira project: there is always a legal way out.
 */
export async function findPassLead(
  env: Env,
  issue: Pick<Issue, 'projectId'>,
  project: ClientProject | null,
  setup: Pick<OrderSetup, 'departments'>,
): Promise<string | null> {
  return project === null ? findLead(env, issue, setup) : registeredLead(issue, setup);
}

/** The lead as the settings name him; null where they name nobody. */
export function registeredLead(
  { projectId }: Pick<Issue, 'projectId'>,
  { departments }: Pick<OrderSetup, 'departments'>,
): string | null {
  return departments.find((each) => each.projectId === projectId)?.leadAccountId ?? null;
}
