import { pageBody, pageOf, queryList } from '../call-values';
import { type Call, type Endpoint, refuse } from '../endpoint';
import { mayInProject, maySee, visibleProject } from '../permissions';
import { issueTypeBody, self, statusBody, statusOf, typeOf } from '../render/names';
import { projectDetails, projectSummary } from '../render/project';
import type { Project } from '../state/types';
import { workflowFor } from '../state/workflows';

export const projectEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/rest/api/3/project/search',
    query: ['startAt', 'maxResults', 'keys', 'id', 'query', 'typeKey', 'orderBy', 'properties'],
    answer: searchProjects,
  },
  {
    method: 'GET',
    path: '/rest/api/3/project/{projectIdOrKey}',
    answer: (call) => ({
      status: 200,
      points: 2,
      body: projectDetails(call.site.state, projectOfCall(call)),
    }),
  },
  {
    method: 'GET',
    path: '/rest/api/3/project/{projectIdOrKey}/statuses',
    answer: projectStatuses,
  },
  {
    method: 'GET',
    path: '/rest/api/3/project/{projectIdOrKey}/properties',
    answer: (call) => {
      const { id, properties } = projectOfCall(call);
      const keys = [...properties.keys()].map((key) => ({
        self: self(`project/${id}/properties/${key}`),
        key,
      }));
      return { status: 200, body: { keys } };
    },
  },
  {
    method: 'GET',
    path: '/rest/api/3/project/{projectIdOrKey}/properties/{propertyKey}',
    answer: (call) => {
      const key = call.path.propertyKey ?? '';
      const { properties } = projectOfCall(call);
      if (!properties.has(key)) throw noProperty(key);
      return { status: 200, body: { key, value: properties.get(key) } };
    },
  },
  {
    method: 'PUT',
    path: '/rest/api/3/project/{projectIdOrKey}/properties/{propertyKey}',
    body: 'any',
    answer: (call) => {
      const key = call.path.propertyKey ?? '';
      const { properties } = administered(call);
      const status = properties.has(key) ? 200 : 201;
      properties.set(key, structuredClone(call.rawBody));
      return { status, body: {} };
    },
  },
  {
    method: 'DELETE',
    path: '/rest/api/3/project/{projectIdOrKey}/properties/{propertyKey}',
    answer: (call) => {
      const key = call.path.propertyKey ?? '';
      if (!administered(call).properties.delete(key)) throw noProperty(key);
      return { status: 204 };
    },
  },
];

const noProperty = (key: string): Error =>
  refuse(404, `The property ${key} does not exist or you do not have permission to see it.`);

export function projectOfCall({ site, actor, path }: Call): Project {
  return visibleProject(site.state, actor, path.projectIdOrKey ?? '');
}

function administered(call: Call): Project {
  const project = projectOfCall(call);
  if (mayInProject(call.site.state, call.actor, 'ADMINISTER_PROJECTS', project)) return project;
  throw refuse(403, 'You do not have permission to administer this project.');
}

/** More than 100 a page silently becomes 100. */
function searchProjects(call: Call) {
  const { state } = call.site;
  const keys = queryList(call, 'keys');
  const ids = queryList(call, 'id');
  const types = queryList(call, 'typeKey');
  const text = call.query.get('query')?.toLowerCase() ?? '';
  const found = [...state.projects.values()]
    .filter((project) => maySee(state, call.actor, project))
    .filter((project) => keys.length === 0 || keys.includes(project.key))
    .filter((project) => ids.length === 0 || ids.includes(project.id))
    .filter((project) => types.length === 0 || types.includes(project.typeKey))
    .filter(({ key, name }) => `${key}\n${name}`.toLowerCase().includes(text))
    .sort((a, b) => compareBy(call.query.get('orderBy') ?? 'key', a, b));
  const properties = queryList(call, 'properties');
  const bodies = found.map((project) => ({
    ...projectSummary(project),
    ...(properties.length === 0 ? {} : { properties: chosenProperties(project, properties) }),
  }));
  const body = pageBody(bodies, pageOf(call, 50, 100));
  return { status: 200, points: 1 + (body.values as unknown[]).length, body };
}

function compareBy(orderBy: string, a: Project, b: Project): number {
  const direction = orderBy.startsWith('-') ? -1 : 1;
  const field = orderBy.replace(/^[+-]/, '');
  if (field !== 'key' && field !== 'name') throw refuse(400, `Cannot order by ${orderBy}.`);
  return direction * a[field].localeCompare(b[field]);
}

function chosenProperties(project: Project, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    keys
      .filter((key) => project.properties.has(key))
      .map((key) => [key, project.properties.get(key)]),
  );
}

function projectStatuses(call: Call) {
  const { state } = call.site;
  const project = projectOfCall(call);
  const body = project.issueTypeIds.map((typeId) => {
    const { self: url, id, name, subtask } = issueTypeBody(typeOf(state, typeId));
    const workflow = workflowFor(state, project, typeId);
    const statuses = workflow.statuses.map(({ statusId }) => statusBody(statusOf(state, statusId)));
    return { self: url, id, name, subtask, statuses };
  });
  return { status: 200, body };
}
