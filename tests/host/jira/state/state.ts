import { automationUser } from './defaults';
import type {
  Board,
  BulkTask,
  Component,
  Dashboard,
  Field,
  Holder,
  Issue,
  IssueLink,
  IssueType,
  LinkType,
  Mail,
  NamedThing,
  Project,
  PropertyAlias,
  SecurityLevel,
  Status,
  User,
} from './types';
import type { ForgeRuleType, Workflow } from './workflow-types';

/**
 * Everything the local Jira knows, by id. Written by change/ (with history and events) or by a
 * loader.
 */
export interface JiraState {
  timeZone: string;
  appUser: User;
  users: Map<string, User>;
  /** Group name -> account ids. */
  groups: Map<string, Set<string>>;
  /** Global permission key -> holders; Forge global permissions stand here under their ARI. */
  globalGrants: Map<string, Holder[]>;
  statuses: Map<string, Status>;
  issueTypes: Map<string, IssueType>;
  /** Highest first: JQL compares priorities by this order. */
  priorities: NamedThing[];
  resolutions: NamedThing[];
  securityLevels: Map<string, SecurityLevel>;
  linkTypes: Map<string, LinkType>;
  fields: Map<string, Field>;
  propertyAliases: PropertyAlias[];
  workflows: Map<string, Workflow>;
  /** Rules that installed apps offer, by ARI. */
  forgeRules: Map<string, ForgeRuleType>;
  bulkTasks: Map<string, BulkTask>;
  projects: Map<string, Project>;
  components: Map<string, Component>;
  issues: Map<string, Issue>;
  links: Map<string, IssueLink>;
  boards: Map<number, Board>;
  dashboards: Map<string, Dashboard>;
  /** What was sent, oldest first. */
  mails: Mail[];
  /** Current and former issue keys (upper case) -> issue id. Kept by addIssue. */
  issueIdByKey: Map<string, string>;
  /** Issue id -> ids of its links. Kept by addLink and removeLink. */
  linkIdsByIssue: Map<string, Set<string>>;
  /** Issue id -> ids of the issues that it is the parent of. Kept by moveUnder and removeIssue. */
  childIdsByIssue: Map<string, Set<string>>;
  /** The number given out last; every new id of the site is the next one. */
  lastId: number;
}

export function createState(appUser: User, fields: readonly Field[]): JiraState {
  return {
    timeZone: 'Europe/Moscow',
    appUser,
    users: new Map([appUser, automationUser].map((user) => [user.accountId, user])),
    groups: new Map(),
    globalGrants: new Map([['BULK_CHANGE', [{ kind: 'anyone' }]]]),
    statuses: new Map(),
    issueTypes: new Map(),
    priorities: [],
    resolutions: [],
    securityLevels: new Map(),
    linkTypes: new Map(),
    fields: new Map(fields.map((field) => [field.id, field])),
    propertyAliases: [],
    workflows: new Map(),
    forgeRules: new Map(),
    bulkTasks: new Map(),
    projects: new Map(),
    components: new Map(),
    issues: new Map(),
    links: new Map(),
    boards: new Map(),
    dashboards: new Map(),
    mails: [],
    issueIdByKey: new Map(),
    linkIdsByIssue: new Map(),
    childIdsByIssue: new Map(),
    lastId: 100_000,
  };
}

export function nextId(state: JiraState): string {
  state.lastId += 1;
  return String(state.lastId);
}

/** An issue by id, key or former key; keys are case-insensitive. */
export function findIssue(state: JiraState, idOrKey: string): Issue | undefined {
  const id = state.issueIdByKey.get(idOrKey.toUpperCase()) ?? idOrKey;
  return state.issues.get(id);
}

/** A project by id, key or former key. */
export function findProject(state: JiraState, idOrKey: string): Project | undefined {
  const key = idOrKey.toUpperCase();
  return (
    state.projects.get(idOrKey) ??
    [...state.projects.values()].find((p) => p.key === key || p.formerKeys.includes(key))
  );
}

export function addIssue(state: JiraState, issue: Issue): void {
  state.issues.set(issue.id, issue);
  moveUnder(state, issue, issue.parentId);
  for (const key of [...issue.formerKeys, issue.key]) {
    state.issueIdByKey.set(key.toUpperCase(), issue.id);
  }
}

export function removeIssue(state: JiraState, issue: Issue): void {
  for (const link of linksOf(state, issue.id)) removeLink(state, link);
  moveUnder(state, issue, null);
  state.issues.delete(issue.id);
  for (const [key, id] of state.issueIdByKey) {
    if (id === issue.id) state.issueIdByKey.delete(key);
  }
}

export function addLink(state: JiraState, link: IssueLink): void {
  state.links.set(link.id, link);
  for (const end of [link.sourceId, link.destinationId]) {
    const ids = state.linkIdsByIssue.get(end) ?? new Set();
    state.linkIdsByIssue.set(end, ids.add(link.id));
  }
}

export function removeLink(state: JiraState, link: IssueLink): void {
  state.links.delete(link.id);
  state.linkIdsByIssue.get(link.sourceId)?.delete(link.id);
  state.linkIdsByIssue.get(link.destinationId)?.delete(link.id);
}

/** The links of an issue, oldest first. */
export function linksOf(state: JiraState, issueId: string): IssueLink[] {
  const ids = state.linkIdsByIssue.get(issueId) ?? new Set<string>();
  return [...ids].flatMap((id) => state.links.get(id) ?? []);
}

/** Gives the issue another parent, or none. */
export function moveUnder(state: JiraState, issue: Issue, parentId: string | null): void {
  if (issue.parentId !== null) state.childIdsByIssue.get(issue.parentId)?.delete(issue.id);
  issue.parentId = parentId;
  if (parentId === null) return;
  const ids = state.childIdsByIssue.get(parentId) ?? new Set();
  state.childIdsByIssue.set(parentId, ids.add(issue.id));
}

/** The issues that it is the parent of; every rendering of an issue asks. */
export function childrenOf(state: JiraState, issueId: string): Issue[] {
  const ids = state.childIdsByIssue.get(issueId);
  return ids === undefined ? [] : [...ids].flatMap((id) => state.issues.get(id) ?? []);
}

/** What must be in the map; a miss is a fault of the loader, not of a caller of REST. */
export function must<K, V>(map: ReadonlyMap<K, V>, id: K): V {
  const value = map.get(id);
  if (value === undefined) throw new Error(`The local Jira has no entry "${String(id)}".`);
  return value;
}
