import { workflowId } from '../../host/company/workflows';
import type { Walker } from './jira-js-steps';

/** Reads workflows, and writes one back as it was read. */
export async function walkWorkflows({ cloud, client, schemas }: Walker) {
  const { workflows, workflowSchemeProjectAssociations } = cloud;
  await workflows.searchWorkflows({ expand: 'values.transitions', maxResults: 2 });
  const { statuses = [], workflows: read = [] } = await workflows.readWorkflows({
    workflowIds: [workflowId.department],
  });
  await workflows.workflowCapabilities({ workflowId: workflowId.design });
  await workflows.getProjectUsagesForWorkflow({ workflowId: workflowId.incident });
  await workflows.getWorkflowProjectIssueTypeUsages({
    workflowId: workflowId.incident,
    projectId: 10015,
  });
  await workflowSchemeProjectAssociations.getWorkflowSchemeProjectAssociations({
    projectId: [10000, 10015],
  });
  const payload = {
    statuses: statuses.map(({ id, name, statusCategory, statusReference }) => ({
      ...{ id, name, statusCategory, statusReference },
    })),
    workflows: read.map(({ id, version, statuses: own = [], transitions }) => ({
      id,
      version,
      transitions,
      statuses: own.map(({ statusReference, properties }) => ({ statusReference, properties })),
    })),
  };
  // The parameters' types want more than the documents do.
  const url = '/rest/api/3/workflows/update';
  await client.sendRequest({
    url: `${url}/validation`,
    method: 'POST',
    body: { payload },
    schema: schemas.WorkflowValidationErrorListSchema,
  });
  await client.sendRequest({
    url,
    method: 'POST',
    body: payload,
    schema: schemas.WorkflowUpdateResponseSchema,
  });
}

/** Only an app may list and configure its rules by themselves. */
export async function walkRules({ appCloud }: Walker) {
  const { workflowTransitionRules } = appCloud;
  await workflowTransitionRules.getWorkflowTransitionRuleConfigurations({
    types: ['validator'],
    expand: 'transition',
  });
  await workflowTransitionRules.updateWorkflowTransitionRuleConfigurations({
    workflows: [{ workflowId: { name: 'Gone', draft: false }, validators: [] }],
  });
}
