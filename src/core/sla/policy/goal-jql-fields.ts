import type { NamedRef } from '../judge/history';
import { CHANGED, type IssueState } from '../judge/issue-state';
import { partsOf } from './field-parts';

/** A field of an issue as it was at any instant of its history. */
export type GoalField = {
  /** How its values are written and compared. */
  readonly kind: 'name' | 'category' | 'project' | 'person' | 'date' | 'moment' | 'own';
  /** The kinds of change (bits of `CHANGED`) that can give it another value. */
  readonly mask: number;
  /** Empty: it holds nothing. */
  read(state: IssueState): readonly NamedRef[];
  /** What has to be asked of Jira with an issue: the field's id, or the name of a custom field. */
  readonly asks?: string;
};

const one = (ref: NamedRef | null): readonly NamedRef[] => (ref === null ? [] : [ref]);
const text = (value: string | null): readonly NamedRef[] =>
  value === null ? [] : [{ id: value, name: value }];

const CATEGORY_NAMES = { new: 'To Do', indeterminate: 'In Progress', done: 'Done' } as const;

function categoryOf({ status }: IssueState): readonly NamedRef[] {
  const { category } = status;
  return category === 'unknown' ? [] : [{ id: category, name: CATEGORY_NAMES[category] }];
}

function listed(id: string): GoalField {
  const field = id.toLowerCase();
  return { kind: 'own', mask: CHANGED.field, read: (state) => fieldIn(state, field), asks: id };
}

function fieldIn(state: IssueState, field: string): readonly NamedRef[] {
  const value = state.field(field);
  return value === null ? [] : partsOf(field, value);
}

const due: GoalField = {
  ...{ kind: 'date', mask: CHANGED.dueDate },
  read: ({ dueDate }) => text(dueDate),
};
const issueType: GoalField = {
  ...{ kind: 'name', mask: CHANGED.issueType },
  read: ({ issueType: type }) => [type],
};
const created: GoalField = {
  ...{ kind: 'moment', mask: 0 },
  read: ({ history }) => text(String(history.created)),
};

/** By their names in JQL, in lower case. */
const KNOWN: Readonly<Record<string, GoalField>> = {
  priority: { kind: 'name', mask: CHANGED.priority, read: ({ priority }) => one(priority) },
  issuetype: issueType,
  type: issueType,
  status: { kind: 'name', mask: CHANGED.status, read: ({ status }) => [status] },
  statuscategory: { kind: 'category', mask: CHANGED.status, read: categoryOf },
  resolution: { kind: 'name', mask: CHANGED.resolution, read: ({ resolution }) => one(resolution) },
  project: { kind: 'project', mask: CHANGED.department, read: ({ project }) => text(project) },
  assignee: { kind: 'person', mask: CHANGED.assignee, read: ({ assignee }) => text(assignee) },
  reporter: { kind: 'person', mask: CHANGED.reporter, read: ({ reporter }) => text(reporter) },
  labels: listed('labels'),
  component: listed('components'),
  fixversion: listed('fixVersions'),
  affectedversion: listed('versions'),
  level: listed('security'),
  created,
  createddate: created,
  due,
  duedate: due,
};

/** What a person may ask instead of what cannot be answered. */
export const ANSWERABLE =
  'priority, issuetype, status, statusCategory, resolution, project, assignee, reporter, labels, component, fixVersion, affectedVersion, level, created, due, and custom fields by cf[number] or name';

/** Of these a history says nothing, or not enough. */
const UNANSWERABLE = new Set(
  `approvals attachments category comment creator description development environment
  epic filter hierarchylevel id issue issuekey issuelink issuelinktype issuetypes key lastviewed
  originalestimate parent parentproject rank remainingestimate request-channel-type resolutiondate
  resolved savedfilter search sprint statuscategorychangeddate summary text timeestimate
  timeoriginalestimate timespent updated updateddate voter votes watcher watchers workratio
  worklogauthor worklogcomment worklogdate`.split(/\s+/),
);

/**
 * The field of that name in JQL; null for one whose past nobody knows. Any name that is not one of
 * Jira's own is taken for that of a custom field, with or without its kind: `Tier[Dropdown]`.
 */
export function goalField(name: string): GoalField | null {
  const lower = name.trim().toLowerCase();
  const known = Object.hasOwn(KNOWN, lower) ? KNOWN[lower] : undefined;
  if (known !== undefined) return known;
  const number = /^cf\[(\d+)\]$/.exec(lower)?.[1];
  if (number !== undefined) return listed(`customfield_${number}`);
  if (UNANSWERABLE.has(lower) || lower.startsWith('issue.property')) return null;
  return listed(name.trim().replace(/\s*\[[^\]]*\]$/, ''));
}
