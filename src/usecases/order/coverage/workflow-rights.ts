import type { Answer } from '../../../contract/answer';
import type { UserEnv } from '../../env';
import { JiraError } from '../../ports/jira-error';
import { refuse, textsFor } from '../../problem';

/** Jira docs, "Workflows": 401 for a missing right too, where other resources answer 403. */
export function isNoWorkflowRight(error: unknown): boolean {
  return error instanceof JiraError && (error.status === 401 || error.status === 403);
}

/** Says it in words where Jira does not let this person at a workflow; other errors go on. */
export async function withWorkflowRight<T>(
  env: UserEnv,
  act: () => Promise<Answer<T>>,
): Promise<Answer<T>> {
  try {
    return await act();
  } catch (error) {
    if (!isNoWorkflowRight(error)) throw error;
    return refuse('notAllowed', textsFor(env).coverage.noRight);
  }
}
