import type { SettingsView } from '../../src/contract/tam-settings';
import { MONDAY_NOON, newIncident } from '../builders/incidents-on-host';
import { asker } from '../host/company/ask';
import { people, staffByDepartment } from '../host/company/people';
import { setUpDemo } from '../host/company/set-up-demo';
import type { Host } from '../host/host';
import { findProject, must } from '../host/jira/state/state';
import { startHost } from '../host/start-host';

jest.setTimeout(60_000);

let host: Host;

beforeAll(async () => {
  host = await startHost({ at: MONDAY_NOON });
  await setUpDemo(host);
  await host.settle();
}, 120_000);

afterAll(() => host?.stop());

afterEach(() => {
  expect(host.forge.unknownCalls).toEqual([]);
  expect(host.jira.unknownCalls).toEqual([]);
});

const settings = (key: string, payload: object) =>
  asker(host, 'tam-settings', { as: people.admin.accountId })(key, payload);

const hearing = async () => ((await settings('load', {})) as SettingsView).hearing;

const idOf = (projectKey: string) => findProject(host.jira.state, projectKey)?.id ?? '';

const markOf = (projectKey: string) =>
  must(host.jira.state.projects, idOf(projectKey)).properties.get('tam');

/** What an edit of some issue of that project wakes. */
async function wokenBy(projectKey: string): Promise<string[]> {
  const issue = [...host.jira.state.issues.values()].find(({ key }) =>
    key.startsWith(`${projectKey}-`),
  );
  const before = host.invocations().length;
  const lead = staffByDepartment.get(projectKey)?.lead ?? people.tam;
  const { status } = await host
    .actAs(lead.accountId)
    .put(`/rest/api/3/issue/${issue?.key}`, { fields: { summary: `Edited ${before}` } });
  expect(status).toBe(204);
  await host.settle();
  return host
    .invocations()
    .slice(before)
    .filter(({ trigger }) => trigger === 'event')
    .map(({ functionKey }) => functionKey);
}

describe('the events of a Jira project', () => {
  it('wake the app where a department is registered, which marks its project', async () => {
    expect(markOf('NET')).toEqual({ heard: true });
    expect(await wokenBy('NET')).toEqual(['issue-changed-fn']);
  });

  it('wake nothing once the department is removed, and again once it is back', async () => {
    await settings('removeDepartment', { projectId: idOf('NET') });
    expect(markOf('NET')).toBeUndefined();
    expect(await wokenBy('NET')).toEqual([]);
    await settings('saveDepartment', {
      ...{ projectId: idOf('NET'), name: 'Network', leadAccountId: null, isOpen: true },
    });
    expect(await wokenBy('NET')).toEqual(['issue-changed-fn']);
  });

  it('wake the app where incidents may be, department or not', async () => {
    await settings('removeDepartment', { projectId: idOf('SUP') });
    expect(markOf('SUP')).toEqual({ heard: true });
    expect(await wokenBy('SUP')).toEqual(['issue-changed-fn']);
  });

  it('are heard within an hour on a site that has departments but no marks', async () => {
    for (const { properties } of host.jira.state.projects.values()) properties.delete('tam');
    expect((await hearing()).unheard).toContain('SUP');
    expect(await wokenBy('SUP')).toEqual([]);
    await host.forge.runSchedule('migrate');
    expect(await hearing()).toEqual({ unheard: [], everywhere: [] });
    expect(await wokenBy('SUP')).toEqual(['issue-changed-fn']);
  });

  it('are made up for by the sweep where they were not heard', async () => {
    must(host.jira.state.projects, idOf('SUP')).properties.delete('tam');
    const { id } = await newIncident(host);
    const cycles = () => host.forge.query('SELECT clock FROM sla_cycle WHERE issue_id = ?', [id]);
    await host.settle();
    expect(await cycles()).toEqual([]);
    host.clock.moveBy(60_000);
    await host.forge.runSchedule('nightly-sweep');
    await host.settle();
    expect((await cycles()).length).toBeGreaterThanOrEqual(2);
  });
});
