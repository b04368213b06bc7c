import * as v from 'valibot';
import { HEARD, type HeardProject } from '../usecases/ports/heard-project';
import { type Jira, nothing, route } from './http';

/** Jira docs, "Get projects paginated": more than 100 silently become 100. */
const PER_PAGE = 100;

const Mark = v.nullish(v.object({ [HEARD.path]: v.optional(v.unknown()) }));

const Page = v.object({
  values: v.array(
    v.object({
      id: v.string(),
      key: v.string(),
      name: v.string(),
      properties: v.nullish(v.object({ [HEARD.key]: Mark })),
    }),
  ),
  isLast: v.boolean(),
});

const PROPERTY = '/rest/api/3/project/{projectIdOrKey}/properties/{propertyKey}';

/** All projects that the speaker may browse, each with its mark. One read per hundred. */
export async function listHeardProjects(jira: Jira): Promise<readonly HeardProject[]> {
  const projects: HeardProject[] = [];
  for (;;) {
    const { values, isLast } = await jira({
      method: 'GET',
      url: route`/rest/api/3/project/search?startAt=${projects.length}&maxResults=${PER_PAGE}&properties=${HEARD.key}`,
      endpoint: '/rest/api/3/project/search',
      answer: Page,
      send: 'again',
    });
    for (const { id, key, name, properties } of values) {
      const isHeard = properties?.[HEARD.key]?.[HEARD.path] === true;
      projects.push({ id, key, name, isHeard });
    }
    if (isLast || values.length === 0) return projects;
  }
}

/** Marks a project, so that the triggers' filter lets its events through. One write. */
export async function hearProject(jira: Jira, projectId: string): Promise<void> {
  await jira({
    method: 'PUT',
    url: route`/rest/api/3/project/${projectId}/properties/${HEARD.key}`,
    endpoint: PROPERTY,
    body: { [HEARD.path]: true },
    answer: nothing,
    send: 'again',
  });
}

/** Takes the mark away. One write. */
export async function unhearProject(jira: Jira, projectId: string): Promise<void> {
  await jira({
    method: 'DELETE',
    url: route`/rest/api/3/project/${projectId}/properties/${HEARD.key}`,
    endpoint: PROPERTY,
    answer: nothing,
    send: 'again',
  });
}
