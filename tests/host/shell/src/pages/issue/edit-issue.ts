import { showProblem } from '../../lib/flags';
import { http } from '../../lib/http';
import { tell } from '../../lib/stream';

/** Writes fields as Jira takes them; what Jira refuses is shown and read again. */
export async function editIssue(
  issueKey: string,
  fields: Record<string, unknown>,
  reload: () => Promise<void>,
): Promise<void> {
  try {
    await http.put(`/rest/api/3/issue/${issueKey}`, { fields });
    tell({ type: 'issue', issueKey });
  } catch (problem) {
    showProblem(`${issueKey} wasn't changed`, problem);
  }
  await reload();
}
