import { textOf } from './text';
import {
  JqlError,
  type JqlField,
  type JqlIssue,
  type JqlPropertyAlias,
  type JqlValue,
  type JqlWorld,
} from './world';

export type FieldKind =
  | 'named'
  | 'user'
  | 'text'
  | 'string'
  | 'date'
  | 'datetime'
  | 'number'
  | 'issue'
  | 'linkType';

/** A field of a query: how to read it from an issue and what may be said about it. */
export interface QueryField {
  name: string;
  kind: FieldKind;
  /** [] is EMPTY. Named values as {id, name}, users as account ids, times as texts. */
  read(issue: JqlIssue): readonly unknown[];
  /** Values outside this list are refused, as Jira refuses them. */
  known?: readonly JqlValue[];
  /** `known` is ordered, highest first: < and > are allowed. */
  ordered?: true;
  /** The name of the field in changelogs: was and changed are allowed. */
  history?: string;
}

const some = (value: unknown): readonly unknown[] =>
  value === null || value === undefined || value === '' ? [] : [value];

const many = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : some(value));

const at =
  (field: string) =>
  (issue: JqlIssue): readonly unknown[] =>
    many(issue.fields[field]);

const account =
  (field: string) =>
  (issue: JqlIssue): readonly unknown[] =>
    some((issue.fields[field] as { accountId?: string } | null | undefined)?.accountId);

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

/** The field that a query names, or the error that Jira shows for it. */
export function queryField(
  world: JqlWorld,
  name: string,
  property?: { key: string; path: string },
): QueryField {
  if (property) return propertyField(name, property.key, property.path);
  const lower = name.toLowerCase();
  const system = systemFields[synonyms[lower] ?? lower];
  if (system) return { name, ...system(world) };
  const custom = customField(world, lower);
  if (custom) return { name, ...custom };
  const alias = world.propertyAliases.find((candidate) => candidate.alias.toLowerCase() === lower);
  if (alias) return aliasField(name, alias);
  throw new JqlError(`Field '${name}' does not exist or you do not have permission to view it.`);
}

function customField(world: JqlWorld, lower: string): Omit<QueryField, 'name'> | undefined {
  const number = /^cf\[(\d+)\]$/.exec(lower)?.[1];
  const id = number === undefined ? lower : `customfield_${number}`;
  const field = world.customFields.find(
    (candidate) => candidate.id === id || candidate.name.toLowerCase() === lower,
  );
  return field && { kind: customKind(field), read: customValues(field), ...knownOptions(field) };
}

function knownOptions(field: JqlField): { known?: readonly JqlValue[] } {
  return field.options === undefined ? {} : { known: field.options };
}

function customKind({ type }: JqlField): FieldKind {
  if (type === 'option') return 'named';
  return type === 'array' || type === 'any' ? 'string' : type;
}

function customValues(field: JqlField): QueryField['read'] {
  if (field.type === 'user') return account(field.id);
  if (field.type !== 'option') return at(field.id);
  return (issue) =>
    at(field.id)(issue).map((option) => {
      const { id, value } = option as { id?: string; value?: string };
      return { id, name: value };
    });
}

function aliasField(name: string, alias: JqlPropertyAlias): QueryField {
  const kind = alias.type === 'date' ? 'datetime' : alias.type;
  return { name, kind, read: propertyReader(alias.propertyKey, alias.path) };
}

/** issue.property[key].path: the type is that of the value found; texts compare as texts. */
function propertyField(name: string, key: string, path: string): QueryField {
  if (!/^(issue|issue\.property)$/i.test(name)) {
    throw new JqlError(`Field '${name}' has no properties that can be searched.`);
  }
  return { name: `issue.property[${key}]${path}`, kind: 'string', read: propertyReader(key, path) };
}

function propertyReader(key: string, path: string): QueryField['read'] {
  const steps = path.split('.').filter(Boolean);
  return (issue) => {
    let value: unknown = issue.properties?.[key];
    for (const step of steps) value = (value as Record<string, unknown> | null | undefined)?.[step];
    return many(value);
  };
}
