import { pageBody, pageOf, queryList } from '../call-values';
import { type Call, type Endpoint, refuse } from '../endpoint';
import { mayInProject, projectOf, visibleIssue, visibleProject } from '../permissions';
import { userRef } from '../render/names';
import type { Project, User } from '../state/types';

export const userEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/rest/api/3/user',
    query: ['accountId'],
    answer: (call) => {
      const accountId = call.query.get('accountId') ?? '';
      const user = call.site.state.users.get(accountId);
      if (!user)
        throw refuse(404, `Specified user does not exist or you do not have required permissions`);
      return { status: 200, points: 3, body: { ...shown(user), locale: user.locale } };
    },
  },
  {
    method: 'GET',
    path: '/rest/api/3/user/bulk',
    query: ['accountId', 'startAt', 'maxResults'],
    answer: (call) => {
      const ids = call.query.getAll('accountId');
      if (ids.length === 0) throw refuse(400, 'The accountId query parameter is required.');
      const users = ids.flatMap((id) => call.site.state.users.get(id) ?? []);
      const body = pageBody(users.map(shown), pageOf(call, 10, 200));
      return { status: 200, points: 1 + 2 * (body.values as unknown[]).length, body };
    },
  },
  {
    method: 'GET',
    path: '/rest/api/3/user/search',
    query: ['query', 'startAt', 'maxResults'],
    answer: (call) => listed(call, people(call)),
  },
  {
    method: 'GET',
    path: '/rest/api/3/user/assignable/search',
    query: ['query', 'accountId', 'project', 'issueKey', 'startAt', 'maxResults'],
    answer: (call) => {
      const project = contextProject(call);
      const wanted = queryList(call, 'accountId');
      const found = people(call)
        .filter(({ accountId }) => wanted.length === 0 || wanted.includes(accountId))
        .filter(({ accountId }) =>
          mayInProject(call.site.state, { kind: 'user', accountId }, 'ASSIGNABLE_USER', project),
        );
      return listed(call, found);
    },
  },
];

const shown = (user: User) => userRef(user, user.timeZone);

/** Active people whose name has a word that begins with the query. */
function people({ site, query }: Call): User[] {
  const text = (query.get('query') ?? '').toLowerCase();
  return [...site.state.users.values()]
    .filter((user) => user.active && user.accountType === 'atlassian')
    .filter(({ displayName }) => ` ${displayName.toLowerCase()}`.includes(` ${text}`))
    .sort((a, b) => a.displayName.localeCompare(b.displayName));
}

function listed(call: Call, users: readonly User[]) {
  const { startAt, maxResults } = pageOf(call, 50, 1000);
  const body = users.slice(startAt, startAt + maxResults).map(shown);
  return { status: 200, points: 1 + 2 * body.length, body };
}

function contextProject({ site, actor, query }: Call): Project {
  const issueKey = query.get('issueKey');
  if (issueKey) return projectOf(site.state, visibleIssue(site.state, actor, issueKey));
  const project = query.get('project');
  if (project) return visibleProject(site.state, actor, project);
  throw refuse(400, 'Either the project or the issueKey query parameter is required.');
}
