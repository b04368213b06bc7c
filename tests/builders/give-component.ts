import type { Jira } from '../host/jira/jira';
import { findIssue, nextId } from '../host/jira/state/state';

/** Puts an issue under a component of its project, led by somebody or by nobody. */
export function giveComponent(jira: Jira, issueKey: string, leadAccountId: string | null): void {
  const { state } = jira;
  const issue = findIssue(state, issueKey);
  if (issue === undefined) throw new Error(`there is no ${issueKey}`);
  const id = nextId(state);
  const name = `Component of ${issueKey}`;
  state.components.set(id, { id, name, projectId: issue.projectId, leadAccountId });
  issue.otherFields.components = [{ id, name }];
  jira.reindex();
}
