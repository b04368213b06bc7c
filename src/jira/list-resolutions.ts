import * as v from 'valibot';
import type { Named } from '../core/issue';
import { type Jira, route } from './http';

/** Jira docs, "Search resolutions": 50 a page unless another number is asked for. */
const PER_PAGE = 50;

const Page = v.object({
  values: v.array(v.object({ id: v.string(), name: v.string() })),
  isLast: v.optional(v.boolean(), true),
});

/** The site's resolutions in Jira's own order. One read per fifty. */
export async function listResolutions(jira: Jira): Promise<readonly Named[]> {
  const resolutions: Named[] = [];
  for (;;) {
    const { values, isLast } = await jira({
      method: 'GET',
      url: route`/rest/api/3/resolution/search?startAt=${resolutions.length}&maxResults=${PER_PAGE}`,
      endpoint: '/rest/api/3/resolution/search',
      answer: Page,
      send: 'again',
    });
    resolutions.push(...values);
    if (isLast || values.length === 0) return resolutions;
  }
}
