import type { FrameLocator, Page } from 'playwright-core';
import { people } from '../host/company/people';
import { workflowId } from '../host/company/workflows';
import { must } from '../host/jira/state/state';
import { appFrame, complaintsOf, type Look, sitDown, takePicture } from './support/browser';
import { closeDemo, type Demo, openDemo } from './support/demo';
import { judgeAccess } from './support/judge-access';

jest.setTimeout(120_000);

describe('coverage of the blocking order', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await openDemo();
  });
  afterAll(() => closeDemo(demo));

  async function openCoverage(look: Look = {}, tab = 'Coverage') {
    const page = await sitDown(demo.browser, demo.host, people.admin.accountId, look);
    const complaints = complaintsOf(page);
    await page.goto(`${demo.host.url}/admin/tam-settings`);
    const settings = appFrame(page, 'TAM');
    await settings.getByRole('tab', { name: tab }).click();
    return { page, complaints, settings };
  }

  async function leave(page: Page, complaints: readonly string[], title = 'TAM') {
    expect(await judgeAccess(page, title)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }

  const rulesOn = (id: string, transitionId: string) =>
    must(demo.host.jira.state.workflows, id).transitions.find((one) => one.id === transitionId)
      ?.validators ?? [];
  const boardOf = (projectKey: string) => {
    const { boards, projects } = demo.host.jira.state;
    const project = [...projects.values()].find(({ key }) => key === projectKey);
    return [...boards.values()].find(({ projectId }) => projectId === project?.id)?.id;
  };
  const row = (settings: FrameLocator, text: RegExp) => settings.getByRole('row', { name: text });

  it('shows what is missing, and attaches all of it with one click and a look at whom it concerns', async () => {
    const { page, complaints, settings } = await openCoverage();
    await row(settings, /Start hotfix.*Development workflow.*Guarded/).waitFor();
    await settings.getByText("Nobody can change this workflow: it is Jira's own.").waitFor();
    await takePicture(page, 'tam-settings-coverage');
    await settings.getByRole('button', { name: 'Attach the rule to all 3 missing' }).click();
    const confirm = settings.getByRole('region', { name: 'Attach the rule?' });
    await confirm.getByText('Used by Monitoring (MON).').waitFor();
    await takePicture(page, 'tam-settings-coverage-confirm');
    await confirm.getByRole('button', { name: 'Attach in 3 workflows' }).click();
    await confirm.getByText('Monitoring workflow: attached').waitFor();
    await confirm.getByRole('button', { name: 'Close' }).click();
    await settings.getByText('The rule stands wherever it can.').waitFor();
    expect(rulesOn(workflowId.monitoring, '11')).toMatchObject([
      { parameters: { config: '{"gates":["start"]}' } },
    ]);
    await leave(page, complaints);
  });

  it('from then on the board of Monitoring refuses', async () => {
    const tam = demo.host.actAs(people.tam.accountId);
    const linked = await tam.post('/rest/api/3/issueLink', {
      type: { name: 'Blocks' },
      ...{ inwardIssue: { key: 'NET-1' }, outwardIssue: { key: 'MON-1' } },
    });
    expect(linked.status).toBe(201);
    const page = await sitDown(demo.browser, demo.host, people.tam.accountId);
    await page.goto(`${demo.host.url}/board/${boardOf('MON')}`);
    const card = page.getByRole('listitem', { name: 'MON-1', exact: true });
    await card.dragTo(page.getByRole('region', { name: 'In Progress', exact: true }));
    await page.getByText(/MON-1 can't start yet\. It waits for NET-1/).waitFor();
    await page.context().close();
  });

  it('takes the rule off one transition, by keyboard, and names what else that concerns', async () => {
    const { page, complaints, settings } = await openCoverage();
    const takeOff = settings.getByRole('button', {
      name: 'Take off: "Start work" of Incident workflow, Support',
    });
    await takeOff.focus();
    await page.keyboard.press('Enter');
    const confirm = settings.getByRole('region', { name: 'Take the rule off?' });
    await confirm.getByText(/Used by .*\(DUTY\).*\(SUP\)/).waitFor();
    await page.keyboard.press('Enter');
    await confirm.waitFor({ state: 'detached' });
    expect(rulesOn(workflowId.incident, '11')).toHaveLength(1);
    await leave(page, complaints);
  });

  it.each([
    ['light', 'en-US', 'Coverage', 'What the words mean'],
    ['dark', 'ru-RU', 'Охват', 'Что значат эти слова'],
  ] as const)('reads well in %s and %s', async (colorMode, locale, tab, legend) => {
    const { page, complaints, settings } = await openCoverage({ colorMode, locale }, tab);
    await settings.getByText('Start hotfix').waitFor();
    await settings.getByText(legend).click();
    await takePicture(page, `tam-settings-coverage-${colorMode}`);
    await leave(page, complaints);
  });

  it('configures a rule in the workflow editor, in a sentence about this transition', async () => {
    const page = await sitDown(demo.browser, demo.host, people.admin.accountId);
    const complaints = complaintsOf(page);
    await page.goto(`${demo.host.url}/admin/workflows/${workflowId.department}`);
    await page.getByRole('button', { name: 'Add rule to Done (31)' }).click();
    await page.getByRole('menuitem', { name: 'Blocking order' }).click();
    const frame = appFrame(page, 'Blocking order');
    await frame.getByText('This transition finishes work', { exact: false }).waitFor();
    await frame.getByText('No policy asks about finishing now', { exact: false }).waitFor();
    expect(await frame.getByLabel('When to ask').inputValue()).toBe('finish');
    await takePicture(page, 'blocking-order-edit');
    await frame.getByLabel('When to ask').selectOption({ label: 'when work starts' });
    await frame.getByText('What is chosen does not fit', { exact: false }).waitFor();
    await frame.getByLabel('When to ask').selectOption({ label: 'when work finishes' });
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page
      .getByRole('region', { name: /Blocking order on Done/ })
      .waitFor({ state: 'detached' });
    expect(rulesOn(workflowId.department, '31')).toMatchObject([
      { parameters: { config: '{"gates":["finish"]}', disabled: 'false' } },
    ]);
    await page.getByRole('button', { name: 'View' }).last().click();
    await frame.getByText('When to ask: when work finishes').waitFor();
    await takePicture(page, 'blocking-order-view');
    expect(await judgeAccess(page, 'Blocking order')).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('prepares the uninstallation: no rule is left, and the app may go', async () => {
    const { page, complaints, settings } = await openCoverage();
    await settings.getByRole('button', { name: 'Prepare uninstall…' }).click();
    await settings.getByText(/^The rule stands in \d workflows of this site:$/).waitFor();
    await settings.getByRole('button', { name: /^Take it off \d workflows$/ }).click();
    const clean = settings.getByText('No workflow carries the rule. The app can be uninstalled.');
    await clean.waitFor();
    await clean.scrollIntoViewIfNeeded();
    await takePicture(page, 'tam-settings-uninstall');
    for (const { transitions } of demo.host.jira.state.workflows.values()) {
      for (const { validators } of transitions) expect(validators).toEqual([]);
    }
    await leave(page, complaints);
  });
});
