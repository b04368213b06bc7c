import { compileJql } from '../../../src/cli/jql/compile-jql';
import type { JqlIssue, JqlWorld } from '../../../src/cli/jql/world';

const category = { id: 4, key: 'indeterminate', name: 'In Progress' };
const people = { ivan: { accountId: '1:ivan' }, olga: { accountId: '1:olga' } };

/** Moscow, Wednesday 2026-11-18 12:00. */
const now = Date.parse('2026-11-18T09:00:00Z');

const issues: JqlIssue[] = [
  {
    id: '1',
    key: 'NET-1',
    fields: {
      project: { id: '10', key: 'NET', name: 'Network' },
      issuetype: { id: '1', name: 'Task' },
      status: { id: '3', name: 'In Progress', statusCategory: category },
      priority: { id: '1', name: 'P1' },
      resolution: null,
      summary: 'Open the firewall',
      labels: ['shop'],
      assignee: people.ivan,
      creator: people.olga,
      created: '2026-11-18T00:30:00.000+0300',
      duedate: '2026-11-20',
      customfield_10050: { id: '101', value: 'ACME' },
      issuelinks: [
        {
          id: '7',
          type: { id: '1', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
          outwardIssue: { key: 'VIRT-2' },
        },
      ],
    },
    changelog: {
      histories: [
        {
          id: '1',
          author: people.ivan,
          created: '2026-11-18T10:00:00.000+0300',
          items: [
            { field: 'status', from: '1', fromString: 'To Do', to: '3', toString: 'In Progress' },
          ],
        },
      ],
    },
    properties: { tam: { client: 'ACME', due: 5 } },
  },
  {
    id: '2',
    key: 'VIRT-2',
    fields: {
      project: { id: '11', key: 'VIRT', name: 'Virtualisation' },
      issuetype: { id: '1', name: 'Task' },
      status: { id: '1', name: 'To Do', statusCategory: { id: 2, key: 'new', name: 'To Do' } },
      priority: { id: '3', name: 'P3' },
      resolution: null,
      summary: 'Create machines',
      labels: [],
      assignee: null,
      creator: people.olga,
      created: '2026-11-10T12:00:00.000+0300',
      duedate: null,
      parent: { id: '1', key: 'NET-1' },
      issuelinks: [
        {
          id: '7',
          type: { id: '1', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
          inwardIssue: { key: 'NET-1' },
        },
      ],
    },
  },
];

const named = (id: string, name: string) => ({ id, name });
const world: JqlWorld = {
  now,
  timeZone: 'Europe/Moscow',
  currentUser: '1:ivan',
  projects: [
    { id: '10', key: 'NET', name: 'Network' },
    { id: '11', key: 'VIRT', name: 'Virtualisation' },
  ],
  statuses: [named('1', 'To Do'), named('3', 'In Progress')],
  issueTypes: [named('1', 'Task')],
  priorities: [named('1', 'P1'), named('2', 'P2'), named('3', 'P3')],
  resolutions: [named('1', 'Done')],
  linkTypes: [{ id: '1', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }],
  users: [named('1:ivan', 'Ivan Petrov'), named('1:olga', 'Olga')],
  customFields: [
    {
      id: 'customfield_10050',
      name: 'Client',
      type: 'option',
      options: [named('101', 'ACME'), named('102', 'BETA')],
    },
  ],
  propertyAliases: [
    { alias: 'tamClient', propertyKey: 'tam', path: 'client', type: 'string' },
    { alias: 'tamDue', propertyKey: 'tam', path: 'due', type: 'number' },
  ],
  issueByKey: (key) => issues.find((issue) => issue.key === key.toUpperCase()),
};

function found(jql: string): string[] {
  const compiled = compileJql(jql, world);
  if (!compiled.ok) throw new Error(compiled.errors.join(' '));
  return issues
    .filter(compiled.matches)
    .sort(compiled.compare)
    .map((issue) => issue.key);
}

function errors(jql: string): string[] {
  const compiled = compileJql(jql, world);
  return compiled.ok ? [] : compiled.errors;
}

describe('compileJql in Europe/Moscow, Wednesday 2026-11-18 12:00', () => {
  it.each([
    ['project = network', ['NET-1']],
    ['project in (10, VIRT)', ['NET-1', 'VIRT-2']],
    ['status = "to do"', ['VIRT-2']],
    ['statusCategory = "In Progress"', ['NET-1']],
    ['assignee is EMPTY', ['VIRT-2']],
    ['assignee = currentUser()', ['NET-1']],
    ['assignee != currentUser()', []],
    ['assignee = "Ivan Petrov"', ['NET-1']],
    ['labels not in (other)', ['NET-1']],
    ['resolution = Unresolved', ['NET-1', 'VIRT-2']],
    ['priority > P3', ['NET-1']],
    ['priority <= P2', ['VIRT-2']],
    ['created >= startOfDay()', ['NET-1']],
    ['created < startOfDay()', ['VIRT-2']],
    ['created > -1w', ['NET-1']],
    ['created >= startOfWeek(-1w) AND created < startOfWeek()', ['VIRT-2']],
    ['created >= "2026-11-10 12:00" AND created < "2026-11-10 12:01"', ['VIRT-2']],
    ['due <= endOfWeek()', ['NET-1']],
    ['due = "2026-11-20"', ['NET-1']],
    ['summary ~ "fire*"', ['NET-1']],
    ['summary ~ "fire"', []],
    ['text ~ "machines create"', ['VIRT-2']],
    ['text ~ "\\"machines create\\""', []],
    ['Client = ACME', ['NET-1']],
    ['cf[10050] in (ACME, BETA)', ['NET-1']],
    ['Client is EMPTY', ['VIRT-2']],
    ['tamClient = acme', ['NET-1']],
    ['tamDue >= 5', ['NET-1']],
    ['issue.property[tam].client = ACME', ['NET-1']],
    ['parent = NET-1', ['VIRT-2']],
    ['issuekey in (virt-2)', ['VIRT-2']],
    ['issueLinkType = Blocks', ['NET-1', 'VIRT-2']],
    ['issueLinkType = "is blocked by"', ['VIRT-2']],
    ['issue in linkedIssues(VIRT-2)', ['NET-1']],
    ['issue in linkedIssues(VIRT-2, blocks)', []],
    ['status was "To Do"', ['NET-1', 'VIRT-2']],
    ['status was "To Do" after "2026-11-18 10:30"', ['VIRT-2']],
    ['status was not "In Progress"', ['VIRT-2']],
    ['status changed to "In Progress" on "2026-11-18" by "1:ivan"', ['NET-1']],
    ['status changed before "2026-11-18"', []],
    ['NOT (project = NET OR labels = other)', ['VIRT-2']],
    ['project is not EMPTY ORDER BY priority ASC', ['VIRT-2', 'NET-1']],
    ['project is not EMPTY ORDER BY due, key DESC', ['NET-1', 'VIRT-2']],
    ['project is not EMPTY ORDER BY key DESC', ['VIRT-2', 'NET-1']],
  ])('%s', (jql, keys) => {
    expect(found(jql)).toEqual(keys);
  });

  it.each([
    ['colour = red', "Field 'colour' does not exist or you do not have permission to view it."],
    ['project = SEC', "The value 'SEC' does not exist for the field 'project'."],
    ['Client = DELTA', "The value 'DELTA' does not exist for the field 'Client'."],
    ['summary = x', "The operator '=' is not supported by the 'summary' field."],
    ['labels was shop', "History searches do not support the field 'labels' (operator 'was')."],
    ['created > lastLogin()', "Unable to find JQL function 'lastLogin()'."],
    ['key = NET-99', "An issue with key 'NET-99' does not exist for field 'key'."],
    ['status ~ x', "The value 'x' does not exist for the field 'status'."],
  ])('refuses %s', (jql, message) => {
    expect(errors(jql)).toEqual([message]);
  });

  it.each(['status in ()', 'status = "To Do', 'status = Open AND', 'created > "2026-13-01"'])(
    'refuses %s',
    (jql) => {
      expect(errors(jql)).toHaveLength(1);
    },
  );

  it('is unbounded without a restriction', () => {
    expect(compileJql('ORDER BY created', world)).toMatchObject({ ok: true, bounded: false });
  });
});
