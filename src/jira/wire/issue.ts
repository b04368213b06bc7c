import * as v from 'valibot';
import type { Issue, IssueLink, LinkedIssue, Status, StatusCategory } from '../../core/issue';
import { parseJiraTime } from './parse-jira-time';
import { Person } from './person';

const CATEGORIES: Readonly<Record<string, StatusCategory>> = {
  new: 'todo',
  indeterminate: 'inProgress',
  done: 'done',
};

/** Jira's `undefined` category (a status without one) counts as not begun. */
export const WireStatus = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    statusCategory: v.object({ key: v.string() }),
  }),
  v.transform(
    ({ id, name, statusCategory }): Status => ({
      id,
      name,
      category: CATEGORIES[statusCategory.key] ?? 'todo',
    }),
  ),
);

const WireNamed = v.object({ id: v.string(), name: v.string() });

const WireStub = v.pipe(
  v.object({
    id: v.string(),
    key: v.string(),
    fields: v.object({ summary: v.optional(v.string(), ''), status: WireStatus }),
  }),
  v.transform(
    ({ id, key, fields }): LinkedIssue => ({
      id,
      key,
      summary: fields.summary,
      status: fields.status,
    }),
  ),
);

const WireLink = v.object({
  id: v.string(),
  type: WireNamed,
  inwardIssue: v.optional(WireStub),
  outwardIssue: v.optional(WireStub),
});

/** `issuelinks` of an issue; none where the field is hidden. */
export const WireLinks = v.pipe(
  v.nullish(v.array(WireLink), []),
  v.transform((links): IssueLink[] => (links ?? []).flatMap(toLinks)),
);

/** The fields to ask for when an Issue is wanted. */
export const ISSUE_FIELDS = [
  'summary',
  'issuetype',
  'project',
  'status',
  'priority',
  'resolution',
  'assignee',
  'duedate',
  'parent',
  'issuelinks',
  'security',
  'statuscategorychangedate',
  'archiveddate',
  'components',
] as const;

/** A REST v3 issue with ISSUE_FIELDS. A hidden field is absent, an empty one is null. */
export const WireIssue = v.pipe(
  v.object({
    id: v.string(),
    key: v.string(),
    fields: v.object({
      summary: v.nullish(v.string(), ''),
      issuetype: v.object({
        name: v.string(),
        subtask: v.optional(v.boolean(), false),
        hierarchyLevel: v.optional(v.number(), 0),
      }),
      project: v.object({ id: v.string(), key: v.string(), name: v.string() }),
      status: WireStatus,
      priority: v.nullish(WireNamed, null),
      resolution: v.nullish(WireNamed, null),
      assignee: v.nullish(Person, null),
      duedate: v.nullish(v.string(), null),
      parent: v.nullish(v.object({ id: v.string() }), null),
      issuelinks: v.optional(WireLinks, []),
      security: v.nullish(v.object({ id: v.string() }), null),
      statuscategorychangedate: v.nullish(v.string(), null),
      archiveddate: v.nullish(v.string(), null),
      components: v.nullish(v.array(v.object({ id: v.string() })), []),
    }),
    properties: v.nullish(v.object({ tam: v.optional(v.unknown()) })),
  }),
  v.transform(
    ({ id, key, fields, properties }): Issue => ({
      id,
      key,
      projectId: fields.project.id,
      projectKey: fields.project.key,
      projectName: fields.project.name,
      summary: fields.summary ?? '',
      typeName: fields.issuetype.name,
      isSubtask: fields.issuetype.subtask,
      hierarchyLevel: fields.issuetype.hierarchyLevel,
      status: fields.status,
      priority: fields.priority,
      resolution: fields.resolution,
      assignee: fields.assignee,
      dueDate: fields.duedate,
      parentId: fields.parent?.id ?? null,
      links: fields.issuelinks,
      isRestricted: fields.security !== null,
      categorySince: parseJiraTime(fields.statuscategorychangedate) ?? null,
      isArchived: fields.archiveddate !== null,
      ...(fields.components?.length
        ? { componentIds: fields.components.map((one) => one.id) }
        : {}),
      ...(properties == null ? {} : { tamProperty: properties.tam ?? null }),
    }),
  ),
);

/**
 * On the issue that carries the link, `inwardIssue` holds the other one when this issue stands at
 * the inward end: "this issue *is blocked by* inwardIssue" (Jira docs, "Issue linking model").
 */
function toLinks(link: v.InferOutput<typeof WireLink>): IssueLink[] {
  const base = { id: link.id, typeId: link.type.id, typeName: link.type.name };
  if (link.inwardIssue !== undefined) return [{ ...base, end: 'inward', other: link.inwardIssue }];
  if (link.outwardIssue !== undefined)
    return [{ ...base, end: 'outward', other: link.outwardIssue }];
  return [];
}
