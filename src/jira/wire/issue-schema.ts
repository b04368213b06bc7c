import * as v from 'valibot';
import { looksLikeComment, looksLikeHistory, looksLikeIssue, looksLikeItem } from './quick-shapes';

const Id = v.union([v.string(), v.number()]);
const Time = v.union([v.string(), v.number()]);
const Named = v.looseObject({ id: Id, name: v.string() });
const Text = v.nullish(v.string());

/** What the clocks need of an issue's envelope; Jira sends much more. */
export const IssueSchema = v.looseObject({
  id: Id,
  key: v.string(),
  fields: v.looseObject({
    created: Time,
    status: Named,
    issuetype: Named,
    priority: v.nullish(Named),
    resolution: v.nullish(Named),
    resolutiondate: v.nullish(Time),
    reporter: v.nullish(v.looseObject({ accountId: Text })),
    assignee: v.nullish(v.looseObject({ accountId: Text })),
    duedate: Text,
    project: v.nullish(v.looseObject({ id: Id, key: v.string() })),
    comment: v.nullish(
      v.looseObject({ comments: v.array(v.unknown()), total: v.optional(v.number()) }),
    ),
  }),
  changelog: v.nullish(
    v.looseObject({ histories: v.array(v.unknown()), total: v.optional(v.number()) }),
  ),
});

export type WireIssue = v.InferOutput<typeof IssueSchema>;

const Author = v.nullish(v.looseObject({ accountId: Text, accountType: Text }));

export type WireAuthor = v.InferOutput<typeof Author>;

/** `toString` is missing on purpose: an absent one would be the method of every object. */
export const ItemSchema = v.looseObject({
  field: v.string(),
  fieldId: v.optional(v.string()),
  fieldtype: Text,
  from: Text,
  fromString: Text,
  to: Text,
});

export type WireItem = v.InferOutput<typeof ItemSchema>;

export const HistorySchema = v.looseObject({
  id: Id,
  author: Author,
  created: Time,
  items: v.array(v.unknown()),
});

export type WireHistory = v.InferOutput<typeof HistorySchema>;

export const CommentSchema = v.looseObject({
  id: Id,
  author: Author,
  created: Time,
  updated: v.optional(v.unknown()),
  jsdPublic: v.optional(v.boolean()),
  visibility: v.nullish(v.unknown()),
});

export type WireComment = v.InferOutput<typeof CommentSchema>;

/**
 * Is it a record of the changelog that can be read? The quick look first, the schema where that is
 * not sure.
 */
export function isHistory(value: unknown): value is WireHistory {
  return looksLikeHistory(value) || v.is(HistorySchema, value);
}

/** The same for a comment. */
export function isComment(value: unknown): value is WireComment {
  return looksLikeComment(value) || v.is(CommentSchema, value);
}

/** The same for one change within a record. */
export function isItem(value: unknown): value is WireItem {
  return looksLikeItem(value) || v.is(ItemSchema, value);
}

/** Where an envelope is not as expected: `fields.created is missing`. */
export function envelopeProblem(value: unknown): string | undefined {
  if (looksLikeIssue(value)) return undefined;
  const parsed = v.safeParse(IssueSchema, value);
  if (parsed.success) return undefined;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue) ?? 'the issue';
  return issue.input === undefined ? `${where} is missing` : `${where} is not readable`;
}
