import type { Jira } from '../host/jira/jira';
import { findIssue, nextId } from '../host/jira/state/state';

/** Gives an issue a security level of its own with these people in it, and the app. */
export function restrictIssue(jira: Jira, issueKey: string, accountIds: readonly string[]): void {
  const { state } = jira;
  const issue = findIssue(state, issueKey);
  if (issue === undefined) throw new Error(`there is no ${issueKey}`);
  const id = nextId(state);
  const memberIds = new Set([...accountIds, state.appUser.accountId]);
  state.securityLevels.set(id, { id, name: `Members of ${issueKey}`, memberIds });
  issue.securityId = id;
  jira.reindex();
}
