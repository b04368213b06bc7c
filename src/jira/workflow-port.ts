import type { WorkflowPort } from '../usecases/ports/workflow-port';
import { disableOwnRules } from './disable-own-rules';
import { appModuleAri, type Jira } from './http';
import { listProjectWorkflows } from './list-project-workflows';
import { listWorkflows, readRaw } from './read-workflows';
import { listProjectsUsing, offersRule, rewriteRules } from './rewrite-rules';

/** The key of the module in manifest.yml. */
const MODULE = 'blocking-order';

/** Workflows for one speaker. */
export function workflowPort(jira: Jira): WorkflowPort {
  const ruleKey = () => appModuleAri(MODULE);
  return {
    listProjectWorkflows: (projectIds) => listProjectWorkflows(jira, projectIds, ruleKey()),
    listWorkflows: (from) => listWorkflows(jira, from, ruleKey()),
    findWorkflow: async (id) => {
      const { workflows } = await readRaw(jira, { workflowIds: [id] }, ruleKey());
      return workflows[0] ?? null;
    },
    listProjectsUsing: (workflowId) => listProjectsUsing(jira, workflowId),
    offersOrderRule: (workflowId) => offersRule(jira, workflowId, ruleKey()),
    rewriteRules: (workflowId, decide) => rewriteRules(jira, workflowId, decide, ruleKey()),
    disableOwnRules: () => disableOwnRules(jira, MODULE),
  };
}
