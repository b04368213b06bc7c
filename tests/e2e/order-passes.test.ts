import type { Page } from 'playwright-core';
import { people } from '../host/company/people';
import { appFrame, complaintsOf, sitDown, takePicture } from './support/browser';
import { closeDemo, type Demo, openDemo } from './support/demo';
import { judgeAccess } from './support/judge-access';
import { openPanel } from './support/panel';

jest.setTimeout(180_000);

const { tam, virtEngineer } = people;
const WHY = 'The client waits on the phone for these machines';

describe('a pass', () => {
  let demo: Demo;
  let key: string;
  beforeAll(async () => {
    demo = await openDemo();
    key = demo.beta.waiting;
  });
  afterAll(() => closeDemo(demo));

  const refusal = () => new RegExp(`${key} can't start yet\\. It waits for ${demo.beta.blocker}`);

  async function openBoard(page: Page): Promise<void> {
    const { boards, projects } = demo.host.jira.state;
    const project = [...projects.values()].find((each) => each.key === 'VIRT');
    const board = [...boards.values()].find(({ projectId }) => projectId === project?.id);
    await page.goto(`${demo.host.url}/board/${board?.id}`);
    await columnOf(page, 'To Do').getByRole('listitem', { name: key, exact: true }).waitFor();
  }

  const columnOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

  async function drag(page: Page): Promise<number> {
    const answered = page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && answer.url().includes('/transitions'),
    );
    await page
      .getByRole('listitem', { name: key, exact: true })
      .dragTo(columnOf(page, 'In Progress'));
    return (await answered).status();
  }

  async function backToDo(): Promise<void> {
    const rest = demo.host.actAs(tam.accountId);
    const path = `/rest/api/3/issue/${key}/transitions`;
    const { transitions } = (await rest.get(path)).body as {
      transitions: { id: string; to: { name: string } }[];
    };
    const id = transitions.find(({ to }) => to.name === 'To Do')?.id;
    expect((await rest.post(path, { transition: { id } })).status).toBe(204);
    // The board asks the search index, which is behind.
    await demo.host.settle();
  }

  it('is asked for by an engineer whom the board refuses', async () => {
    const page = await sitDown(demo.browser, demo.host, virtEngineer.accountId);
    const complaints = complaintsOf(page);
    await openBoard(page);
    expect(await drag(page)).toBe(400);
    await page.getByText(refusal()).waitFor();
    complaints.length = 0;
    const panel = await openPanel(page, demo.host, key);
    const answer = panel.getByRole('region', { name: 'May I start?' });
    await answer.getByText("This can't start yet. It waits for:").waitFor();
    await answer.getByText('Network', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Ask to start anyway' }).click();
    const form = panel.getByRole('form', { name: 'Ask to start anyway' });
    await form.getByLabel('Reason').fill('please');
    await form.getByRole('button', { name: 'Ask', exact: true }).click();
    await form.getByText('Write at least 10 characters.').waitFor();
    await takePicture(page, 'order-pass-ask');
    await form.getByLabel('Reason').fill(WHY);
    await form.getByRole('button', { name: 'Ask', exact: true }).click();
    await panel.getByRole('region', { name: 'Passes' }).getByText(WHY).waitFor();
    expect(await judgeAccess(page, 'TAM')).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
    await demo.host.settle();
  });

  it('is issued by the TAM, from one of two tabs', async () => {
    const page = await sitDown(demo.browser, demo.host, tam.accountId);
    const other = await page.context().newPage();
    const panel = await openPanel(page, demo.host, key);
    const stale = await openPanel(other, demo.host, key);
    await panel.getByText(WHY).waitFor();
    for (const tab of [panel, stale]) {
      await tab.getByRole('button', { name: 'Issue a pass to start' }).click();
      await tab.getByLabel('Reason').fill('The client agreed to start early');
    }
    await takePicture(page, 'order-pass-issue');
    await panel.getByRole('button', { name: 'Issue pass' }).click();
    const passes = panel.getByRole('region', { name: 'Passes' });
    await passes.getByText('Open', { exact: true }).waitFor();
    await passes.getByText('The client agreed to start early').waitFor();
    await panel.getByText('You can start: there is a pass for it').waitFor();
    await stale.getByRole('button', { name: 'Issue pass' }).click();
    await stale.getByRole('alert').getByText('no pass is needed').waitFor();
    await takePicture(page, 'order-pass-open');
    expect(await judgeAccess(page, 'TAM')).toEqual([]);
    await page.context().close();
  });

  it('lets the card go once, and refuses it from the second tab', async () => {
    const page = await sitDown(demo.browser, demo.host, virtEngineer.accountId);
    const second = await page.context().newPage();
    second.setDefaultTimeout(15_000);
    await openBoard(page);
    await openBoard(second);
    expect(await drag(page)).toBe(204);
    await demo.host.settle();
    const panel = await openPanel(page, demo.host, key);
    await panel.getByText('Started by pass. Still open before it:').waitFor();
    await takePicture(page, 'order-pass-used');
    await backToDo();
    await openBoard(second);
    expect(await drag(second)).toBe(400);
    await second.getByText(refusal()).waitFor();
    await page.context().close();
  });

  it('is shown as used in Russian and in the dark', async () => {
    const page = await sitDown(demo.browser, demo.host, tam.accountId, {
      locale: 'ru-RU',
      colorMode: 'dark',
    });
    const complaints = complaintsOf(page);
    const panel = await openPanel(page, demo.host, key);
    await panel
      .getByRole('region', { name: 'Пропуска' })
      .getByText('Использован', { exact: true })
      .waitFor();
    await panel.getByText('С чего всё начинается и что дальше').click();
    await panel.getByText(`Ожидание начинается с: ${demo.beta.blocker}`).waitFor();
    await panel.getByRole('button', { name: 'Даты и паузы…' }).click();
    await takePicture(page, 'order-panel-ru-dark');
    expect(await judgeAccess(page, 'TAM')).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['light', 'en-US', 'Client projects', 'Passes of the last 90 days', 'Used'],
    ['dark', 'ru-RU', 'Клиентские проекты', 'Пропуска за 90 дней', 'Использован'],
  ] as const)(
    'is listed on the page of its client project, in %s and %s',
    async (colorMode, locale, title, heading, used) => {
      const page = await sitDown(demo.browser, demo.host, tam.accountId, { colorMode, locale });
      const complaints = complaintsOf(page);
      await page.goto(`${demo.host.url}/apps/tam-workspace`);
      const workspace = appFrame(page, title);
      await workspace.getByRole('button', { name: /BETA/ }).first().click();
      await workspace.getByText(heading).click();
      const row = workspace
        .getByRole('row')
        .filter({ hasText: 'The client agreed to start early' });
      await row.getByRole('link', { name: key }).waitFor();
      await row.getByText(used, { exact: true }).waitFor();
      await takePicture(page, `tam-workspace-passes-${colorMode}`);
      expect(await judgeAccess(page, title)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it('leaves the dates of an issue to the keyboard too', async () => {
    const page = await sitDown(demo.browser, demo.host, tam.accountId);
    const panel = await openPanel(page, demo.host, key);
    const tools = panel.getByRole('button', { name: 'Dates and lags…' });
    await tools.focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('textbox', { name: 'Not before' }).fill('2026-11-25T22:00');
    await page.keyboard.press('Enter');
    await panel.getByText("It can't start before Wed 25 Nov 22:00.").waitFor();
    await tools.focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Take the date away' }).focus();
    await page.keyboard.press('Enter');
    await panel.getByText("It can't start before").waitFor({ state: 'detached' });
    await page.context().close();
  });
});
