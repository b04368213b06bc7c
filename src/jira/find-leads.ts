import * as v from 'valibot';
import { JiraError } from '../usecases/ports/jira-error';
import { type Jira, route } from './http';

/** Of an issue with more components nobody could say whose it is. */
const MOST_COMPONENTS = 3;

const Lead = v.object({ lead: v.nullish(v.object({ accountId: v.string() }), null) });

/**
 * Who leads one of these components, of several the first that has a lead; null: nobody does. One
 * read for each of the first three, none without any.
 */
export async function findComponentLead(
  jira: Jira,
  componentIds: readonly string[],
): Promise<string | null> {
  for (const id of componentIds.slice(0, MOST_COMPONENTS)) {
    const component = await orNull(() =>
      jira({
        method: 'GET',
        url: route`/rest/api/3/component/${id}`,
        endpoint: '/rest/api/3/component/{id}',
        answer: Lead,
        send: 'again',
      }),
    );
    if (component?.lead != null) return component.lead.accountId;
  }
  return null;
}

/** Who leads the Jira project; null: nobody, or it may not be browsed. One read. */
export async function findProjectLead(jira: Jira, projectId: string): Promise<string | null> {
  const project = await orNull(() =>
    jira({
      method: 'GET',
      url: route`/rest/api/3/project/${projectId}`,
      endpoint: '/rest/api/3/project/{projectIdOrKey}',
      answer: Lead,
      send: 'again',
    }),
  );
  return project?.lead?.accountId ?? null;
}

/** Null for what is not there or may not be browsed: Jira answers 404 to both. */
async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof JiraError && error.status === 404) return null;
    throw error;
  }
}
