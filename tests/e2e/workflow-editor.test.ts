import type { Browser, Page } from 'playwright-core';
import { buildShell } from '../host/build/build-static';
import { buildDemoCompany } from '../host/company/demo-company';
import { people } from '../host/company/people';
import { workflowId } from '../host/company/workflows';
import { extensionAri } from '../host/forge/install-app';
import type { Host } from '../host/host';
import { must } from '../host/jira/state/state';
import { startFixture } from '../host-tests/forge/start-fixture';
import { appFrame, complaintsOf, openBrowser, sitDown, takePicture } from './support/browser';

jest.setTimeout(180_000);

let host: Host;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  await buildShell();
  host = await startFixture({
    company: (jira) => buildDemoCompany(jira, 'ari/administer-tam'),
  });
  browser = await openBrowser();
  page = await sitDown(browser, host, people.admin.accountId);
  complaints = complaintsOf(page);
});
afterAll(async () => {
  await browser?.close();
  await host?.stop();
});

const startRules = () =>
  must(host.jira.state.workflows, workflowId.monitoring).transitions.find(({ id }) => id === '11')
    ?.validators;

describe('the workflow editor', () => {
  it('lists the workflows with the projects that they serve', async () => {
    await page.goto(`${host.url}/admin/workflows`);
    await page.getByRole('link', { name: 'Monitoring workflow' }).waitFor();
    await takePicture(page, 'host-workflows');
    const row = page.getByRole('row', { name: /Design centre workflow/ });
    expect(await row.textContent()).toContain('Design centre');
    await page.getByRole('link', { name: 'Monitoring workflow' }).click();
  });

  it("adds a rule with what its page hands over when 'Add' is pressed", async () => {
    await page.getByRole('button', { name: 'Add rule to Start work (11)' }).click();
    await page.getByRole('menuitem', { name: 'Gate' }).click();
    const frame = appFrame(page, 'Gate');
    await frame.getByText('create Start work {}').waitFor();
    await frame.getByLabel('Open').check();
    await takePicture(page, 'host-workflow-rule');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Edit' }).waitFor();
    expect(startRules()).toMatchObject([
      {
        ruleKey: 'forge:expression-validator',
        parameters: {
          key: extensionAri(host.forge.manifest, 'gate'),
          config: '{"open":true}',
          disabled: 'false',
        },
      },
    ]);
  });

  it('shows a rule what was saved, and changes it', async () => {
    await page.getByRole('button', { name: 'Edit' }).click();
    const frame = appFrame(page, 'Gate');
    await frame.getByText('edit Start work {"open":true}').waitFor();
    await frame.getByLabel('Open').uncheck();
    await page.getByRole('button', { name: 'Update' }).click();
    await page.getByRole('region', { name: 'Gate on Start work' }).waitFor({ state: 'detached' });
    expect(startRules()?.[0]?.parameters.config).toBe('{"open":false}');
    await page.getByRole('button', { name: 'View' }).click();
    await frame.getByText('view Start work {"open":false}').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
  });

  it('takes a rule away', async () => {
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Remove' }).waitFor({ state: 'detached' });
    expect(startRules()).toEqual([]);
  });

  it('offers no changes of the read-only workflow', async () => {
    await page.goto(`${host.url}/admin/workflows/${workflowId.readOnly}`);
    await page.getByText("This workflow can't be edited").waitFor();
    expect(await page.getByRole('button', { name: /Add rule/ }).count()).toBe(0);
  });
});

describe('a bulk transition on the screen', () => {
  it('tells of each work item whether it went, and why not', async () => {
    // The demo's own rule is not this app's: whatever it stands on is refused.
    await page.goto(`${host.url}/issues?jql=${encodeURIComponent('key in (VIRT-1, MON-1)')}`);
    await page.getByRole('checkbox', { name: 'Select VIRT-1' }).check();
    await page.getByRole('checkbox', { name: 'Select MON-1' }).check();
    await page.getByRole('button', { name: 'Transition work items' }).click();
    await page
      .getByLabel('Transition of VIRT-1')
      .selectOption({ label: 'Start work → In Progress' });
    await page
      .getByLabel('Transition of MON-1')
      .selectOption({ label: 'Start work → In Progress' });
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('1 of 2 work items moved.').waitFor();
    await takePicture(page, 'host-bulk');
    const refused = page.getByRole('list', { name: 'Results' }).getByText('VIRT-1').locator('..');
    expect(await refused.textContent()).toContain('A rule of the workflow could not be checked.');
    await page.getByRole('button', { name: 'Done' }).click();
  });
});

describe("an issue's menu", () => {
  it('clones with links, and moves past the rules in the name of automation', async () => {
    await page.goto(`${host.url}/browse/VIRT-1`);
    await page.getByRole('button', { name: 'Actions' }).click();
    await takePicture(page, 'host-issue-acts');
    await page.getByRole('menuitem', { name: 'Clone with links' }).click();
    await page.getByRole('heading', { name: /^CLONE - / }).waitFor();
    await page.goto(`${host.url}/browse/VIRT-1`);
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: 'Past the rules to In Progress' }).click();
    await page
      .getByRole('button', { name: /^In Progress|Status/ })
      .first()
      .waitFor();
    await host.settle();
    const { state } = host.jira;
    expect(state.issues.get(state.issueIdByKey.get('VIRT-1') ?? '')?.statusId).toBe('3');
  });
});

describe('the apps of the site', () => {
  it('lets the app go after its preUninstall function, and come back', async () => {
    await page.goto(`${host.url}/admin/apps`);
    await page.getByRole('button', { name: 'Uninstall' }).click();
    await page.getByText('leaving: done').waitFor();
    await takePicture(page, 'host-apps');
    await page.getByRole('button', { name: 'Install', exact: true }).click();
    await page.getByRole('button', { name: 'Uninstall' }).waitFor();
    expect(host.forge.isInstalled()).toBe(true);
  });

  it('had no complaints on any of these screens', () => {
    expect(complaints).toEqual([]);
  });
});
