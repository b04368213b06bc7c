import type { Jira } from '../../jira/jira';
import { SITE } from '../site';
import { FrameRefused, type FrameRequest } from './frame';

type Rule = { id: string; parameters?: { config?: string } };
type Transition = {
  id: string;
  name: string;
  toStatusReference: string;
  links: { fromStatusReference: string }[];
  validators: Rule[];
};
type Workflow = { id: string; scope: { project?: { id: string } }; transitions: Transition[] };

/**
 * The context of a rule's page in the workflow editor: where the rule stands, and what was saved.
 * ("Workflow validator" module, Forge docs; the inside of transitionContext is not written there.)
 */
export async function rulePlace(
  jira: Jira,
  accountId: string,
  { entryPoint = 'view', workflowId = '', transitionId = '', ruleId }: FrameRequest,
): Promise<Record<string, unknown>> {
  const { scope, transitions } = await readWorkflow(jira, accountId, workflowId);
  const transition = transitions.find(({ id }) => id === transitionId);
  if (!transition) throw new FrameRefused(`the workflow has no transition ${transitionId}`);
  const { name, toStatusReference, links, validators } = transition;
  const rule = validators.find(({ id }) => id === ruleId);
  if (entryPoint !== 'create' && !rule) throw new FrameRefused(`no rule ${ruleId}`);
  const config = rule?.parameters?.config;
  return {
    entryPoint,
    workflowId,
    isNewEditor: true,
    ...(scope.project === undefined ? {} : { scopedProjectId: scope.project.id }),
    transitionContext: {
      id: transitionId,
      name,
      from: links.map(({ fromStatusReference }) => fromStatusReference),
      to: toStatusReference,
    },
    ...(config ? { validatorConfig: config } : {}),
    location: `${SITE.siteUrl}/admin/workflows/${workflowId}`,
  };
}

async function readWorkflow(jira: Jira, accountId: string, workflowId: string): Promise<Workflow> {
  const { status, body } = await jira.request({
    method: 'POST',
    path: '/rest/api/3/workflows',
    body: { workflowIds: [workflowId] },
    actor: { kind: 'user', accountId },
  });
  const [workflow] = (body as { workflows?: Workflow[] } | undefined)?.workflows ?? [];
  if (status === 200 && workflow) return workflow;
  throw new FrameRefused(`the workflow ${workflowId} is not there for ${accountId}`);
}
