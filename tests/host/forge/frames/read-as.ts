import type { Jira } from '../../jira/jira';
import { FrameRefused } from './frame';

/** Reads a Jira resource as a person; refuses the frame when the person may not see it. */
export async function readAs<T>(jira: Jira, accountId: string, path: string): Promise<T> {
  const { status, body } = await jira.request({
    method: 'GET',
    path: `/rest/api/3/${path}`,
    actor: { kind: 'user', accountId },
  });
  if (status === 200) return body as T;
  throw new FrameRefused(`GET /rest/api/3/${path} answered ${status}: ${JSON.stringify(body)}`);
}
