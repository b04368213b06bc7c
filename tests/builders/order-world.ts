import type { Issue, Status } from '../../src/core/issue';
import type { Language } from '../../src/core/language';
import type { ClientProject, Department, LinkedEpic } from '../../src/core/project/client-project';
import { type Instant, instant } from '../../src/core/time';
import type { UserEnv } from '../../src/usecases/env';
import type { AuditEntry } from '../../src/usecases/ports/project-store-port';
import type { Notice } from '../../src/usecases/ports/warning-ports';
import { HeardProjects } from './heard-projects';
import { BLOCKS, idOf } from './issues';
import { MemoryDryRuns } from './memory-dry-runs';
import { MemoryOrder } from './memory-order';
import { MemoryOrderStates } from './memory-order-states';
import { orderWorldJira } from './order-world-jira';
import { unused } from './unused';

export const NOW = instant(Date.parse('2026-11-23T12:00:00Z'));

export function aDepartment(projectKey: string, name: string, isOpen = true): Department {
  return { projectId: `p-${projectKey}`, projectKey, name, leadAccountId: null, isOpen };
}

/**
 * A Jira of a few issues with people who may not see all of them, and client projects in memory:
 * plain ports, so that a test can ask which calls a use case makes.
 */
export class OrderWorld {
  issues: readonly Issue[] = [];
  readonly order = new MemoryOrder(() => this.epics);
  readonly orderStates = new MemoryOrderStates();
  readonly dryRuns = new MemoryDryRuns();
  /** Keys that the viewer and everybody else may not browse; the app may. */
  hidden: readonly string[] = [];
  /** Besides one of each category. */
  statuses: readonly Status[] = [];
  /** Ids of issues that nobody may edit. */
  readOnly: readonly string[] = [];
  /** Does the link to a hidden issue still show its key? Jira promises neither. */
  stubsOfHidden: 'leftOut' | 'shown' = 'leftOut';
  departments: readonly Department[] = [
    aDepartment('NET', 'Network'),
    aDepartment('VIRT', 'Virtualisation'),
    aDepartment('BCK', 'Backup', false),
  ];
  readonly projects: ClientProject[] = [];
  readonly epics: LinkedEpic[] = [];
  readonly heard = new HeardProjects();
  readonly audited: AuditEntry[] = [];
  readonly linked: string[] = [];
  now = NOW;
  /** "id-VIRT-7 in 60 s": asked to be looked at then. */
  readonly pushed: string[] = [];
  /** What people are to hear, each notice once. */
  readonly told = new Map<string, Notice>();
  readonly comments: string[] = [];
  readonly movedBack: string[] = [];
  /** By issue id. */
  readonly properties = new Map<string, object>();
  /** "user listIssues 2" = asked as the viewer for two. */
  readonly calls: string[] = [];
  readonly warnings: string[] = [];
  /** The site's language, for readers whom Forge does not name. */
  language: Language = 'en';
  viewerId = 'tam';
  /** By component id and by project id. */
  readonly componentLeads = new Map<string, string>();
  readonly projectLeads = new Map<string, string>();
  isJiraAdmin = false;
  administersTam = false;
  /** When the status of an issue changed, by id; no entry: never. */
  readonly moves = new Map<string, readonly Instant[]>();
  /** Thrown by every call of Jira. */
  failWith: Error | null = null;
  /** Thrown when the due date of this issue is set; by id. */
  readonly unwritable = new Map<string, Error>();
  /** Thrown when the app asks for somebody's rights. */
  failRightsWith: Error | null = null;

  addProject(
    changes: Partial<ClientProject> = {},
    epicKeys: readonly string[] = [],
  ): ClientProject {
    const key = changes.key ?? 'ACME';
    const project: ClientProject = {
      id: `id-${key}`,
      key,
      name: `${key} · Web`,
      client: key,
      tamAccountId: 'tam',
      deputyAccountIds: ['deputy'],
      viewerAccountIds: ['manager'],
      policyKey: null,
      incidentsJql: '',
      countsHidden: false,
      version: 1,
      createdAt: NOW,
      ...changes,
    };
    this.projects.push(project);
    const link = { clientProjectId: project.id, linkedBy: 'tam', linkedAt: NOW };
    for (const epic of epicKeys) this.epics.push({ ...link, issueId: idOf(epic) });
    return project;
  }

  get env(): UserEnv {
    return {
      asUser: orderWorldJira(this, 'user', (issue) => !this.hidden.includes(issue.key)),
      asApp: orderWorldJira(this, 'app', () => true),
      viewer: { accountId: this.viewerId, locale: 'en', timeZone: 'UTC' },
      projects: {
        listProjects: async () => this.projects,
        findProject: async (id) => this.projects.find((project) => project.id === id) ?? null,
        addProject: async (project) => {
          if (this.projects.some(({ key }) => key === project.key)) return false;
          this.projects.push(project);
          return true;
        },
        saveProject: async (project, shown) => {
          const at = this.projects.findIndex((p) => p.id === project.id && p.version === shown);
          if (at >= 0) this.projects[at] = project;
          return at >= 0;
        },
        findProjectOfEpic: async (issueId) => this.projectOfEpic(issueId),
        listEpics: async (id) => this.epics.filter((epic) => epic.clientProjectId === id),
        listAllEpics: async () => this.epics,
        countEpics: async () => new Map(),
        listLinks: async (ids) => this.epics.filter(({ issueId }) => ids.includes(issueId)),
        addEpic: async (epic) => {
          if (this.epics.some(({ issueId }) => issueId === epic.issueId)) return false;
          this.epics.push(epic);
          return true;
        },
        removeEpic: async () => true,
        audit: async (entry) => void this.audited.push(entry),
      },
      order: this.order,
      orderStates: this.orderStates,
      dryRuns: this.dryRuns,
      settings: {
        ...unused<UserEnv['settings']>('settings'),
        listDepartments: async () => this.departments,
        findBlockLinkTypeId: async () => BLOCKS.typeId,
        findLanguage: async () => this.language,
        findPolicyText: async () => null,
        listPolicyTexts: async () => [],
      },
      sla: unused('sla'),
      incidents: {
        readIssue: async (issueId) => ({
          ...{ projects: this.projects, cycles: [], hasActs: false, place: null },
          ofEpic: this.projectOfEpic(issueId),
        }),
      },
      simulations: unused('simulations'),
      warnings: {
        ...unused<UserEnv['warnings']>('warnings'),
        addNotices: async (notices) => {
          for (const notice of notices) this.told.set(notice.id, notice);
        },
        listNotices: async () => [],
      },
      acts: unused('acts'),
      recounts: unused('recounts'),
      sightings: unused('sightings'),
      ledgers: unused('ledgers'),
      queue: {
        ...unused<UserEnv['queue']>('queue'),
        pushRefresh: async (ids, seconds) =>
          void this.pushed.push(`clocks of ${ids.join(' ')} in ${seconds} s`),
        pushOrder: async (ids, seconds) =>
          void this.pushed.push(`${ids.join(' ')} in ${seconds} s`),
        pushDryRun: async (id, seconds) => void this.pushed.push(`dry run ${id} in ${seconds} s`),
        pushWaiting: async () => undefined,
        countWaiting: async () => 0,
        pushOrderSweep: async (seconds) => void this.pushed.push(`sweep in ${seconds} s`),
      },
      now: () => this.now,
      newId: () => 'new-id',
      migrate: async () => [],
      log: { info: () => undefined, warn: (event) => void this.warnings.push(event) },
    };
  }

  private projectOfEpic(issueId: string): ClientProject | null {
    const epic = this.epics.find((one) => one.issueId === issueId);
    return this.projects.find(({ id }) => id === epic?.clientProjectId) ?? null;
  }
}
