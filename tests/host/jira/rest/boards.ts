import { pageBody, pageOf, queryList, queryNumber } from '../call-values';
import { type Call, type Endpoint, refuse } from '../endpoint';
import { maySee, visibleProject } from '../permissions';
import { must } from '../state/state';
import type { Board, Project } from '../state/types';
import { searchPage } from './search';

const board = '/rest/agile/1.0/board';
const selfUrl = (path: string): string => `http://127.0.0.1${path}`;

export const boardEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: board,
    query: ['projectKeyOrId', 'name', 'type', 'startAt', 'maxResults'],
    answer: listBoards,
  },
  {
    method: 'GET',
    path: `${board}/{boardId}`,
    answer: (call) => ({ status: 200, body: boardBody(call, boardOf(call)) }),
  },
  { method: 'GET', path: `${board}/{boardId}/configuration`, answer: configuration },
  {
    method: 'GET',
    path: '/rest/software/1.0/board/{boardId}/issue',
    query: ['jql', 'nextPageToken', 'maxResults', 'fields', 'expand', 'reconcileIssues'],
    answer: boardIssues,
  },
];

function boardOf({ site, actor, path }: Call): Board {
  const found = site.state.boards.get(Number(path.boardId));
  if (found && maySee(site.state, actor, must(site.state.projects, found.projectId))) return found;
  throw refuse(
    404,
    'The requested board cannot be viewed because it either does not exist or you do not have permission to view it.',
  );
}

function listBoards(call: Call) {
  const { state } = call.site;
  const projectKey = call.query.get('projectKeyOrId');
  const project = projectKey ? visibleProject(state, call.actor, projectKey) : undefined;
  const name = call.query.get('name')?.toLowerCase() ?? '';
  const types = queryList(call, 'type');
  const boards = [...state.boards.values()]
    .filter(({ projectId }) => maySee(state, call.actor, must(state.projects, projectId)))
    .filter(({ projectId }) => !project || projectId === project.id)
    .filter((candidate) => candidate.name.toLowerCase().includes(name))
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .map((candidate) => boardBody(call, candidate));
  return { status: 200, body: pageBody(boards, pageOf(call, 50, 50)) };
}

function projectOfBoard(call: Call, { projectId }: Board): Project {
  return must(call.site.state.projects, projectId);
}

/** Agile ids are numbers. */
function boardBody(call: Call, found: Board): Record<string, unknown> {
  const { id, key, name, typeKey } = projectOfBoard(call, found);
  return {
    id: found.id,
    self: selfUrl(`${board}/${found.id}`),
    name: found.name,
    type: found.type,
    location: {
      projectId: Number(id),
      displayName: `${name} (${key})`,
      projectName: name,
      projectKey: key,
      projectTypeKey: typeKey,
      name: `${name} (${key})`,
    },
    isPrivate: false,
  };
}

function configuration(call: Call) {
  const found = boardOf(call);
  const { id, key, name } = projectOfBoard(call, found);
  const columns = found.columns.map((column) => ({
    name: column.name,
    statuses: column.statusIds.map((status) => ({
      id: status,
      self: selfUrl(`/rest/api/2/status/${status}`),
    })),
  }));
  const body = {
    id: found.id,
    name: found.name,
    type: found.type,
    self: selfUrl(`${board}/${found.id}/configuration`),
    location: { type: 'project', key, id, self: selfUrl(`/rest/api/2/project/${id}`), name },
    filter: { id: found.filterId, self: selfUrl(`/rest/api/2/filter/${found.filterId}`) },
    columnConfig: { columns, constraintType: 'none' },
    ranking: { rankCustomFieldId: 10019 },
  };
  return { status: 200, body };
}

/** An issue stands on the board only when its status is mapped to a column. */
function boardIssues(call: Call) {
  const found = boardOf(call);
  const { key } = projectOfBoard(call, found);
  const statuses = found.columns.flatMap((column) => column.statusIds);
  const extra = call.query.get('jql');
  const jql = `project = ${key} AND status in (${statuses.join(', ')})${extra ? ` AND (${extra})` : ''}`;
  const fields = queryList(call, 'fields');
  return searchPage(call, {
    jql,
    token: call.query.get('nextPageToken') ?? undefined,
    maxResults: queryNumber(call, 'maxResults', 50),
    fields: fields.length === 0 ? ['*navigable'] : fields,
    expand: queryList(call, 'expand'),
    properties: [],
    reconcile: queryList(call, 'reconcileIssues'),
  });
}
