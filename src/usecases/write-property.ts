import type { Env } from './env';
import { isRefusal } from './ports/jira-error';

/**
 * Writes the issue property `tam`, whole. False where Jira refuses it (an archived project, one that
 * is closed to the app): what is stored of the issue holds all the same. One write.
 */
export async function writeProperty(env: Env, issueId: string, value: object): Promise<boolean> {
  try {
    await env.asApp.setIssueProperty(issueId, 'tam', value);
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    env.log.warn('property not written', { issueId, status: error.status });
    return false;
  }
}
