import fc from 'fast-check';
import * as v from 'valibot';
import {
  CommentSchema,
  HistorySchema,
  IssueSchema,
  ItemSchema,
} from '../../../src/jira/wire/issue-schema';
import {
  looksLikeComment,
  looksLikeHistory,
  looksLikeIssue,
  looksLikeItem,
} from '../../../src/jira/wire/quick-shapes';

/** Mostly what Jira sends, and now and then anything that JSON (or a caller) can hold. */
const odd = fc.constantFrom<unknown>(
  ...[null, undefined, '', 'text', 0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, true, false],
  ...[{}, [], [1], { id: 1 }, { id: 'x', name: 2 }, Object.create(null)],
);
const mostly = (usual: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 30, arbitrary: usual }, { weight: 1, arbitrary: odd });
const shape = (members: Record<string, fc.Arbitrary<unknown>>, required: string[]) =>
  mostly(
    fc.record(
      Object.fromEntries(Object.entries(members).map(([name, each]) => [name, mostly(each)])),
      { requiredKeys: required },
    ),
  );

const id = fc.oneof(fc.nat().map(String), fc.nat());
const word = fc.constantFrom('a', '', 'In Progress');
const text = fc.option(word, { nil: null });
const time = fc.constantFrom<unknown>('2026-11-20T10:00:00.000+0300', 1790584137824, 'noon');
const named = shape({ id, name: word }, ['id', 'name']);
const maybe = (usual: fc.Arbitrary<unknown>) =>
  fc.oneof(usual, fc.constant(null), fc.constant(undefined));
const author = maybe(shape({ accountId: text, accountType: text }, []));

const items = shape(
  { field: word, fieldId: word, fieldtype: text, from: text, fromString: text, to: text },
  ['field'],
);
const histories = shape({ id, author, created: time, items: fc.array(items, { maxLength: 2 }) }, [
  ...['id', 'created', 'items'],
]);
const comments = shape(
  { id, author, created: time, jsdPublic: fc.boolean(), visibility: maybe(named) },
  ['id', 'created'],
);
const listOf = (name: string) =>
  maybe(shape({ [name]: fc.array(odd, { maxLength: 2 }), total: fc.nat() }, [name]));
const issues = shape(
  {
    id,
    key: word,
    fields: shape(
      {
        ...{ created: time, status: named, issuetype: named, priority: maybe(named) },
        ...{ resolution: maybe(named), resolutiondate: maybe(time), reporter: author },
        ...{ assignee: author, duedate: text },
        project: maybe(shape({ id, key: word }, ['id', 'key'])),
        comment: listOf('comments'),
      },
      ['created', 'status', 'issuetype'],
    ),
    changelog: listOf('histories'),
  },
  ['id', 'key', 'fields'],
);

describe('the shapes written by hand', () => {
  it.each([
    ['issue', issues, looksLikeIssue, IssueSchema],
    ['history', histories, looksLikeHistory, HistorySchema],
    ['comment', comments, looksLikeComment, CommentSchema],
    ['item', items, looksLikeItem, ItemSchema],
  ])('say of an %s what the schema says', (_name, anything, looksRight, schema) => {
    const said = { yes: 0, no: 0 };
    fc.assert(
      fc.property(anything, (value) => {
        const expected = v.is(schema, value);
        said[expected ? 'yes' : 'no'] += 1;
        expect(looksRight(value)).toBe(expected);
      }),
      { numRuns: 3000 },
    );
    // Both kinds came up often enough to mean something.
    expect(said.yes).toBeGreaterThan(300);
    expect(said.no).toBeGreaterThan(100);
  });
});
