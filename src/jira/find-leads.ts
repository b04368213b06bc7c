import * as v from 'valibot';
import { JiraError } from '../usecases/ports/jira-error';
import { type Jira, route } from './http';

/** Of an issue with more components nobody could say whose it is. */
const MOST_COMPONENTS = 3;

const Lead = v.object({ lead: v.nullish(v.object({ accountId: v.string() }), null) });

const Components = v.object({
  fields: v.object({ components: v.nullish(v.array(v.object({ id: v.string() })), []) }),
});

/**
 * Who leads the issue's component, of several the first that has a lead; null: nobody, or it has no
 * component. One read, and one for each component of the first three.
 */
export async function findComponentLead(jira: Jira, issueId: string): Promise<string | null> {
  const issue = await orNull(() =>
    jira({
      method: 'GET',
      url: route`/rest/api/3/issue/${issueId}?fields=components`,
      endpoint: '/rest/api/3/issue/{issueIdOrKey}',
      answer: Components,
      send: 'again',
    }),
  );
  for (const { id } of (issue?.fields.components ?? []).slice(0, MOST_COMPONENTS)) {
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
