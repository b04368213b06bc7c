import { JiraError } from '../usecases/ports/jira-error';
import { type Jira, nothing, route } from './http';

/** Removes a link; one that is gone already is fine. One write. */
export async function deleteLink(jira: Jira, linkId: string): Promise<void> {
  try {
    await jira({
      method: 'DELETE',
      url: route`/rest/api/3/issueLink/${linkId}`,
      endpoint: '/rest/api/3/issueLink/{linkId}',
      answer: nothing,
      send: 'again',
    });
  } catch (error) {
    if (!(error instanceof JiraError && error.status === 404)) throw error;
  }
}
