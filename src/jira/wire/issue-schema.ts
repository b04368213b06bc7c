import * as v from 'valibot';

const Id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const Named = v.looseObject({ id: Id, name: v.string() });

/** What the clocks need of an issue's envelope; Jira sends much more. */
export const IssueSchema = v.looseObject({
  id: Id,
  key: v.string(),
  fields: v.looseObject({
    created: v.union([v.string(), v.number()]),
    status: v.looseObject({ id: Id, name: v.string() }),
    issuetype: Named,
    priority: v.nullish(Named),
    resolution: v.nullish(Named),
    resolutiondate: v.nullish(v.union([v.string(), v.number()])),
    reporter: v.nullish(v.looseObject({ accountId: v.nullish(v.string()) })),
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

const Author = v.nullish(
  v.looseObject({ accountId: v.nullish(v.string()), accountType: v.nullish(v.string()) }),
);
const Text = v.nullish(v.string());

/** `toString` is spelled out: an absent one would otherwise be the method of every object. */
const ItemSchema = v.looseObject({
  field: v.string(),
  fieldId: v.optional(v.string()),
  fieldtype: v.nullish(v.string()),
  from: Text,
  fromString: Text,
  to: Text,
});

export type WireItem = v.InferOutput<typeof ItemSchema> & { readonly toText: string | null };

const HistorySchema = v.looseObject({
  id: Id,
  author: Author,
  created: v.union([v.string(), v.number()]),
  items: v.array(v.unknown()),
});

export type WireHistory = v.InferOutput<typeof HistorySchema>;

const CommentSchema = v.looseObject({
  id: Id,
  author: Author,
  created: v.union([v.string(), v.number()]),
  jsdPublic: v.optional(v.boolean()),
  visibility: v.nullish(v.unknown()),
});

export type WireComment = v.InferOutput<typeof CommentSchema>;

export const isHistory = (value: unknown): value is v.InferInput<typeof HistorySchema> =>
  v.is(HistorySchema, value);

export const isComment = (value: unknown): value is v.InferInput<typeof CommentSchema> =>
  v.is(CommentSchema, value);

/** undefined when it is no item at all. */
export function readItem(value: unknown): WireItem | undefined {
  if (!v.is(ItemSchema, value)) return undefined;
  const own = Object.hasOwn(value, 'toString') ? (value as { toString: unknown }).toString : null;
  return { ...value, toText: typeof own === 'string' ? own : null };
}

/** Where an envelope is not as expected: `fields.created is missing`. */
export function envelopeProblem(value: unknown): string | undefined {
  const parsed = v.safeParse(IssueSchema, value);
  if (parsed.success) return undefined;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue) ?? 'the issue';
  return issue.input === undefined ? `${where} is missing` : `${where} is not readable`;
}
