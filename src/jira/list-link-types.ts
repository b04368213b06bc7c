import * as v from 'valibot';
import { JiraError } from '../usecases/ports/jira-error';
import type { LinkType } from '../usecases/ports/jira-port';
import { type Jira, route } from './http';

const Types = v.object({
  issueLinkTypes: v.array(
    v.object({ id: v.string(), name: v.string(), inward: v.string(), outward: v.string() }),
  ),
});

/** The site's link types; none where linking is switched off (Jira then answers 404). One read. */
export async function listLinkTypes(jira: Jira): Promise<readonly LinkType[]> {
  try {
    const { issueLinkTypes } = await jira({
      method: 'GET',
      url: route`/rest/api/3/issueLinkType`,
      endpoint: '/rest/api/3/issueLinkType',
      answer: Types,
      send: 'again',
    });
    return issueLinkTypes;
  } catch (error) {
    if (error instanceof JiraError && error.status === 404) return [];
    throw error;
  }
}
