import { JastBuilder } from '@atlaskit/jql-ast';
import fc from 'fast-check';
import { compileJql } from '../../../src/cli/jql/compile-jql';
import type { JqlIssue, JqlWorld } from '../../../src/cli/jql/world';
import { parseJql } from '../../../src/core/jql/parse-jql';
import { IssueState } from '../../../src/core/sla/judge/issue-state';
import { compileGoalJql } from '../../../src/core/sla/policy/goal-jql';
import { DONE, incident, OPEN, WORKING } from '../../builders/incident';

const RUNS = { numRuns: 2000, seed: 20261123 };

/** Does Atlassian's own parser read it, and is it none of what goals leave out? */
const isReadByAtlassian = (jql: string) => new JastBuilder().build(jql).errors.length === 0;

function isReadHere(jql: string): boolean {
  try {
    parseJql(jql);
    return true;
  } catch {
    return false;
  }
}

const PIECES = [
  ...['labels', 'priority', 'cf[10050]', '"Client tier"', "'a b'", 'High', '10', '"a \\" b"'],
  ...['=', '!=', '<', '<=', '>', '>=', '~', '!~', 'in', 'not in', 'is', 'is not', 'IN', 'Is Not'],
  ...[
    'and',
    'or',
    'not',
    'AND',
    '&&',
    '||',
    '&',
    '|',
    '!',
    '(',
    ')',
    ',',
    'empty',
    'NULL',
    'now()',
  ],
];

const clause = fc.constantFrom(
  ...['labels = vip', 'priority in (High, "Low")', 'cf[10050] is not empty', 'due < "2026-01-01"'],
  ...['not in ()', 'a in b', 'labels not in (vip)', 'assignee = currentUser()', 'a in f(x, y)'],
  ...['labels is vip', 'a b = c', '= vip', 'labels =', 'x = (y)', 'x != null', "x ~ 'y*'"],
);

describe('a query of the parts that goals use', () => {
  const texts = fc.oneof(
    fc
      .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 7 })
      .map((all) => all.join(' ')),
    fc
      .array(fc.tuple(clause, fc.constantFrom(' and ', ' OR ', ' && ', ' ')), {
        minLength: 1,
        maxLength: 4,
      })
      .map((all) => all.map(([text, joint], i) => (i === 0 ? text : joint + text)).join('')),
    fc.tuple(clause, clause, clause).map(([a, b, c]) => `NOT (${a} OR ${b}) AND ${c}`),
  );

  it('is read exactly where Atlassian’s parser reads it', () => {
    fc.assert(
      fc.property(texts, (jql) => {
        expect([jql, isReadHere(jql)]).toEqual([jql, isReadByAtlassian(jql)]);
      }),
      RUNS,
    );
  });
});

const named = (...names: string[]) => names.map((name) => ({ id: `id-${name}`, name }));
const PRIORITIES = named('P1', 'High', 'Low');
const TYPES = named('Incident', 'Bug');
const LABELS = ['vip', 'gold', 'east'];
const PEOPLE = ['anna', 'boris'];
const COMPONENTS = named('Web', 'Billing');
const TIERS = named('Gold', 'Silver');
const DATES = ['2026-11-22', '2026-11-23', '2026-12-01'];

const world: JqlWorld = {
  ...{ now: Date.parse('2026-11-23T12:00Z'), timeZone: 'Europe/Moscow' },
  projects: [{ id: '10100', key: 'SUP', name: 'Support' }],
  statuses: [OPEN, WORKING, DONE],
  ...{ issueTypes: TYPES, priorities: PRIORITIES, resolutions: named('Fixed'), linkTypes: [] },
  users: PEOPLE.map((id) => ({ id, name: id })),
  customFields: [{ id: 'customfield_10050', name: 'Client tier', type: 'option', options: TIERS }],
  propertyAliases: [],
  issueByKey: () => undefined,
};

const maybe = <T>(values: readonly T[]) => fc.constantFrom<T | null>(null, ...values);
const issues = fc.record({
  priority: maybe(PRIORITIES),
  type: fc.constantFrom(...TYPES),
  status: fc.constantFrom(OPEN, WORKING, DONE),
  resolution: maybe(named('Fixed')),
  assignee: maybe(PEOPLE),
  reporter: maybe(PEOPLE),
  labels: fc.subarray(LABELS),
  components: fc.subarray(COMPONENTS),
  tier: maybe(TIERS),
  due: maybe(DATES),
  created: fc.constantFrom('2026-11-22T20:59:00Z', '2026-11-22T21:00:00Z', '2026-11-23T09:00:00Z'),
});
type Issue = typeof issues extends fc.Arbitrary<infer T> ? T : never;

function stateOf(issue: Issue): IssueState {
  const parts = issue.components;
  return new IssueState(
    incident({
      issueTypeAtCreation: issue.type,
      created: Date.parse(issue.created) as IssueState['history']['created'],
      statusAtCreation: issue.status,
      priorityAtCreation: issue.priority,
      resolutionAtCreation: issue.resolution,
      assigneeAtCreation: issue.assignee,
      reporterId: issue.reporter,
      dueDateAtCreation: issue.due,
      fieldsAtCreation: {
        labels: issue.labels.length === 0 ? null : textOf(issue.labels.join(' ')),
        components: parts.length === 0 ? null : { ...textOf('all of them'), parts },
        ...{ customfield_10050: issue.tier, 'client tier': issue.tier },
      },
    }),
  );
}

const textOf = (text: string) => ({ id: text, name: text });
const personOf = (accountId: string | null) => (accountId === null ? null : { accountId });

const CATEGORY_IDS = { new: 2, indeterminate: 4, done: 3, unknown: 1 } as const;
const CATEGORY_NAMES = { new: 'To Do', indeterminate: 'In Progress', done: 'Done', unknown: '' };

function restOf(issue: Issue): JqlIssue {
  const { category } = issue.status;
  const statusCategory = { id: CATEGORY_IDS[category], name: CATEGORY_NAMES[category] };
  return {
    ...{ id: '10001', key: 'SUP-1' },
    fields: {
      project: world.projects[0],
      ...{ issuetype: issue.type, priority: issue.priority, resolution: issue.resolution },
      status: { ...issue.status, statusCategory: { ...statusCategory, key: category } },
      ...{ assignee: personOf(issue.assignee), reporter: personOf(issue.reporter) },
      ...{ labels: issue.labels, components: issue.components, duedate: issue.due },
      customfield_10050: issue.tier && { id: issue.tier.id, value: issue.tier.name },
      created: issue.created,
    },
  };
}

const quoted = (value: string) =>
  fc.constantFrom(`"${value}"`, `'${value}'`, /^\w+$/.test(value) ? value : `"${value}"`);
const oneOf = (values: readonly string[]) => fc.constantFrom(...values).chain(quoted);

/** `field op value` for one field, in all the ways that people write it. */
function clausesOf(field: string, values: readonly string[]): fc.Arbitrary<string> {
  const list = fc.array(oneOf(values), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    fc.tuple(fc.constantFrom('=', '!='), oneOf(values)).map(([op, it]) => `${field} ${op} ${it}`),
    fc
      .tuple(fc.constantFrom('in', 'not in', 'NOT IN'), list)
      .map(([op, all]) => `${field} ${op} (${all.join(', ')})`),
    fc.constantFrom('is EMPTY', 'is not null', '= empty', '!= EMPTY').map((op) => `${field} ${op}`),
  );
}

const ids = (values: readonly { id: string; name: string }[]) =>
  values.flatMap(({ id, name }) => [id, name, name.toUpperCase()]);

const clauses = fc.oneof(
  clausesOf('priority', ids(PRIORITIES)),
  clausesOf('type', ids(TYPES)),
  clausesOf('status', ids(world.statuses)),
  clausesOf('statusCategory', ['To Do', 'In Progress', 'Done', 'new', 'done', '4']),
  clausesOf('resolution', ['Fixed', 'Unresolved', 'id-Fixed']),
  clausesOf('assignee', PEOPLE),
  clausesOf('reporter', PEOPLE),
  clausesOf('labels', LABELS),
  clausesOf(
    'component',
    COMPONENTS.map(({ name }) => name),
  ),
  clausesOf('cf[10050]', ids(TIERS)),
  clausesOf('"Client tier"', ids(TIERS)),
  clausesOf('project', ['SUP']),
  fc
    .tuple(fc.constantFrom('due', 'created'), fc.constantFrom('<', '<=', '>', '>='), oneOf(DATES))
    .map((parts) => parts.join(' ')),
);

const queries = fc.letrec<{ query: string; part: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3 },
    clauses,
    fc
      .tuple(tie('part'), fc.constantFrom('and', 'OR', '&&', '||'), tie('part'))
      .map((parts) => parts.join(' ')),
    tie('part').map((part) => `not ${part}`),
  ),
  part: fc.oneof(
    clauses,
    tie('query').map((query) => `(${query})`),
  ),
})).query;

describe('a goal’s JQL', () => {
  it('selects what the evaluator of the audit selects, on Atlassian’s syntax tree', () => {
    fc.assert(
      fc.property(queries, fc.array(issues, { minLength: 3, maxLength: 6 }), (jql, all) => {
        const ours = compileGoalJql(jql, 'Europe/Moscow');
        const theirs = compileJql(jql, world);
        if (!ours.ok || !theirs.ok) throw new Error(`${jql}: ${JSON.stringify([ours, theirs])}`);
        const selected = all.map((issue) => theirs.matches(restOf(issue)));
        expect([jql, ...all.map((issue) => ours.holds(stateOf(issue)))]).toEqual([
          jql,
          ...selected,
        ]);
      }),
      RUNS,
    );
  });
});
