import * as v from 'valibot';
import type { JiraProject } from '../usecases/ports/jira-port';
import { type Jira, route } from './http';

/** Jira docs, "Get projects paginated": more than 100 silently become 100. */
const PER_PAGE = 100;

const Page = v.object({
  values: v.array(v.object({ id: v.string(), key: v.string(), name: v.string() })),
  isLast: v.boolean(),
});

/** All Jira projects that the speaker may browse. One read per hundred. */
export async function listProjects(jira: Jira): Promise<readonly JiraProject[]> {
  const projects: JiraProject[] = [];
  for (;;) {
    const { values, isLast } = await jira({
      method: 'GET',
      url: route`/rest/api/3/project/search?startAt=${projects.length}&maxResults=${PER_PAGE}`,
      endpoint: '/rest/api/3/project/search',
      answer: Page,
      send: 'again',
    });
    projects.push(...values);
    if (isLast || values.length === 0) return projects;
  }
}
