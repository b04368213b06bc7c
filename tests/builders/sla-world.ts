import type { IssueLink } from '../../src/core/issue';
import type { Language } from '../../src/core/language';
import type { ClientProject, Department } from '../../src/core/project/client-project';
import type { IncidentHistory } from '../../src/core/sla/judge/history';
import type { Policy } from '../../src/core/sla/policy/policy';
import { type Instant, instant } from '../../src/core/time';
import type { UserEnv } from '../../src/usecases/env';
import type { ActPort, SlaAct } from '../../src/usecases/ports/act-port';
import type { BlockerRead, IssueMail } from '../../src/usecases/ports/jira-port';
import type { ProjectStorePort } from '../../src/usecases/ports/project-store-port';
import type { IssueChange } from '../../src/usecases/ports/queue-port';
import type { Recount } from '../../src/usecases/ports/recount-port';
import type { PolicyVersion, SettingsPort } from '../../src/usecases/ports/settings-port';
import { fakeSlaJira, selects } from './fake-sla-jira';
import { HeardProjects } from './heard-projects';
import { moscow } from './incident';
import { MemoryDryRuns } from './memory-dry-runs';
import { MemoryLedgers } from './memory-ledgers';
import { MemoryOrder } from './memory-order';
import { MemoryOrderStates } from './memory-order-states';
import { MemorySightings } from './memory-sightings';
import { MemorySimulations } from './memory-simulations';
import { MemorySlaStore } from './memory-sla-store';
import { MemoryWarningStore } from './memory-warning-store';
import { goldPolicy } from './policy-text';
import { portWith } from './port-with';

type FakeIssue = {
  history: IncidentHistory;
  /** Keys of the client projects whose incident it is; by time, the latest entry counts. */
  incidentOf: string[];
  isHidden: boolean;
};

type Job = { queue: 'refresh' | 'backfill' | 'simulate'; id: string; due: Instant };

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
  /** Ids of issues that somebody may not browse, by account id. */
  readonly hiddenFrom = new Map<string, readonly string[]>();
  /** Thrown when the app asks for somebody's rights. */
  rightsFailWith: Error | null = null;
  /** Thrown by the next mail. */
  mailFailsWith: Error | null = null;
  departments: Department[] = [];
  readonly heard = new HeardProjects();
  /** Links of now by issue id; `hidden` ones are told to the app alone. */
  readonly links = new Map<string, readonly (IssueLink & { readonly isHidden?: true })[]>();
  /** What stands, or stood, before incidents; only the app is told. */
  readonly blockers: BlockerRead[] = [];
  readonly order = new MemoryOrder();
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
      countsHidden: true,
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
      asApp: fakeSlaJira(this, 'app'),
      asUser: fakeSlaJira(this, 'user'),
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
          ofEpic: null,
          place: null,
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
      order: this.order,
      orderStates: new MemoryOrderStates(),
      dryRuns: new MemoryDryRuns(),
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
        pushWaiting: async () => undefined,
        countWaiting: async () => 0,
        pushRefresh: async (ids, delay) => this.push('refresh', ids, delay),
        // The order has a world of its own.
        pushOrder: async () => undefined,
        pushSimulation: async (id, delay) => this.push('simulate', [id], delay),
        pushDryRun: async () => undefined,
        pushOrderSweep: async () => undefined,
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

  /** What Jira answers to the JQL of a whole contract; by itself whoever the JQL names. */
  isSelected: (jql: string, id: string) => boolean = (jql, id) => selects(this, jql, id);
}
