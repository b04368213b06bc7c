import * as v from 'valibot';
import type { RuleChange } from '../core/order/rule/rule-changes';
import type { Workflow } from '../core/order/rule/workflow';
import { JiraError } from '../usecases/ports/jira-error';
import type { Rewritten } from '../usecases/ports/workflow-port';
import { type Jira, nothing, route } from './http';
import { readRaw } from './read-workflows';
import { editWorkflow } from './wire/edit-workflow';

const TRIES = 2;

/**
 * Changes the app's rules in one workflow: reads it, asks what to do, writes it back whole under
 * the version that was read. Jira docs, "Bulk update workflows": 409 when somebody else was faster;
 * then everything begins anew, once. One read and one write, none where nothing is to be done.
 */
export async function rewriteRules(
  jira: Jira,
  workflowId: string,
  decide: (workflow: Workflow) => readonly RuleChange[],
  ruleKey: string,
): Promise<Rewritten> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const { raw, workflows } = await readRaw(jira, { workflowIds: [workflowId] }, ruleKey);
    const workflow = workflows.find(({ id }) => id === workflowId);
    if (workflow === undefined) return { kind: 'gone' };
    const changes = decide(workflow);
    if (changes.length === 0) return { kind: 'done', changes };
    if (await write(jira, editWorkflow(raw, changes, ruleKey))) return { kind: 'done', changes };
  }
  return { kind: 'conflict' };
}

/** False when the version is no longer the one that was read. */
async function write(jira: Jira, body: object): Promise<boolean> {
  try {
    await jira({
      method: 'POST',
      url: route`/rest/api/3/workflows/update`,
      endpoint: '/rest/api/3/workflows/update',
      body,
      answer: nothing,
      // Sent twice it would find another version, and tell of a conflict with itself.
      send: 'once',
    });
    return true;
  } catch (error) {
    if (error instanceof JiraError && error.status === 409) return false;
    throw error;
  }
}

const Usages = v.object({
  projects: v.object({
    values: v.array(v.object({ id: v.string() })),
    nextPageToken: v.nullish(v.string()),
  }),
});

/** Ids of all projects that use a workflow, whoever may see them. */
export async function listProjectsUsing(
  jira: Jira,
  workflowId: string,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let token: string | null = null; ; ) {
    const query = new URLSearchParams({ maxResults: '200' });
    if (token !== null) query.set('nextPageToken', token);
    const { projects }: v.InferOutput<typeof Usages> = await jira({
      method: 'GET',
      url: route`/rest/api/3/workflow/${workflowId}/projectUsages?${query}`,
      endpoint: '/rest/api/3/workflow/{workflowId}/projectUsages',
      answer: Usages,
      send: 'again',
    });
    ids.push(...projects.values.map(({ id }) => id));
    token = projects.nextPageToken ?? null;
    if (token === null) return ids;
  }
}

const Capabilities = v.object({
  forgeRules: v.nullish(v.array(v.object({ id: v.nullish(v.string()) })), []),
});

/** Does Jira offer this rule for this workflow? */
export async function offersRule(
  jira: Jira,
  workflowId: string,
  ruleKey: string,
): Promise<boolean> {
  const { forgeRules } = await jira({
    method: 'GET',
    url: route`/rest/api/3/workflows/capabilities?workflowId=${workflowId}`,
    endpoint: '/rest/api/3/workflows/capabilities',
    answer: Capabilities,
    send: 'again',
  });
  return forgeRules.some(({ id }) => id === ruleKey);
}
