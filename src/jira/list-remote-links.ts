import * as v from 'valibot';
import { JiraError } from '../usecases/ports/jira-error';
import type { RemoteLink } from '../usecases/ports/jira-port';
import { type Jira, route } from './http';

const WireLinks = v.array(
  v.object({
    id: v.pipe(v.union([v.number(), v.string()]), v.transform(String)),
    relationship: v.nullish(v.string(), ''),
    object: v.object({ url: v.nullish(v.string(), ''), title: v.nullish(v.string(), '') }),
  }),
);

/**
 * Links of an issue to what is not in this Jira, as the speaker may browse the issue; none where
 * Jira refuses (Jira docs, "Issue remote links": 403 where issue linking is disabled). One read.
 */
export async function listRemoteLinks(jira: Jira, issueId: string): Promise<readonly RemoteLink[]> {
  try {
    const links = await jira({
      method: 'GET',
      url: route`/rest/api/3/issue/${issueId}/remotelink`,
      endpoint: '/rest/api/3/issue/{issueIdOrKey}/remotelink',
      answer: WireLinks,
      send: 'again',
    });
    return links.map(({ id, relationship, object }) => ({
      ...{ id, relationship: relationship ?? '' },
      ...{ url: object.url ?? '', title: object.title ?? '' },
    }));
  } catch (error) {
    if (error instanceof JiraError && (error.status === 403 || error.status === 404)) return [];
    throw error;
  }
}
