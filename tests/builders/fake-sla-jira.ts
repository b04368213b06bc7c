import type { IncidentHistory } from '../../src/core/sla/judge/history';
import type {
  BlockerRead,
  BlockersAsked,
  HistoryRead,
  JiraPort,
} from '../../src/usecases/ports/jira-port';
import { portWith } from './port-with';
import type { SlaWorld } from './sla-world';

const NO_SUCH_FIELD = "Field 'nosuch' does not exist or you do not have permission to view it.";

/** Jira of the SLA's world, for one speaker: what it is asked is noted in `calls`. */
export function fakeSlaJira(world: SlaWorld, speaker: string): JiraPort {
  const called = (name: string) => void world.calls.push(`${speaker} ${name}`);
  const linksOf = (id: string) =>
    (world.links.get(id) ?? []).filter(({ isHidden }) => speaker === 'app' || isHidden !== true);
  return portWith<JiraPort>({
    ...world.heard.port,
    findIssue: async (id) => {
      const issue = shownIssue(readNow(world, id));
      return issue === null ? null : { ...issue, links: linksOf(id) };
    },
    findHistory: async (id) => {
      called('findHistory');
      failIfTold(world);
      const history = readNow(world, id);
      return history === null ? null : { ...readOf(history), links: linksOf(id) };
    },
    listHistories: async (ids) => {
      called('listHistories');
      failIfTold(world);
      return ids.flatMap((id) => {
        const history = readNow(world, id);
        return history === null ? [] : [{ ...readOf(history), links: linksOf(id) }];
      });
    },
    matchIssues: async (ids, jqls) => {
      called('matchIssues');
      return jqls.map((jql) => new Set(ids.filter((id) => world.isSelected(jql, id))));
    },
    listBlockers: async (asked) => {
      called('listBlockers');
      return readBlockers(world, asked);
    },
    matchJql: async (id, jqls) => {
      called('matchJql');
      return jqls.map((jql) => selects(world, jql, id));
    },
    ...searches(world, called),
    setIssueProperty: async (id, key, value) => {
      called('setIssueProperty');
      world.properties.set(`${id} ${key}`, value);
    },
    notify: async (_issueId, mail) => {
      called('notify');
      failMailIfTold(world);
      world.mails.push(mail);
    },
    listPeople: async (ids) => {
      called('listPeople');
      return ids.map((id) => ({ accountId: id, name: `Name of ${id}`, avatarUrl: null }));
    },
    checkJql: async () => world.jqlProblems,
    checkJqls: async (jqls) => checked(world, speaker, jqls),
    ...rights(world, called),
    listProjects: async () => {
      called('listProjects');
      return [];
    },
    allowedIssues: async (_permission, ids) => {
      called('allowedIssues');
      return ids.filter((id) => readNow(world, id) !== null);
    },
    listIssues: async (ids) => {
      called('listIssues');
      return ids.flatMap((id) => shownIssue(readNow(world, id)) ?? []);
    },
  });
}

type Searches = Pick<JiraPort, 'searchIds' | 'countIssues'>;

function searches(world: SlaWorld, called: (name: string) => void): Searches {
  return {
    searchIds: async (jql, page) => {
      called('searchIds');
      const ids = search(world, jql);
      const at = Number(page ?? 0);
      const next = at + world.pageSize < ids.length ? String(at + world.pageSize) : null;
      return { ids: ids.slice(at, at + world.pageSize), next };
    },
    countIssues: async (jql) => {
      called('countIssues');
      return search(world, jql).length;
    },
  };
}

function rights(world: SlaWorld, called: (name: string) => void) {
  return {
    browsableBy: async (accountId, ids) => {
      called('browsableBy');
      if (world.rightsFailWith !== null) throw world.rightsFailWith;
      return ids.filter((id) => !world.hiddenFrom.get(accountId)?.includes(id));
    },
    mayAdministerTam: async () => {
      called('mayAdministerTam');
      return world.administersTam;
    },
  } satisfies Partial<JiraPort>;
}

/** The issue as it is now: events of the future have not happened. */
function readNow(world: SlaWorld, id: string): IncidentHistory | null {
  const issue = world.issues.get(id);
  if (issue === undefined || issue.isHidden || issue.history.created > world.now) return null;
  const { history } = issue;
  return { ...history, events: history.events.filter(({ at }) => at <= world.now) };
}

/** Does the JQL hold the key of a client project whose incident the issue is? */
export function selects(world: SlaWorld, jql: string, id: string): boolean {
  const issue = world.issues.get(id);
  const isThere = readNow(world, id) !== null;
  return isThere && (issue?.incidentOf.some((key) => jql.includes(key)) ?? false);
}

function search(world: SlaWorld, jql: string): string[] {
  return [...world.issues.keys()].filter(
    (id) => readNow(world, id) !== null && (!jql.includes('labels') || selects(world, jql, id)),
  );
}

function readBlockers(world: SlaWorld, { linked, keys }: BlockersAsked): BlockerRead[] {
  const asked = new Set([...keys, ...linked.map(({ key }) => key)]);
  return world.blockers
    .filter((blocker) => blocker.keys.some((key) => asked.has(key)))
    .map((blocker) => ({
      ...blocker,
      statuses: blocker.statuses.filter(({ from }) => from <= world.now),
    }));
}

function checked(
  world: SlaWorld,
  speaker: string,
  jqls: readonly string[],
): readonly (readonly string[])[] {
  world.calls.push(`${speaker} checkJqls`);
  return jqls.map((jql) => (jql.includes('nosuch') ? [NO_SUCH_FIELD] : world.jqlProblems));
}

function failMailIfTold(world: SlaWorld): void {
  const error = world.mailFailsWith;
  world.mailFailsWith = null;
  if (error !== null) throw error;
}

function failIfTold(world: SlaWorld): void {
  const error = world.failWith;
  world.failWith = null;
  if (error !== null) throw error;
}

const readOf = (history: IncidentHistory): HistoryRead => ({
  issueId: history.issueId,
  issueKey: history.key,
  history,
  notes: [],
});

function shownIssue(history: IncidentHistory | null) {
  if (history === null) return null;
  return {
    id: history.issueId,
    key: history.key,
    projectId: history.projectId,
    projectKey: history.projectKey,
    projectName: 'Support',
    summary: `Summary of ${history.key}`,
    typeName: 'Incident',
    isSubtask: false,
    hierarchyLevel: 0,
    status: { id: '1', name: 'Open', category: 'todo' as const },
    priority: history.priorityAtCreation,
    resolution: null,
    assignee: { accountId: 'anna', name: 'Anna', avatarUrl: null },
    dueDate: null,
    parentId: null,
    links: [],
    isRestricted: false,
    categorySince: null,
    isArchived: false,
  };
}
