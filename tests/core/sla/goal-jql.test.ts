import type { IncidentHistory } from '../../../src/core/sla/judge/history';
import type { PriorityChange } from '../../../src/core/sla/policy/rules';
import { moscow, WAITING, WORKING } from '../../builders/incident';
import {
  IncidentStory,
  resolutionsOf,
  responseOf,
  withClocks,
} from '../../builders/incident-story';

const HOUR = 3_600_000;

/** One hour where the JQL holds, four hours else, on Moscow office hours. */
const asking = (jql: string, priorityChange: PriorityChange = 'carry') =>
  withClocks({
    response: {
      goals: [
        { when: { jql }, target: '10m', calendar: 'msk' },
        { target: '30m', calendar: 'msk' },
      ],
    },
    resolution: {
      goals: [
        { when: { jql }, target: '1h', calendar: 'msk' },
        { target: '4h', calendar: 'msk' },
      ],
      priorityChange,
    },
  });

const story = (start: Partial<IncidentHistory> = {}) =>
  new IncidentStory('2026-11-23T10:00', start);
const labelled = (...labels: string[]) => ({
  fieldsAtCreation: { labels: { id: labels.join(' '), name: labels.join(' ') } },
});

/** Does the goal of one hour hold of the story at that time? Moscow, Monday 2026-11-23. */
function holds(jql: string, told: IncidentStory, at = '2026-11-23T10:30'): boolean {
  return resolutionsOf(told, at, asking(jql))[0].targetMs === HOUR;
}

/** Moscow time: Monday 2026-11-23, created 10:00, High, an Incident of SUP reported by client. */
describe('a goal by JQL', () => {
  it('holds from when a label is set, with what had elapsed: 10:00 to 10:20 of 1 h, due 11:00', () => {
    const told = story().field('2026-11-23T10:20', 'labels', 'vip gold');
    const [before] = resolutionsOf(told, '2026-11-23T10:10', asking('labels = vip'));
    const [after] = resolutionsOf(told, '2026-11-23T10:30', asking('labels = vip'));
    expect(before).toMatchObject({ targetMs: 4 * HOUR, dueAt: moscow('2026-11-23T14:00') });
    expect(after).toMatchObject({
      ...{ targetMs: HOUR, elapsedMs: HOUR / 2, dueAt: moscow('2026-11-23T11:00') },
    });
  });

  it('counts from the change where the policy says so: due 11:20', () => {
    const told = story().field('2026-11-23T10:20', 'labels', 'vip');
    const policy = asking('labels = vip', 'fromChange');
    expect(resolutionsOf(told, '2026-11-23T10:30', policy)[0]).toMatchObject({
      ...{ dueAt: moscow('2026-11-23T11:20'), elapsedMs: HOUR / 6, beforeChangeMs: HOUR / 3 },
    });
  });

  it('leaves with the label: back to 4 h, due 14:00', () => {
    const told = story(labelled('vip')).field('2026-11-23T10:20', 'labels', null);
    expect(resolutionsOf(told, '2026-11-23T10:30', asking('labels = vip'))[0]).toMatchObject({
      ...{ targetMs: 4 * HOUR, dueAt: moscow('2026-11-23T14:00') },
    });
  });

  it('holds of the response as well: 10 m from 10:00, answered 10:11, one minute late', () => {
    const told = story(labelled('vip')).comment('2026-11-23T10:11');
    expect(responseOf(told, '2026-11-23T10:30', asking('labels = vip'))).toMatchObject({
      ...{ state: 'breached', breachedAt: moscow('2026-11-23T10:10') },
    });
  });

  it('by status is that of the time before the end: waiting, and then done within its hour', () => {
    const told = story().status('2026-11-23T10:10', WAITING).done('2026-11-23T10:50');
    const policy = asking('status = "Waiting for client"');
    expect(resolutionsOf(told, '2026-11-23T12:00', policy)[0]).toMatchObject({
      ...{ state: 'met', targetMs: HOUR, elapsedMs: (5 / 6) * HOUR },
    });
    const left = story()
      .status('2026-11-23T10:10', WAITING)
      .status('2026-11-23T10:20', WORKING)
      .done('2026-11-23T11:30');
    expect(resolutionsOf(left, '2026-11-23T12:00', policy)[0]).toMatchObject({
      ...{ state: 'met', targetMs: 4 * HOUR },
    });
  });

  it.each<[string, IncidentStory]>([
    ['priority = High', story()],
    ['priority = 2', story()],
    ['priority in (low, HIGH)', story()],
    ['priority != Low', story()],
    ['priority = P1', story().priority('2026-11-23T10:20', 'P1')],
    ['priority is EMPTY', story({ priorityAtCreation: null })],
    ['type = Incident', story()],
    ['issuetype = Bug', story().issueType('2026-11-23T10:20', 'Bug')],
    ['project = SUP', story()],
    ['project = NET', story().moved('2026-11-23T10:20', 'SUP', 'NET')],
    ['project not in (NET, VIRT)', story()],
    ['statusCategory = "In Progress"', story().status('2026-11-23T10:20', WORKING)],
    ['status != Open', story().status('2026-11-23T10:20', WORKING)],
    ['resolution = Unresolved', story()],
    ['resolution is empty', story()],
    ['assignee is EMPTY', story()],
    ['assignee = boris', story().assign('2026-11-23T10:20', 'boris')],
    ['reporter = client', story()],
    ['reporter = boss', story().reporter('2026-11-23T10:20', 'boss')],
    ['labels in (vip, gold)', story(labelled('gold', 'east'))],
    ['labels != vip', story(labelled('gold'))],
    ['labels is not EMPTY', story(labelled('gold'))],
    ['due <= 2026-11-30', story({ dueDateAtCreation: '2026-11-30' })],
    ['due > "2026/11/30"', story().dueDate('2026-11-23T10:20', '2026-12-01')],
    ['created >= "2026-11-23 10:00"', story()],
    ['created < 2026-11-24', story()],
    ['cf[10050] = Gold', story({ fieldsAtCreation: { customfield_10050: ref('Gold') } })],
    ['"Client tier[Dropdown]" = gold', story().field('2026-11-23T10:20', 'Client tier', 'Gold')],
    ['cf[10060] >= 500', story({ fieldsAtCreation: { customfield_10060: ref('750') } })],
    ['component = Billing', story({ fieldsAtCreation: { components: listOf('Web', 'Billing') } })],
    ['fixVersion is EMPTY', story()],
    ['NOT (priority = Low OR labels = vip)', story()],
    ['priority = Low OR type = Incident AND project = SUP', story()],
    ["labels = 'vip' && priority = High", story(labelled('vip'))],
  ])('%s holds', (jql, told) => expect(holds(jql, told)).toBe(true));

  it.each<[string, IncidentStory]>([
    ['priority = Low', story()],
    ['priority = High', story().priority('2026-11-23T10:20', 'P1')],
    ['labels = vi', story(labelled('vip'))],
    ['labels != vip', story()],
    ['labels not in (vip)', story(labelled('gold', 'vip'))],
    ['assignee != anna', story()],
    ['assignee is EMPTY', story().assign('2026-11-23T10:20', 'boris')],
    ['reporter = client', story().reporter('2026-11-23T10:20', 'boss')],
    ['project = SUP', story().moved('2026-11-23T10:20', 'SUP', 'NET')],
    ['due < 2026-11-30', story({ dueDateAtCreation: '2026-11-30' })],
    ['due < 2026-11-30', story()],
    ['created >= "2026-11-23 10:01"', story()],
    ['cf[10050] = Gold', story()],
    ['cf[10060] > 500', story({ fieldsAtCreation: { customfield_10060: ref('500') } })],
    ['component = Bill', story({ fieldsAtCreation: { components: listOf('Web', 'Billing') } })],
    ['(priority = Low OR type = Incident) AND project = NET', story()],
  ])('%s does not', (jql, told) => expect(holds(jql, told)).toBe(false));

  it('reads days in the zone of the goal’s calendar: 2026-11-23 begins at 21:00 UTC of the 22nd', () => {
    const late = new IncidentStory('2026-11-22T23:59');
    const early = new IncidentStory('2026-11-23T00:00');
    expect(holds('created >= 2026-11-23', late)).toBe(false);
    expect(holds('created >= 2026-11-23', early)).toBe(true);
  });
});

function ref(name: string) {
  return { id: name, name };
}

function listOf(...names: string[]) {
  const parts = names.map((name, index) => ({ id: String(index + 10), name }));
  return { id: `[${parts.map(({ id }) => id).join(', ')}]`, name: names.join(','), parts };
}
