import type { BadgeView } from '../../src/contract/tam-badge';
import type { DepartmentView } from '../../src/contract/tam-department';
import type { PanelView } from '../../src/contract/tam-panel';
import type { SettingsView } from '../../src/contract/tam-settings';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import { createClientProject, registerDepartments } from '../host/company/set-up-app';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

const { admin, tam, outsider, virtEngineer, manager } = people;
const ACME = { key: 'ACME', name: 'ACME', client: 'ACME', incidentsJql: '' };

jest.setTimeout(60_000);

let host: Host;
beforeAll(async () => {
  host = await startHost({ company: 'demo' });
}, 120_000);
afterAll(async () => {
  expect(host.jira.unknownCalls).toEqual([]);
  await host.stop();
});

const settings = () => asker(host, 'tam-settings', { as: admin.accountId });

const rest = () => host.actAs(tam.accountId);
const firstEpic = async (projectKey: string): Promise<{ id: string; key: string }> => {
  const { body } = await rest().post('/rest/api/3/search/jql', {
    jql: `project = ${projectKey} AND issuetype = Epic AND statusCategory = "To Do" ORDER BY key`,
    fields: ['summary'],
    maxResults: 1,
  });
  const [issue] = (body as { issues: { id: string; key: string }[] }).issues;
  if (issue === undefined) throw new Error(`${projectKey} has no epic to do`);
  return issue;
};

describe('settings', () => {
  it('register a department, change it and take it off again', async () => {
    const { otherProjects } = await settings()<SettingsView>('load', {});
    const network = otherProjects.find(({ key }) => key === 'NET');
    const edit = { projectId: network?.projectId ?? '', leadAccountId: admin.accountId };
    await settings()('saveDepartment', { ...edit, name: 'Networks' });
    const view = await settings()<SettingsView>('saveDepartment', { ...edit, name: 'Network' });
    expect(view.departments).toMatchObject([
      { projectKey: 'NET', name: 'Network', lead: { name: 'Alice Admin' }, isOpen: false },
    ]);
    const after = await settings()<SettingsView>('removeDepartment', edit);
    expect(after.departments).toEqual([]);
    expect(after.otherProjects.map(({ key }) => key)).toContain('NET');
  });

  it('take "Blocks" as the link type until another is chosen', async () => {
    const { linkTypes, blockLinkTypeId } = await settings()<SettingsView>('load', {});
    const named = (name: string) => linkTypes.find((type) => type.name === name)?.id ?? '';
    expect(blockLinkTypeId).toBe(named('Blocks'));
    const choose = (linkTypeId: string) =>
      settings()<SettingsView>('saveBlockLinkType', { linkTypeId });
    expect((await choose(named('Relates'))).blockLinkTypeId).toBe(named('Relates'));
    expect((await choose(named('Blocks'))).blockLinkTypeId).toBe(named('Blocks'));
  });
});

describe("the site's language", () => {
  const choose = (language: string) =>
    host.invoke('tam-settings', 'saveLanguage', { language }, { as: admin.accountId });

  it('is English until another is chosen', async () => {
    expect(await settings()<SettingsView>('load', {})).toMatchObject({ language: 'en' });
    expect(await choose('ru')).toMatchObject({ ok: true, value: { language: 'ru' } });
    expect(await choose('en')).toMatchObject({ ok: true, value: { language: 'en' } });
  });

  it('is none that the app does not speak', async () => {
    expect(await choose('de')).toMatchObject({ ok: false, problem: { code: 'invalid' } });
  });
});

describe('badge and department page', () => {
  let virt: { id: string; key: string };
  let backup: { id: string; key: string };

  beforeAll(async () => {
    await registerDepartments(host, admin.accountId, (key) => key !== 'BACKUP');
    const id = await createClientProject(host, ACME, tam.accountId, manager.accountId);
    [virt, backup] = [await firstEpic('VIRT'), await firstEpic('BACKUP')];
    const panel = asker(host, 'tam-panel', { as: tam.accountId, issueKey: virt.key });
    for (const issueKey of [virt.key, backup.key]) {
      await panel('linkEpic', { clientProjectId: id, issueKey });
    }
    await panel('setOrder', { successorId: virt.id, blockerId: backup.id });
  });

  const badge = (accountId: string) =>
    asker(host, 'tam-badge', { as: accountId, issueKey: virt.key })<BadgeView>('load', {});
  const collapsed = async (accountId: string) => {
    const viewer = { accountId, locale: 'en-US', colorMode: 'light' as const };
    return (await host.forge.badges(virt.key, viewer))[0]?.status?.value;
  };
  const page = (accountId: string) =>
    asker(host, 'tam-department', { as: accountId, projectKey: 'VIRT' })<DepartmentView>(
      'load',
      {},
    );

  it('name the blocker to an engineer who may see it', async () => {
    const { accountId } = virtEngineer;
    expect(await collapsed(accountId)).toEqual({ label: `Waits for ${backup.key}`, type: 'moved' });
    expect(await badge(accountId)).toMatchObject({
      project: { key: 'ACME' },
      start: { state: 'waiting', waitsFor: [{ key: backup.key, department: 'Backup' }] },
    });
    expect(await page(accountId)).toMatchObject({
      name: 'Virtualisation',
      waiting: [{ key: virt.key, client: 'ACME', waitsFor: [{ key: backup.key }], hidden: [] }],
    });
  });

  it('count it to somebody who may not', async () => {
    const { accountId } = outsider;
    const hidden = [{ department: 'Backup', count: 1 }];
    expect(await collapsed(accountId)).toEqual({ label: 'Waits for 1', type: 'moved' });
    const seen = [await badge(accountId), await page(accountId)];
    expect(seen).toMatchObject([{ start: { hidden } }, { waiting: [{ waitsFor: [], hidden }] }]);
    expect(JSON.stringify(seen)).not.toContain(backup.key);
  });

  it("says so in the site's language while it is collapsed", async () => {
    await settings()('saveLanguage', { language: 'ru' });
    expect(await collapsed(virtEngineer.accountId)).toMatchObject({ label: `Ждёт ${backup.key}` });
    await settings()('saveLanguage', { language: 'en' });
  });

  it('answer in Russian to whoever reads Russian', async () => {
    const answer = await host.invoke(
      'tam-panel',
      'linkEpic',
      { clientProjectId: '6b1f5a52-0d3c-4c57-9a40-6f1d2c8e7b35', issueKey: virt.key },
      { as: tam.accountId, issueKey: virt.key, locale: 'ru-RU' },
    );
    expect(answer).toMatchObject({
      problem: { text: 'Этого клиентского проекта больше нет. Обновите страницу.' },
    });
  });
});

describe('panel and badge of an issue of no client project', () => {
  const load = (issueKey: string, { accountId }: { accountId: string } = tam) =>
    asker(host, 'tam-panel', { as: accountId, issueKey })<PanelView>('load', {});

  it('have no start to speak of without a blocker', async () => {
    const { key } = await firstEpic('MON');
    expect(await load(key)).toMatchObject({ project: null, start: null, sla: null });
  });

  it('wait all the same when somebody has linked a blocker, named to those who may see it', async () => {
    const [{ key }, backup] = [await firstEpic('MON'), await firstEpic('BACKUP')];
    const link = {
      type: { name: 'Blocks' },
      inwardIssue: { key: backup.key },
      outwardIssue: { key },
    };
    expect((await rest().post('/rest/api/3/issueLink', link)).status).toBe(201);
    expect(await load(key)).toMatchObject({
      project: null,
      start: { state: 'waiting', waitsFor: [{ key: backup.key }], hidden: [] },
    });
    const badge = asker(host, 'tam-badge', { as: outsider.accountId, issueKey: key });
    for (const unseeing of [await load(key, outsider), await badge<BadgeView>('load', {})]) {
      expect(unseeing).toMatchObject({
        project: null,
        start: { state: 'waiting', waitsFor: [], hidden: [{ department: 'Backup', count: 1 }] },
      });
      expect(JSON.stringify(unseeing)).not.toContain(backup.key);
    }
  });
});
