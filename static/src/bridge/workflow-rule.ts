import { workflowRules } from '@forge/jira-bridge';

/**
 * Hands over what the workflow editor is to keep with a rule, when its "Add" or "Update" is
 * pressed.
 */
export async function onSaveRule(config: () => string): Promise<void> {
  await workflowRules.onConfigure(async () => config());
}
