import { people } from '../host/company/people';
import { appFrame, complaintsOf, sitDown, takePicture } from './support/browser';
import { closeDemo, type Demo, openDemo } from './support/demo';
import { judgeAccess } from './support/judge-access';
import { createEpic, linkExistingEpic, openPanel, setOrder } from './support/panel';

jest.setTimeout(120_000);

type LinkJson = { type: { name: string }; inwardIssue?: { key: string } };

describe('a client project across departments', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await openDemo();
  });
  afterAll(() => closeDemo(demo));

  it('is created by a TAM in the workspace', async () => {
    const page = await sitDown(demo.browser, demo.host, people.tam.accountId);
    const complaints = complaintsOf(page);
    await page.goto(`${demo.host.url}/apps/tam-workspace`);
    const workspace = appFrame(page, 'Client projects');
    await workspace.getByRole('button', { name: 'Create client project' }).click();
    await workspace.getByLabel('Key', { exact: true }).and(workspace.locator(':focus')).waitFor();
    await workspace.getByLabel('Key', { exact: true }).fill('ACME');
    await workspace.getByLabel('Name', { exact: true }).fill('Web platform');
    await workspace.getByLabel('Client', { exact: true }).fill('ACME Hosting GmbH');
    await workspace.getByRole('combobox', { name: 'TAM' }).fill('Ivan');
    await workspace.getByRole('option', { name: 'Ivan Petrov' }).click();
    await workspace.getByLabel('Contract').selectOption({ index: 1 });
    await workspace.getByLabel('Incidents (JQL)').fill('Client = "ACME" AND issuetype = Incident');
    await takePicture(page, 'tam-workspace-create');
    await workspace.getByRole('button', { name: 'Create', exact: true }).click();
    const made = workspace.getByRole('heading', { name: 'ACME · Web platform' });
    await made.and(workspace.locator(':focus')).waitFor();
    await workspace.getByText('Past incidents have not been read in').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('gets epics of three departments and their order from the panel of one', async () => {
    const page = await sitDown(demo.browser, demo.host, people.tam.accountId);
    const complaints = complaintsOf(page);
    const panel = await openPanel(page, demo.host, 'NET-1');
    await panel.getByLabel('Link this issue to').selectOption({ label: 'ACME · Web platform' });
    await panel.getByRole('button', { name: 'Link', exact: true }).click();
    await panel.getByRole('row').filter({ hasText: 'NET-1' }).waitFor();
    await linkExistingEpic(panel, 'VIRT-1');
    await createEpic(panel, {
      department: 'Backup',
      summary: 'Backup of the ACME shop',
      due: '2026-12-18',
    });
    await setOrder(panel, 'VIRT-1', 'NET-1');
    await takePicture(page, 'tam-panel-epic');
    expect(complaints).toEqual([]);

    const { body } = await demo.host
      .actAs(people.tam.accountId)
      .get('/rest/api/3/issue/VIRT-1?fields=issuelinks');
    const links = (body as { fields: { issuelinks: LinkJson[] } }).fields.issuelinks;
    expect(links.map((link) => [link.type.name, link.inwardIssue?.key])).toEqual([
      ['Blocks', 'NET-1'],
    ]);
    await page.context().close();
  });

  it('is one step away from the panel of its epics, and Back leads there again', async () => {
    const page = await sitDown(demo.browser, demo.host, people.tam.accountId);
    const panel = await openPanel(page, demo.host, 'NET-1');
    await panel.getByRole('button', { name: 'Open workspace' }).click();
    const workspace = appFrame(page, 'Client projects');
    await workspace.getByRole('heading', { name: 'ACME · Web platform' }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/apps\/tam-workspace\/projects\/.+/);
    await page.getByRole('link', { name: 'Client projects' }).click();
    await workspace.getByRole('button', { name: 'Create client project' }).waitFor();
    await page.goBack();
    await workspace.getByRole('heading', { name: 'ACME · Web platform' }).waitFor();
    await page.context().close();
  });

  it('says that an address leads to no client project, and where the others are', async () => {
    const page = await sitDown(demo.browser, demo.host, people.tam.accountId);
    await page.goto(`${demo.host.url}/apps/tam-workspace/projects/1`);
    const workspace = appFrame(page, 'Client projects');
    await workspace.getByText('There is no such client project').waitFor();
    await workspace.getByRole('button', { name: 'All client projects' }).last().click();
    await workspace.getByRole('button', { name: 'ACME · Web platform' }).waitFor();
    await page.context().close();
  });

  it('says whose incidents its figures count, and is told otherwise in its form', async () => {
    const look = { locale: 'ru-RU', colorMode: 'dark' } as const;
    const page = await sitDown(demo.browser, demo.host, people.tam.accountId, look);
    const complaints = complaintsOf(page);
    await page.goto(`${demo.host.url}/apps/tam-workspace`);
    const title = 'Клиентские проекты';
    const workspace = appFrame(page, title);
    await workspace.getByRole('button', { name: 'ACME · Web platform' }).click();
    await workspace.getByText('только видимые читателю').waitFor();
    await workspace.getByRole('button', { name: 'Изменить', exact: true }).click();
    const setting = workspace.getByLabel('Учитывать инциденты, к которым у читателя нет доступа');
    expect(await setting.isChecked()).toBe(false);
    await setting.check();
    expect(await judgeAccess(page, title)).toEqual([]);
    await setting.scrollIntoViewIfNeeded();
    await takePicture(page, 'tam-workspace-edit-dark-ru');
    await workspace.getByRole('button', { name: 'Сохранить' }).click();
    await workspace.getByText('все инциденты').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows an engineer the same facts, read-only', async () => {
    const page = await sitDown(demo.browser, demo.host, people.virtEngineer.accountId);
    const panel = await openPanel(page, demo.host, 'VIRT-1');
    await panel.getByText("This can't start yet. It waits for:").waitFor();
    for (const text of ['ACME', 'Ivan Petrov', 'Network', 'Virtualisation', 'Backup']) {
      await panel.getByText(text).first().waitFor();
    }
    await panel.getByRole('row').filter({ hasText: 'NET-1' }).getByText('1/3').waitFor();
    expect(await panel.getByRole('button', { name: /Link|Create|Order|Unlink/ }).count()).toBe(0);
    await takePicture(page, 'tam-panel-waiting');
    await page.context().close();
  });

  it('says "1 item in Backup" and nothing more to somebody without access there', async () => {
    const page = await sitDown(demo.browser, demo.host, people.outsider.accountId);
    const panel = await openPanel(page, demo.host, 'NET-1');
    await panel.getByText('1 item in Backup').waitFor();
    const text = await panel.locator('body').textContent();
    expect(text).not.toMatch(/BACKUP-\d|Backup of the ACME shop|18 Dec/);
    await takePicture(page, 'tam-panel-hidden');
    await page.context().close();
  });

  it('loses an epic again when the TAM unlinks it', async () => {
    const page = await sitDown(demo.browser, demo.host, people.tam.accountId, {
      colorMode: 'dark',
    });
    const panel = await openPanel(page, demo.host, 'NET-1');
    await linkExistingEpic(panel, 'UNIX-1');
    await panel.getByRole('button', { name: 'Unlink UNIX-1' }).click();
    await takePicture(page, 'tam-panel-unlink-dark');
    await panel.getByRole('group').getByRole('button', { name: 'Unlink', exact: true }).click();
    await panel
      .getByRole('row')
      .filter({ hasText: 'UNIX-1' })
      .first()
      .waitFor({ state: 'detached' });
    await page.context().close();
  });
});
