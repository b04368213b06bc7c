import type { FrameLocator, Page } from 'playwright-core';
import { people } from '../host/company/people';
import { appFrame, complaintsOf, type Look, sitDown, takePicture } from './support/browser';
import { closeDemo, type Demo, openDemo } from './support/demo';
import { judgeAccess } from './support/judge-access';

jest.setTimeout(180_000);

const { tam, admin, manager } = people;
const PROJECT = 'BETA · Online shop';
const TITLES = { 'en-US': 'Client projects', 'ru-RU': 'Клиентские проекты' } as const;

/** Tuesday 24 November 2026 in Moscow: NET is due on the 28th, VIRT on 2 and DBA on 6 December. */
describe('what if a due date moved', () => {
  let demo: Demo;
  let [net, virt] = ['', ''];
  beforeAll(async () => {
    demo = await openDemo();
    [net, virt] = [demo.beta.blocker, demo.beta.waiting];
  });
  afterAll(() => closeDemo(demo));

  async function openProject(page: Page, look: Look = {}): Promise<FrameLocator> {
    await page.goto(`${demo.host.url}/apps/tam-workspace`);
    const title = TITLES[look.locale ?? 'en-US'];
    const workspace = appFrame(page, title);
    await workspace.getByRole('button', { name: 'Online shop' }).click();
    await workspace.getByRole('heading', { name: PROJECT }).waitFor();
    return workspace;
  }

  async function dueInJira(key: string): Promise<string | null> {
    const rest = demo.host.actAs(tam.accountId);
    const { body } = await rest.get(`/rest/api/3/issue/${key}?fields=duedate`);
    return (body as { fields: { duedate: string | null } }).fields.duedate;
  }

  async function setInJira(key: string, duedate: string): Promise<void> {
    const rest = demo.host.actAs(admin.accountId);
    const changed = await rest.put(`/rest/api/3/issue/${key}`, { fields: { duedate } });
    expect(changed.status).toBe(204);
  }

  async function move(workspace: FrameLocator, key: string, date: string): Promise<void> {
    const form = workspace.getByRole('form', { name: 'Move a due date' });
    const item = form.getByLabel('Work item');
    const option = item.locator('option').filter({ hasText: `${key} ` });
    await item.selectOption((await option.getAttribute('value')) ?? '');
    await form.getByLabel('New due date').fill(date);
    await form.getByRole('button', { name: 'Move', exact: true }).click();
  }

  it('is answered before anything is written, and survives a reload', async () => {
    const page = await sitDown(demo.browser, demo.host, tam.accountId);
    const complaints = complaintsOf(page);
    let workspace = await openProject(page);
    await workspace.getByText('What if a due date moved?').click();
    await workspace.getByText('The last due date is Sun 6 Dec.').waitFor();
    await move(workspace, net, '2026-12-08');
    await workspace.getByText('The last due date moves from Sun 6 Dec to Tue 8 Dec.').waitFor();
    const rows = workspace.getByRole('region', { name: 'What follows' }).getByRole('row');
    await rows
      .filter({ hasText: `${virt} ` })
      .getByText('6 days late')
      .waitFor();
    await workspace.getByRole('button', { name: 'Write 1 due date to Jira' }).waitFor();
    await workspace.getByText('Passes of the last 90 days').scrollIntoViewIfNeeded();
    await takePicture(page, 'what-if');
    expect(await judgeAccess(page, 'Client projects')).toEqual([]);
    expect(await dueInJira(net)).toBe('2026-11-28');

    await page.reload();
    workspace = appFrame(page, 'Client projects');
    await workspace.getByText('(your draft)').waitFor();
    await workspace.getByText(/^Based on Jira as of Tue 24 Nov/).waitFor();
    await workspace.getByRole('button', { name: `Take back the move of ${net}` }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('says what has changed since, in Russian and in the dark', async () => {
    await setInJira(net, '2026-11-30');
    const look = { locale: 'ru-RU', colorMode: 'dark' } as const;
    const page = await sitDown(demo.browser, demo.host, tam.accountId, look);
    const workspace = await openProject(page, look);
    const notice = workspace.getByRole('alert');
    await notice.getByText('С тех пор, как вы начали, данные в Jira изменились').waitFor();
    await notice.getByText(`${net}: срок был сб 28 нояб., стал пн 30 нояб.`).waitFor();
    await workspace.getByText('Пропуска за 90 дней').scrollIntoViewIfNeeded();
    await takePicture(page, 'what-if-stale-ru-dark');
    expect(await judgeAccess(page, 'Клиентские проекты')).toEqual([]);
    await page.context().close();
  });

  it('is rebased, completed and written by the keyboard alone', async () => {
    const page = await sitDown(demo.browser, demo.host, tam.accountId);
    const complaints = complaintsOf(page);
    const workspace = await openProject(page);
    const press = async (name: string | RegExp) => {
      await workspace.getByRole('button', { name }).focus();
      await page.keyboard.press('Enter');
    };
    await press('Keep my moves on the new data');
    await workspace.getByRole('alert').waitFor({ state: 'detached' });
    await press(`Take Tue 8 Dec for ${virt}`);
    await workspace.getByRole('button', { name: `Take back the move of ${virt}` }).waitFor();
    await setInJira(virt, '2026-12-03');
    await press('Write 2 due dates to Jira');
    const refused = 'Nothing was written: Jira has changed since you began';
    await workspace.getByText(refused).and(workspace.locator(':focus')).waitFor();
    await workspace.getByText(`${virt}: due date went from Wed 2 Dec to Thu 3 Dec`).waitFor();
    expect([await dueInJira(net), await dueInJira(virt)]).toEqual(['2026-11-30', '2026-12-03']);
    await takePicture(page, 'what-if-refused');
    await press('Keep my moves on the new data');
    await workspace.getByRole('alert').waitFor({ state: 'detached' });
    await press('Write 2 due dates to Jira');
    await page.getByText('2 due dates written to Jira').waitFor();
    await workspace.getByText('Based on Jira as it is now.').waitFor();
    expect([await dueInJira(net), await dueInJira(virt)]).toEqual(['2026-12-08', '2026-12-08']);
    await workspace
      .getByRole('region', { name: 'Linked epics' })
      .getByText('8 Dec')
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is not asked by whoever only looks at the client project', async () => {
    const page = await sitDown(demo.browser, demo.host, manager.accountId);
    const workspace = await openProject(page);
    await workspace.getByText('Passes of the last 90 days').waitFor();
    expect(await workspace.getByText('What if a due date moved?').count()).toBe(0);
    await page.context().close();
  });
});
