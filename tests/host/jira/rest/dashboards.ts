import { bodyText, pageOf } from '../call-values';
import { type Call, type Endpoint, refuse } from '../endpoint';
import { actorId, mayGlobally } from '../permissions';
import { avatarUrls } from '../render/avatar';
import { self } from '../render/names';
import { nextId } from '../state/state';
import type { Dashboard } from '../state/types';

export const dashboardEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/rest/api/3/dashboard',
    query: ['startAt', 'maxResults'],
    answer: (call) => {
      const { startAt, maxResults } = pageOf(call, 20, 1000);
      const all = [...call.site.state.dashboards.values()];
      const dashboards = all
        .slice(startAt, startAt + maxResults)
        .map((dashboard) => dashboardBody(call, dashboard));
      return { status: 200, body: { startAt, maxResults, total: all.length, dashboards } };
    },
  },
  {
    method: 'POST',
    path: '/rest/api/3/dashboard',
    body: ['name', 'description', 'sharePermissions', 'editPermissions'],
    answer: createDashboard,
  },
  {
    method: 'GET',
    path: '/rest/api/3/dashboard/{id}',
    answer: (call) => ({ status: 200, body: dashboardBody(call, dashboardOf(call, call.path.id)) }),
  },
];

export function dashboardOf({ site }: Call, id: string | undefined): Dashboard {
  const dashboard = site.state.dashboards.get(id ?? '');
  if (dashboard) return dashboard;
  throw refuse(404, `The dashboard with id '${id}' does not exist.`);
}

/** Its owner edits a dashboard, and administrators. */
export function ownDashboard(call: Call, id: string | undefined): Dashboard {
  const dashboard = dashboardOf(call, id);
  const own = dashboard.ownerId === actorId(call.site.state, call.actor);
  if (own || mayGlobally(call.site.state, call.actor, 'ADMINISTER')) return dashboard;
  throw refuse(403, 'You do not have permission to edit this dashboard.');
}

function createDashboard(call: Call) {
  const { state } = call.site;
  const dashboard: Dashboard = {
    id: nextId(state),
    name: bodyText(call, 'name'),
    description: String(call.body.description ?? ''),
    ownerId: actorId(state, call.actor) ?? '',
    gadgets: [],
  };
  state.dashboards.set(dashboard.id, dashboard);
  return { status: 200, body: dashboardBody(call, dashboard) };
}

/** Every dashboard of the local Jira is shared with everybody. */
function dashboardBody(call: Call, dashboard: Dashboard): Record<string, unknown> {
  const { state } = call.site;
  const { id, name, description, ownerId } = dashboard;
  return {
    id,
    isFavourite: false,
    name,
    description,
    owner: ownerBody(call, ownerId),
    popularity: 0,
    rank: 0,
    self: self(`dashboard/${id}`),
    sharePermissions: [{ id: 10000, type: 'authenticated' }],
    editPermissions: [],
    view: `http://127.0.0.1/dashboard/${id}`,
    isWritable: ownerId === actorId(state, call.actor),
    systemDashboard: false,
  };
}

/** Dashboards carry less of a user than issues do. */
function ownerBody({ site }: Call, ownerId: string): unknown {
  const owner = site.state.users.get(ownerId);
  if (!owner) return null;
  const { accountId, displayName, active } = owner;
  return {
    self: self(`user?accountId=${accountId}`),
    accountId,
    displayName,
    active,
    avatarUrls: avatarUrls(displayName),
  };
}
