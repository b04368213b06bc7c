import type { IssueLink } from '../../src/core/issue';
import type { Language } from '../../src/core/language';
import type { ClientProject, Department } from '../../src/core/project/client-project';
import type { IncidentHistory } from '../../src/core/sla/history';
import type { Policy } from '../../src/core/sla/policy';
import { type Instant, instant } from '../../src/core/time';
import type { UserEnv } from '../../src/usecases/env';
import type { ActPort, SlaAct } from '../../src/usecases/ports/act-port';
import type {
  BlockerRead,
  BlockersAsked,
  HistoryRead,
  IssueMail,
  JiraPort,
} from '../../src/usecases/ports/jira-port';
import type { IssueChange } from '../../src/usecases/ports/queue-port';
import type { Recount } from '../../src/usecases/ports/recount-port';
import type {
  PolicyVersion,
  ProjectStorePort,
  SettingsPort,
} from '../../src/usecases/ports/store-ports';
import { HeardProjects } from './heard-projects';
import { moscow } from './incident';
import { MemoryLedgers } from './memory-ledgers';
import { MemoryOrder } from './memory-order';
import { MemoryOrderStates } from './memory-order-states';
import { MemorySightings } from './memory-sightings';
import { MemorySimulations } from './memory-simulations';
import { MemorySlaStore } from './memory-sla-store';
import { MemoryWarningStore } from './memory-warning-store';
import { goldPolicy } from './policy-text';

type FakeIssue = {
  history: IncidentHistory;
  /** Keys of the client projects whose incident it is; by time, the latest entry counts. */
  incidentOf: string[];
  isHidden: boolean;
};

type Job = { queue: 'refresh' | 'backfill' | 'simulate'; id: string; due: Instant };

/** A port of which a test uses a part; anything else that is called says its name. */
function portWith<Port extends object>(part: Partial<Port>): Port {
  return new Proxy(part, {
    get: (answers, name) =>
      Reflect.get(answers, name) ?? (() => Promise.reject(new Error(`${String(name)} was called`))),
  }) as Port;
}

const NO_SUCH_FIELD = "Field 'nosuch' does not exist or you do not have permission to view it.";

/**
 * Jira, queue, settings and store in memory for the use cases of the SLA. A client project's JQL
 * holds its key, and selects the issues that name it in `incidentOf`. Time is `now`, moved by hand.
 */
export class SlaWorld {
  now: Instant = moscow('2026-11-23T12:00');
  readonly issues = new Map<string, FakeIssue>();
  readonly projects: ClientProject[] = [];
  /** Versions by policy key, oldest first. */
  readonly policies = new Map<string, PolicyVersion[]>();
  readonly store = new MemorySlaStore();
  readonly simulations = new MemorySimulations();
  readonly acts: SlaAct[] = [];
  readonly recounts: Recount[] = [];
  readonly ledgers = new MemoryLedgers(this.store);
  readonly sightings = new MemorySightings();
  readonly warningStore = new MemoryWarningStore(this.store);
  /** What Jira was asked to mail, `people: subject`. */
  readonly mails: IssueMail[] = [];
  /** Thrown by the next mail. */
  mailFailsWith: Error | null = null;
  departments: Department[] = [];
  readonly heard = new HeardProjects();
  /** Links of now by issue id; `hidden` ones are told to the app alone. */
  readonly links = new Map<string, readonly (IssueLink & { readonly isHidden?: true })[]>();
  /** What stands, or stood, before incidents; only the app is told. */
  readonly blockers: BlockerRead[] = [];
  language: Language = 'en';
  #ids = 0;
  readonly jobs: Job[] = [];
  /** Told by events and not looked at yet. */
  readonly changes: IssueChange[] = [];
  /** One word per call of Jira, in order. */
  readonly calls: string[] = [];
  readonly properties = new Map<string, object>();
  readonly warnings: string[] = [];
  /** What was written into the audit, act by act. */
  readonly audited: string[] = [];
  viewerId = 'tam';
  administersTam = false;
  /** Thrown by the next read of histories. */
  failWith: Error | null = null;
  pageSize = 5000;
  jqlProblems: string[] = [];

  addProject(changes: Partial<ClientProject> = {}): ClientProject {
    const key = changes.key ?? 'ACME';
    const project: ClientProject = {
      id: `id-${key}`,
      key,
      name: key,
      client: key,
      tamAccountId: 'tam',
      deputyAccountIds: [],
      viewerAccountIds: ['manager'],
      policyKey: 'gold',
      incidentsJql: `project = SUP AND labels = ${key}`,
      version: 1,
      createdAt: moscow('2026-01-01T00:00'),
      ...changes,
    };
    this.projects.push(project);
    return project;
  }

  addPolicy(policy: Policy = goldPolicy(), changes: Partial<PolicyVersion> = {}): void {
    const { key, name, version } = policy;
    const effectiveFrom = instant(Date.parse(policy.effectiveFrom));
    const others = (this.policies.get(key) ?? []).filter((each) => each.version !== version);
    this.policies.set(key, others);
    this.keepVersion({
      ...{ key, name, version, text: JSON.stringify(policy), effectiveFrom },
      ...{ savedAt: this.now, appliesToOpen: false, ...changes },
    });
  }

  private keepVersion(saved: PolicyVersion): boolean {
    const versions = this.policies.get(saved.key) ?? [];
    if (versions.some(({ version }) => version === saved.version)) return false;
    this.policies.set(saved.key, [...versions, saved]);
    return true;
  }

  addIssue(history: IncidentHistory, incidentOf: string[] = ['ACME']): void {
    this.issues.set(history.issueId, { history, incidentOf, isHidden: false });
  }

  pending(queue: Job['queue']): string[] {
    return this.jobs.filter((job) => job.queue === queue).map(({ id }) => id);
  }

  get env(): UserEnv {
    return {
      asApp: this.jira('app'),
      asUser: this.jira('user'),
      viewer: { accountId: this.viewerId, locale: 'en', timeZone: 'UTC' },
      projects: portWith<ProjectStorePort>({
        listProjects: async () => this.projects,
        findProject: async (id) => this.projects.find((project) => project.id === id) ?? null,
        audit: async ({ act, actorAccountId }) =>
          void this.audited.push(`${actorAccountId} ${act}`),
      }),
      sla: this.store,
      incidents: {
        readIssue: async (id) => ({
          projects: this.projects,
          cycles: await this.store.listCycles([id]),
          hasActs: this.acts.some(({ issueId }) => issueId === id),
          isOrdered: false,
        }),
      },
      simulations: this.simulations,
      warnings: this.warningStore,
      acts: this.actPort(),
      recounts: {
        saveRecounts: async (recounts) => void this.recounts.push(...recounts),
        listRecounts: async (id) => this.recounts.filter(({ issueId }) => issueId === id),
      },
      sightings: this.sightings,
      ledgers: this.ledgers,
      order: new MemoryOrder(),
      orderStates: new MemoryOrderStates(),
      settings: portWith<SettingsPort>({
        listDepartments: async () => this.departments,
        findBlockLinkTypeId: async () => null,
        findLanguage: async () => this.language,
        listPolicyTexts: async () => [...this.policies.values()].flatMap((all) => all.slice(-1)),
        findPolicyText: async (key) => this.policies.get(key)?.at(-1) ?? null,
        listPolicyVersions: async (key) => this.policies.get(key) ?? [],
        addPolicyVersion: async (policy) => this.keepVersion(policy),
      }),
      queue: {
        pushChange: async (change) => void this.changes.push(change),
        pushRefresh: async (ids, delay) => this.push('refresh', ids, delay),
        pushSimulation: async (id, delay) => this.push('simulate', [id], delay),
        pushBackfill: async (id, delay) => this.push('backfill', [id], delay),
      },
      now: () => this.now,
      newId: () => this.newId(),
      migrate: async () => [],
      log: { info: () => undefined, warn: (event) => void this.warnings.push(event) },
    };
  }

  private actPort(): ActPort {
    return {
      addAct: async (act) => void this.acts.push(act),
      listActs: async (ids) => this.acts.filter(({ issueId }) => ids.includes(issueId)),
      excludeFrozen: async (row, reason) => this.store.excludeFrozen(row, reason),
    };
  }

  /** Ids of backfills are told by their number, so that a test can name one. */
  private newId(): string {
    this.#ids += 1;
    return `new-${this.#ids}`;
  }

  private push(queue: Job['queue'], ids: readonly string[], delaySeconds: number): void {
    const due = instant(this.now + delaySeconds * 1000);
    for (const id of ids) this.jobs.push({ queue, id, due });
  }

  /** The issue as it is now: events of the future have not happened. */
  private read(id: string): IncidentHistory | null {
    const issue = this.issues.get(id);
    if (issue === undefined || issue.isHidden || issue.history.created > this.now) return null;
    const { history } = issue;
    return { ...history, events: history.events.filter(({ at }) => at <= this.now) };
  }

  /** What Jira answers to the JQL of a whole contract; by itself whoever the JQL names. */
  isSelected: (jql: string, id: string) => boolean = (jql, id) => this.selects(jql, id);

  private selects(jql: string, id: string): boolean {
    const issue = this.issues.get(id);
    return this.read(id) !== null && (issue?.incidentOf.some((key) => jql.includes(key)) ?? false);
  }

  private search(jql: string): string[] {
    return [...this.issues.keys()].filter(
      (id) => this.read(id) !== null && (!jql.includes('labels') || this.selects(jql, id)),
    );
  }

  private readBlockers({ linked, keys }: BlockersAsked): BlockerRead[] {
    const asked = new Set([...keys, ...linked.map(({ key }) => key)]);
    return this.blockers
      .filter((blocker) => blocker.keys.some((key) => asked.has(key)))
      .map((blocker) => ({
        ...blocker,
        statuses: blocker.statuses.filter(({ from }) => from <= this.now),
      }));
  }

  private jira(speaker: string): JiraPort {
    const called = (name: string) => void this.calls.push(`${speaker} ${name}`);
    const linksOf = (id: string) =>
      (this.links.get(id) ?? []).filter(({ isHidden }) => speaker === 'app' || isHidden !== true);
    const search = (jql: string) => this.search(jql);
    return portWith<JiraPort>({
      ...this.heard.port,
      findIssue: async (id) => {
        const issue = shownIssue(this.read(id));
        return issue === null ? null : { ...issue, links: linksOf(id) };
      },
      findHistory: async (id) => {
        called('findHistory');
        this.failIfTold();
        const history = this.read(id);
        return history === null ? null : { ...readOf(history), links: linksOf(id) };
      },
      listHistories: async (ids) => {
        called('listHistories');
        this.failIfTold();
        return ids.flatMap((id) => {
          const history = this.read(id);
          return history === null ? [] : [{ ...readOf(history), links: linksOf(id) }];
        });
      },
      matchIssues: async (ids, jqls) => {
        called('matchIssues');
        return jqls.map((jql) => new Set(ids.filter((id) => this.isSelected(jql, id))));
      },
      listBlockers: async (asked) => {
        called('listBlockers');
        return this.readBlockers(asked);
      },
      matchJql: async (id, jqls) => {
        called('matchJql');
        return jqls.map((jql) => this.selects(jql, id));
      },
      searchIds: async (jql, page) => {
        called('searchIds');
        const ids = search(jql);
        const at = Number(page ?? 0);
        const next = at + this.pageSize < ids.length ? String(at + this.pageSize) : null;
        return { ids: ids.slice(at, at + this.pageSize), next };
      },
      countIssues: async (jql) => {
        called('countIssues');
        return search(jql).length;
      },
      setIssueProperty: async (id, key, value) => {
        called('setIssueProperty');
        this.properties.set(`${id} ${key}`, value);
      },
      notify: async (_issueId, mail) => {
        called('notify');
        this.failMailIfTold();
        this.mails.push(mail);
      },
      listPeople: async (ids) => {
        called('listPeople');
        return ids.map((id) => ({ accountId: id, name: `Name of ${id}`, avatarUrl: null }));
      },
      checkJql: async () => this.jqlProblems,
      checkJqls: async (jqls) => this.checked(speaker, jqls),
      mayAdministerTam: async () => {
        called('mayAdministerTam');
        return this.administersTam;
      },
      allowedIssues: async (_permission, ids) => {
        called('allowedIssues');
        return ids.filter((id) => this.read(id) !== null);
      },
      listIssues: async (ids) => {
        called('listIssues');
        return ids.flatMap((id) => shownIssue(this.read(id)) ?? []);
      },
    });
  }

  private checked(speaker: string, jqls: readonly string[]): readonly (readonly string[])[] {
    this.calls.push(`${speaker} checkJqls`);
    return jqls.map((jql) => (jql.includes('nosuch') ? [NO_SUCH_FIELD] : this.jqlProblems));
  }

  private failMailIfTold(): void {
    const error = this.mailFailsWith;
    this.mailFailsWith = null;
    if (error !== null) throw error;
  }

  private failIfTold(): void {
    const error = this.failWith;
    this.failWith = null;
    if (error !== null) throw error;
  }
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
