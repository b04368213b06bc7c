import type { Issue } from '../../src/core/issue';
import type { Instant } from '../../src/core/time';
import type { HistoryRead, JiraPort } from '../../src/usecases/ports/jira-port';
import { status } from './issues';
import type { OrderWorld } from './order-world';
import { unused } from './unused';

/** Jira as one speaker sees it, over the fields of a world, which hears every call. */
export function orderWorldJira(
  world: OrderWorld,
  speaker: string,
  maySee: (issue: Issue) => boolean,
): JiraPort {
  const call = (name: string, count: number | string = '') => {
    world.calls.push(`${speaker} ${name} ${count}`.trim());
    if (world.failWith !== null) throw world.failWith;
  };
  const visible = () => {
    const read = world.issues.filter(maySee);
    if (world.stubsOfHidden === 'shown') return read;
    return read.map((issue) => withoutHidden(issue, visibleIds()));
  };
  const visibleIds = () => new Set(world.issues.filter(maySee).map(({ id }) => id));
  return {
    ...unused<JiraPort>(`Jira as ${speaker}`),
    findIssue: async (idOrKey) => {
      call('findIssue');
      return visible().find(({ id, key }) => id === idOrKey || key === idOrKey) ?? null;
    },
    listIssues: async (ids) => {
      if (ids.length > 0) call('listIssues', ids.length);
      return visible()
        .filter(({ id, key }) => ids.includes(id) || ids.includes(key))
        .map((issue) => ({ ...issue, tamProperty: world.properties.get(issue.id) ?? null }));
    },
    listRemoteLinks: async () => [],
    findHistory: async (id) => {
      call('findHistory');
      return historyOf(id, world.moves.get(id) ?? []);
    },
    ...world.heard.port,
    countChildren: async () => new Map(),
    findStatus: async (id) =>
      [...world.statuses, status('todo'), status('inProgress'), status('done')].find(
        (one) => one.id === id,
      ) ?? null,
    listPeople: async (ids) =>
      ids
        .filter((id) => id !== 'nobody')
        .map((accountId) => ({ accountId, name: `Name of ${accountId}`, avatarUrl: null })),
    checkJql: async (jql) => (jql.includes('nosuch') ? ["Field 'nosuch' does not exist."] : []),
    allowedProjects: async (_permission, ids) => ids,
    allowedIssues: async (_permission, ids) => ids.filter((id) => !world.readOnly.includes(id)),
    browsableBy: async (_accountId, ids) => {
      call('browsableBy', ids.length);
      if (world.failRightsWith !== null) throw world.failRightsWith;
      const shown = world.issues.filter(({ key }) => !world.hidden.includes(key));
      return ids.filter((id) => shown.some((issue) => issue.id === id));
    },
    ...writes(world, call),
    ...leads(world, call),
    isJiraAdmin: async () => world.isJiraAdmin,
    mayAdministerTam: async () => world.administersTam,
  };
}

type Call = (name: string, about?: number | string) => void;

function writes(world: OrderWorld, call: Call): Partial<JiraPort> {
  return {
    moveBack: async (id, statusId) => {
      world.movedBack.push(`${id} to ${statusId}`);
      return true;
    },
    addComment: async (id, text) => void world.comments.push(`${id}: ${text}`),
    setIssueProperty: async (id, _key, value) => void world.properties.set(id, value),
    setDueDate: async (id, date) => {
      call('setDueDate', id);
      const refused = world.unwritable.get(id);
      if (refused !== undefined) throw refused;
      world.issues = world.issues.map((issue) =>
        issue.id === id ? { ...issue, dueDate: date } : issue,
      );
    },
    linkBlocks: async (_type, blocker, successor) =>
      void world.linked.push(`${blocker} blocks ${successor}`),
    deleteLink: async (id) => void world.linked.push(`deleted ${id}`),
  };
}

function leads(
  world: OrderWorld,
  call: Call,
): Pick<JiraPort, 'findComponentLead' | 'findProjectLead'> {
  return {
    findComponentLead: async (ids) => {
      if (ids.length > 0) call('findComponentLead', ids.length);
      return ids.flatMap((id) => world.componentLeads.get(id) ?? [])[0] ?? null;
    },
    findProjectLead: async (id) => {
      call('findProjectLead');
      return world.projectLeads.get(id) ?? null;
    },
  };
}

/** A history of nothing but moves. */
export function historyOf(issueId: string, moves: readonly Instant[]): HistoryRead {
  const events = moves.map((at) => ({ kind: 'status', at }));
  const history = { issueId, events } as unknown as HistoryRead['history'];
  return { issueId, issueKey: issueId, notes: [], history };
}

/** Jira leaves out links to what the reader may not browse. */
function withoutHidden(issue: Issue, visibleIds: ReadonlySet<string>): Issue {
  return { ...issue, links: issue.links.filter(({ other }) => visibleIds.has(other.id)) };
}
