import type { SettingsView } from '../../src/contract/tam-settings';
import { engineer, MONDAY_NOON, newIncident, settleAll } from '../builders/incidents-on-host';
import { asker } from '../host/company/ask';
import { issueType } from '../host/company/catalogue';
import { people } from '../host/company/people';
import { setUpDemo } from '../host/company/set-up-demo';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

jest.setTimeout(60_000);

let host: Host;
const MINUTE = 60_000;

beforeAll(async () => {
  // Without the tables, the first statements would count twice.
  host = await startHost({ at: MONDAY_NOON });
  await setUpDemo(host);
  await host.settle();
}, 120_000);

afterAll(() => host?.stop());

afterEach(() => {
  expect(host.forge.unknownCalls).toEqual([]);
  expect(host.jira.unknownCalls).toEqual([]);
});

/** SQL statements of each function that something wakes, schedules by the clock left out. */
async function cost(deed: () => Promise<unknown>): Promise<Record<string, number>> {
  await settleAll(host);
  const before = host.invocations().length;
  await deed();
  await settleAll(host);
  const sums: Record<string, number> = {};
  for (const { functionKey, trigger, sql } of host.invocations().slice(before)) {
    if (trigger === 'schedule' && functionKey !== 'due-warnings-fn') continue;
    sums[functionKey] = (sums[functionKey] ?? 0) + sql.length;
  }
  return sums;
}

const asEngineer = () => host.actAs(engineer.accountId);

async function newTask(projectKey: string): Promise<string> {
  const { body } = await host.actAs(people.admin.accountId).post('/rest/api/3/issue', {
    fields: {
      project: { key: projectKey },
      issuetype: { id: issueType.task },
      summary: 'A piece of work',
    },
  });
  return (body as { key: string }).key;
}

const say = (key: string) =>
  asEngineer().post(`/rest/api/3/issue/${key}/comment`, {
    body: {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'We are on it.' }] }],
    },
  });

async function move(key: string, name: string, as = engineer.accountId): Promise<void> {
  const { body } = await host.actAs(as).get(`/rest/api/3/issue/${key}/transitions`);
  const { transitions } = body as { transitions: { id: string; to: { name: string } }[] };
  const found = transitions.find(({ to }) => to.name === name);
  await host.actAs(as).post(`/rest/api/3/issue/${key}/transitions`, {
    transition: { id: found?.id },
  });
}

const put = (key: string, fields: object) =>
  host.actAs(people.admin.accountId).put(`/rest/api/3/issue/${key}`, { fields });

const departmentIssue = (projectKey: string) =>
  [...host.jira.state.issues.values()].find(({ key }) => key.startsWith(`${projectKey}-`))?.key;

/**
 * Forge gives 100,000 SQL requests a month for nothing, and 2,000 incidents of ten events each are
 * 20,000 events: one statement more for each of them is a fifth of it.
 */
describe('the SQL statements of an event', () => {
  let key: string;

  it('are one read, the rows and the warnings for a new incident', async () => {
    const sums = await cost(async () => {
      ({ key } = await newIncident(host));
    });
    expect(sums['issue-changed-fn']).toBe(0);
    // Two looks, because search was behind at the first one.
    expect(sums['refresh-issue-fn']).toBeLessThanOrEqual(4);
  });

  it('are one read, the ledger and the rows for an answer', async () => {
    const sums = await cost(() => say(key));
    expect(sums['issue-changed-fn']).toBe(0);
    expect(sums['refresh-issue-fn']).toBeLessThanOrEqual(3);
  });

  it('are one read for another comment, and for the start of the work', async () => {
    const sums = await cost(() => say(key));
    expect(sums['refresh-issue-fn']).toBe(1);
    const begun = await cost(() => move(key, 'In Progress'));
    expect(begun['refresh-issue-fn']).toBe(1);
  });

  it('are one read for an edit that means nothing to a clock', async () => {
    const sums = await cost(() =>
      asEngineer().put(`/rest/api/3/issue/${key}`, { fields: { summary: 'Still 502' } }),
    );
    expect(sums['refresh-issue-fn']).toBe(1);
  });

  it('are one read and the rows when a clock is paused, and the warnings when it goes on', async () => {
    const paused = await cost(() => move(key, 'Waiting for client'));
    expect(paused['refresh-issue-fn']).toBeLessThanOrEqual(2);
    const resumed = await cost(() => move(key, 'In Progress'));
    expect(resumed['refresh-issue-fn']).toBeLessThanOrEqual(3);
  });

  it('are one read, the ledgers and the rows for a solution', async () => {
    const sums = await cost(() => move(key, 'Done'));
    expect(sums['refresh-issue-fn']).toBeLessThanOrEqual(3);
  });

  it('are one read for an issue of a department that is no incident', async () => {
    const sums = await cost(() =>
      host
        .actAs(people.admin.accountId)
        .put(`/rest/api/3/issue/${departmentIssue('NET')}`, { fields: { summary: 'Other words' } }),
    );
    expect(sums).toMatchObject({ 'issue-changed-fn': 0, 'refresh-issue-fn': 1 });
  });

  describe('of an issue that somebody has ordered', () => {
    let blocker: string;
    let waiting: string;

    beforeAll(async () => {
      [blocker, waiting] = [await newTask('NET'), await newTask('VIRT')];
      await host.actAs(people.admin.accountId).post('/rest/api/3/issueLink', {
        type: { name: 'Blocks' },
        inwardIssue: { key: blocker },
        outwardIssue: { key: waiting },
      });
      await settleAll(host);
    });

    it('are one read for an edit that means nothing to the order', async () => {
      const sums = await cost(() => put(waiting, { summary: 'Other words' }));
      expect(sums['refresh-issue-fn']).toBe(1);
    });

    it('are what is stored, what releases it and the new state for one that may', async () => {
      const sums = await cost(() => put(waiting, { duedate: '2026-12-24' }));
      expect(sums['refresh-issue-fn']).toBeLessThanOrEqual(3);
    });

    it('are fourteen at most where the one behind it may start, and its people are told by mail', async () => {
      await move(blocker, 'In Progress', people.admin.accountId);
      host.jira.state.mails.length = 0;
      const sums = await cost(() => move(blocker, 'Done', people.admin.accountId));
      expect(host.jira.state.mails).toHaveLength(1);
      expect(sums['refresh-issue-fn']).toBeLessThanOrEqual(14);
    });
  });

  it('are one of the run of every five minutes with nothing to do', async () => {
    const before = host.invocations().length;
    await host.forge.runSchedule('due-warnings');
    const [run] = host.invocations().slice(before);
    expect(run?.sql).toHaveLength(1);
    expect(run?.jiraCalls).toEqual([]);
  });

  it('are ten at most of a run that tells one warning by mail', async () => {
    const ask = asker(host, 'tam-settings', { as: people.admin.accountId });
    const { policies } = await ask<SettingsView>('load', {});
    const warnings = [{ at: '75%', notify: ['tam'] }];
    const rules = { ...JSON.parse(policies[0]?.text ?? '{}'), warnings };
    await ask('savePolicy', { text: JSON.stringify(rules) });
    await newIncident(host);
    await settleAll(host);
    host.jira.state.mails.length = 0;
    const before = host.invocations().length;
    // P1: an answer in 15 minutes, three quarters of which are over after 12.
    host.clock.moveBy(12 * MINUTE);
    await host.settle();
    await host.forge.runSchedule('due-warnings');
    await settleAll(host);
    expect(host.jira.state.mails).toHaveLength(1);
    const runs = host
      .invocations()
      .slice(before)
      .filter(({ functionKey }) => functionKey === 'due-warnings-fn');
    expect(Math.max(...runs.map(({ sql }) => sql.length))).toBeLessThanOrEqual(10);
  });
});

/** Half a thousand engineers look at more than 100,000 issues a month. */
describe('the SQL statements of a look at an issue', () => {
  const viewer = () => ({
    accountId: engineer.accountId,
    locale: 'en-US',
    colorMode: 'light' as const,
  });
  const collapsed = (key: string) => cost(() => host.forge.badges(key, viewer()));
  const load = (surface: string, issueKey: string) =>
    cost(() => asker(host, surface, { as: engineer.accountId, issueKey })('load', {}));
  let key: string;

  beforeAll(async () => {
    ({ key } = await newIncident(host));
    await settleAll(host);
  });

  it('are none for the lozenge of an issue of which nothing is stored', async () => {
    expect(await collapsed(await newTask('NET'))).toEqual({ 'tam-badge-status-fn': 0 });
  });

  it('are one for the lozenge of an incident', async () => {
    expect(await collapsed(key)).toEqual({ 'tam-badge-status-fn': 1 });
    const [badge] = await host.forge.badges(key, viewer());
    expect(badge?.status?.value).toMatchObject({ type: 'inprogress' });
  });

  it('are none for the lozenge of an incident that is done', async () => {
    const { key: done } = await newIncident(host);
    await settleAll(host);
    await move(done, 'In Progress');
    await move(done, 'Done');
    await settleAll(host);
    expect(await collapsed(done)).toEqual({ 'tam-badge-status-fn': 0 });
  });

  it('are one for the badge, and three for the panel', async () => {
    expect(await load('tam-badge', key)).toEqual({ load: 1 });
    expect((await load('tam-panel', key)).load).toBeLessThanOrEqual(3);
  });
});
