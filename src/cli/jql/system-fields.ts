import { account, at, type FieldKind, many, type QueryField, some } from './query-field';
import { textOf } from './text';
import type { JqlIssue, JqlValue, JqlWorld } from './world';

/** Ids and names as Jira Cloud has them on every site; keys are accepted too. */
const statusCategoryValues: readonly JqlValue[] = [
  { id: '2', key: 'new', name: 'To Do' },
  { id: '4', key: 'indeterminate', name: 'In Progress' },
  { id: '3', key: 'done', name: 'Done' },
];

type Maker = (world: JqlWorld) => Omit<QueryField, 'name'>;

const named =
  (
    read: QueryField['read'],
    known: (world: JqlWorld) => readonly JqlValue[],
    history?: string,
  ): Maker =>
  (world) => ({ kind: 'named', read, known: known(world), ...(history ? { history } : {}) });

const plain =
  (kind: FieldKind, field: string): Maker =>
  () => ({ kind, read: at(field) });

const person =
  (field: string, history?: string): Maker =>
  (world) => ({
    kind: 'user',
    read: account(field),
    known: world.users,
    ...(history ? { history } : {}),
  });

const issueField: Maker = () => ({ kind: 'issue', read: (issue) => [issue] });

const linkEnds = (issue: JqlIssue): readonly unknown[] => many(issue.fields.issuelinks);

const categoryOf = (issue: JqlIssue): readonly unknown[] =>
  some((issue.fields.status as { statusCategory?: unknown } | null)?.statusCategory);

const allText = (issue: JqlIssue): readonly unknown[] => [
  ...at('summary')(issue),
  ...some(textOf(issue.fields.description)),
  ...commentTexts(issue),
];

const commentTexts = (issue: JqlIssue): readonly unknown[] => {
  const { comments } = (issue.fields.comment ?? {}) as { comments?: Array<{ body?: unknown }> };
  return (comments ?? []).flatMap((comment) => some(textOf(comment.body)));
};

/** Fields that every site has, by their names in lower case. */
const systemFields: Readonly<Record<string, Maker>> = {
  project: named(at('project'), (world) => world.projects),
  issuetype: named(at('issuetype'), (world) => world.issueTypes),
  status: named(at('status'), (world) => world.statuses, 'status'),
  statuscategory: named(categoryOf, () => statusCategoryValues),
  priority: (world) => ({
    kind: 'named',
    read: at('priority'),
    known: world.priorities,
    ordered: true,
    history: 'priority',
  }),
  resolution: named(at('resolution'), (world) => world.resolutions, 'resolution'),
  summary: plain('text', 'summary'),
  description: () => ({ kind: 'text', read: (issue) => some(textOf(issue.fields.description)) }),
  comment: () => ({ kind: 'text', read: commentTexts }),
  text: () => ({ kind: 'text', read: allText }),
  labels: plain('string', 'labels'),
  component: () => ({ kind: 'string', read: (issue) => names(at('components')(issue)) }),
  fixversion: () => ({
    kind: 'string',
    read: (issue) => names(at('fixVersions')(issue)),
    history: 'Fix Version',
  }),
  assignee: person('assignee', 'assignee'),
  reporter: person('reporter', 'reporter'),
  creator: person('creator'),
  created: plain('datetime', 'created'),
  updated: plain('datetime', 'updated'),
  resolved: plain('datetime', 'resolutiondate'),
  statuscategorychangeddate: plain('datetime', 'statuscategorychangedate'),
  due: plain('date', 'duedate'),
  issue: issueField,
  parent: plain('issue', 'parent'),
  issuelinktype: () => ({ kind: 'linkType', read: linkEnds }),
};

const synonyms: Readonly<Record<string, string>> = {
  type: 'issuetype',
  key: 'issue',
  issuekey: 'issue',
  id: 'issue',
  duedate: 'due',
  createddate: 'created',
  updateddate: 'updated',
  resolutiondate: 'resolved',
};

const names = (values: readonly unknown[]): string[] =>
  values.map((value) => String((value as { name?: unknown }).name));

/** The field of every site that goes by this name in lower case; undefined where none does. */
export function systemField(world: JqlWorld, lower: string): Omit<QueryField, 'name'> | undefined {
  return systemFields[synonyms[lower] ?? lower]?.(world);
}
