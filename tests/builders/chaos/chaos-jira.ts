import type { Issue, IssueLink, Named, Status } from '../../../src/core/issue';
import { type Instant, instant } from '../../../src/core/time';
import { anIssue, idOf } from '../issues';

export const STATUSES: readonly Status[] = [
  { id: '1', name: 'To do', category: 'todo' },
  // Network counts it as not begun, Jira as In Progress.
  { id: '4', name: 'Ready', category: 'inProgress' },
  { id: '3', name: 'In progress', category: 'inProgress' },
  { id: '5', name: 'Done', category: 'done' },
];

export const RESOLUTIONS = {
  done: { id: 'r1', name: 'Done' },
  wontDo: { id: 'r2', name: "Won't Do" },
  duplicate: { id: 'r3', name: 'Duplicate' },
} as const satisfies Record<string, Named>;

export type KeptIssue = {
  readonly id: string;
  key: string;
  statusId: string;
  resolution: Named | null;
  /** Since when in its category, as Jira counts categories. */
  since: Instant;
  /** When its status changed. */
  readonly moves: Instant[];
  parentId: string | null;
  isSubtask: boolean;
  isArchived: boolean;
  /** Has a security level that leaves the app out. */
  isSecret: boolean;
  property: object;
};

export type KeptLink = {
  readonly id: string;
  readonly type: 'Blocks' | 'Duplicate';
  /** "first blocks second", "first duplicates second". */
  readonly first: string;
  readonly second: string;
};

export const LINK_TYPES = {
  Blocks: { typeId: '10000', typeName: 'Blocks' },
  Duplicate: { typeId: '10002', typeName: 'Duplicate' },
} as const;

export const projectOf = ({ key }: Pick<KeptIssue, 'key'>): string =>
  key.slice(0, key.lastIndexOf('-'));

/** A few issues of several departments as Jira keeps them, and what of them the app may read. */
export class ChaosJira {
  readonly issues = new Map<string, KeptIssue>();
  links: KeptLink[] = [];
  /** Departments that the app may not browse now. */
  readonly closedToApp = new Set<string>();
  #lastNumber = 0;
  #lastLink = 0;

  /** Is the stub of a link to a hidden issue shown or left out? Jira promises neither. */
  constructor(readonly stubsOfHidden: 'shown' | 'leftOut') {}

  create(projectKey: string, statusId: string, now: Instant, parentId: string | null = null) {
    const key = this.newKey(projectKey);
    const issue: KeptIssue = {
      ...{ id: idOf(key), key, statusId, since: now, parentId, isSubtask: parentId !== null },
      ...{ resolution: statusId === '5' ? RESOLUTIONS.done : null },
      ...{ isArchived: false, isSecret: false, property: {}, moves: [] },
    };
    this.issues.set(issue.id, issue);
    return issue;
  }

  newKey(projectKey: string): string {
    this.#lastNumber += 1;
    return `${projectKey}-${this.#lastNumber}`;
  }

  addLink(type: KeptLink['type'], first: string, second: string): boolean {
    const isThere = this.links.some(
      (link) => link.type === type && link.first === first && link.second === second,
    );
    if (isThere) return false;
    this.#lastLink += 1;
    this.links.push({ id: `l${this.#lastLink}`, type, first, second });
    return true;
  }

  move(issue: KeptIssue, statusId: string, resolution: Named | null, now: Instant): void {
    if (statusOf(issue.statusId).category !== statusOf(statusId).category) issue.since = now;
    if (issue.statusId !== statusId) issue.moves.push(now);
    issue.statusId = statusId;
    issue.resolution = statusId === '5' ? resolution : null;
  }

  delete(id: string): void {
    this.issues.delete(id);
    this.links = this.links.filter(({ first, second }) => first !== id && second !== id);
    for (const issue of this.issues.values()) if (issue.parentId === id) issue.parentId = null;
  }

  appReads(id: string): boolean {
    const issue = this.issues.get(id);
    return issue !== undefined && !issue.isSecret && !this.closedToApp.has(projectOf(issue));
  }

  /** Every issue that the app may read, with the links that Jira shows it. */
  readByApp(): Issue[] {
    return [...this.issues.values()]
      .filter(({ id }) => this.appReads(id))
      .map((it) => this.#show(it));
  }

  #show(kept: KeptIssue): Issue {
    return anIssue(kept.key, {
      ...{ id: kept.id, status: statusOf(kept.statusId), resolution: kept.resolution },
      ...{ parentId: kept.parentId, isSubtask: kept.isSubtask, isArchived: kept.isArchived },
      ...{ categorySince: kept.since, tamProperty: kept.property },
      assignee: { accountId: `owner of ${kept.id}`, name: 'Owner', avatarUrl: null },
      links: this.links.flatMap((link) => this.#end(link, kept.id)),
    });
  }

  #end({ id, type, first, second }: KeptLink, of: string): readonly IssueLink[] {
    const otherId = first === of ? second : second === of ? first : null;
    const other = otherId === null ? undefined : this.issues.get(otherId);
    if (other === undefined) return [];
    if (!this.appReads(other.id) && this.stubsOfHidden === 'leftOut') return [];
    const stub = { id: other.id, key: other.key, summary: '', status: statusOf(other.statusId) };
    return [{ id, ...LINK_TYPES[type], end: first === of ? 'outward' : 'inward', other: stub }];
  }
}

export function statusOf(id: string): Status {
  const found = STATUSES.find((status) => status.id === id);
  if (found === undefined) throw new Error(`no status ${id}`);
  return found;
}

export const later = (now: Instant, ms: number): Instant => instant(now + ms);
