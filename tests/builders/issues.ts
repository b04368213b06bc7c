import type { Issue, IssueLink, LinkedIssue, Status, StatusCategory } from '../../src/core/issue';

export const BLOCKS = { typeId: '10000', typeName: 'Blocks' };

const NAMES: Record<StatusCategory, string> = {
  todo: 'To do',
  inProgress: 'In progress',
  done: 'Done',
};
const IDS: Record<StatusCategory, string> = { todo: '1', inProgress: '3', done: '5' };

export function status(category: StatusCategory): Status {
  return { id: IDS[category], name: NAMES[category], category };
}

/** Ids are made from the key, so that tests speak of keys: NET-12 has id `id-NET-12`. */
export const idOf = (key: string): string => `id-${key}`;

/** An issue to do, of a project named after its key's prefix, without links. */
export function anIssue(
  key: string,
  { category = 'todo', ...changes }: Partial<Issue> & { category?: StatusCategory } = {},
): Issue {
  const projectKey = key.slice(0, key.lastIndexOf('-'));
  return {
    id: idOf(key),
    key,
    projectId: `p-${projectKey}`,
    projectKey,
    projectName: `Project ${projectKey}`,
    summary: `Summary of ${key}`,
    typeName: 'Epic',
    isSubtask: false,
    hierarchyLevel: 1,
    status: status(category),
    priority: null,
    resolution: null,
    assignee: null,
    dueDate: null,
    parentId: null,
    links: [],
    isRestricted: false,
    categorySince: null,
    isArchived: false,
    ...changes,
  };
}

const stub = ({ id, key, summary, status: its }: Issue): LinkedIssue => ({
  id,
  key,
  summary,
  status: its,
});

/** "this issue is blocked by other", as the issue itself carries it. */
export function blockedBy(other: Issue, changes: Partial<IssueLink> = {}): IssueLink {
  return { id: `${other.key}-in`, ...BLOCKS, end: 'inward', other: stub(other), ...changes };
}

/** "this issue blocks other", as the issue itself carries it. */
export function blocks(other: Issue, changes: Partial<IssueLink> = {}): IssueLink {
  return { id: `${other.key}-out`, ...BLOCKS, end: 'outward', other: stub(other), ...changes };
}

/**
 * Issues with Blocks links between them, both ends as Jira shows them; the pair
 * ['NET-12', 'VIRT-7'] reads "NET-12 blocks VIRT-7". Answers the issues in the order given.
 */
export function ordered(issues: readonly Issue[], pairs: readonly [string, string][]): Issue[] {
  const byKey = new Map(issues.map((issue) => [issue.key, issue]));
  const find = (key: string): Issue => {
    const issue = byKey.get(key);
    if (issue === undefined) throw new Error(`no issue ${key}`);
    return issue;
  };
  return issues.map((issue) => ({
    ...issue,
    links: [
      ...issue.links,
      ...pairs.filter(([, successor]) => successor === issue.key).map(([b]) => blockedBy(find(b))),
      ...pairs.filter(([blocker]) => blocker === issue.key).map(([, s]) => blocks(find(s))),
    ],
  }));
}

/** What an event tells of a link between these ids that orders nothing. */
export const related = (sourceId: string, destinationId: string) => ({
  ...{ id: '1', typeId: '10003', typeName: 'Relates', sourceId, destinationId },
  change: 'created' as const,
});
