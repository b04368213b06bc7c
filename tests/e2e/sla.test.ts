import type { Page } from 'playwright-core';
import { backfill } from '../host/company/backfill';
import { people } from '../host/company/people';
import { createClientProject } from '../host/company/set-up-app';
import { appFrame, complaintsOf, sitDown, takePicture } from './support/browser';
import { closeDemo, type Demo, openDemo } from './support/demo';
import { openPanel } from './support/panel';

jest.setTimeout(120_000);

/** Other gadgets stand above it. */
async function bringUp(page: Page, title: string): Promise<void> {
  const frame = page.locator(`iframe[title="${title}"]`);
  await frame.evaluate((it) => it.scrollIntoView({ block: 'start' }));
}

describe('SLA compliance of a client', () => {
  let demo: Demo;
  let acmeId: string;
  beforeAll(async () => {
    demo = await openDemo();
    const project = {
      key: 'ACME',
      name: 'Web platform',
      client: 'ACME',
      incidentsJql: 'Client = "ACME" AND issuetype = Incident',
    };
    const { tam, manager, admin } = people;
    acmeId = await createClientProject(demo.host, project, tam.accountId, manager.accountId);
    await backfill(demo.host, admin.accountId, acmeId);
  });
  afterAll(() => closeDemo(demo));

  const incidentKey = (text: string) => {
    const all = [...demo.host.jira.state.issues.values()];
    return all.find(({ summary }) => summary.includes(text))?.key ?? 'no such incident';
  };

  it('shows both clocks of an incident with time left and due', async () => {
    const page = await sitDown(demo.browser, demo.host, people.tam.accountId);
    const complaints = complaintsOf(page);
    const panel = await openPanel(page, demo.host, incidentKey('resolution due soon'));
    const response = panel.getByRole('listitem').filter({ hasText: 'Response' });
    await response.getByText('Met').waitFor();
    const resolution = panel.getByRole('listitem').filter({ hasText: 'Resolution' });
    await resolution.getByText(/ left$/).waitFor();
    await resolution.getByText(/^due /).waitFor();
    await takePicture(page, 'tam-panel-incident');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('says why a clock stands still', async () => {
    const page = await sitDown(demo.browser, demo.host, people.tam.accountId, {
      colorMode: 'dark',
    });
    const panel = await openPanel(page, demo.host, incidentKey('Which address may we block?'));
    const resolution = panel.getByRole('listitem').filter({ hasText: 'Resolution' });
    await resolution.getByText('Paused', { exact: true }).waitFor();
    await takePicture(page, 'tam-panel-paused-dark');
    await page.context().close();
  });

  it('is a gadget that a manager puts on a dashboard', async () => {
    const page = await sitDown(demo.browser, demo.host, people.manager.accountId);
    const complaints = complaintsOf(page);
    await page.goto(`${demo.host.url}/dashboard/10000`);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('button', { name: 'Add SLA report' }).click();
    const settings = appFrame(page, 'Configure SLA report');
    await settings.getByLabel('Client project').selectOption({ label: 'ACME · Web platform' });
    await settings.getByLabel('Period').selectOption({ label: 'This year' });
    await settings.getByLabel('Time zone').fill('Europe/Moscow');
    await bringUp(page, 'Configure SLA report');
    await takePicture(page, 'sla-report-edit');
    await settings.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    const gadget = appFrame(page, 'SLA report');
    await gadget
      .getByRole('region', { name: 'Response' })
      .getByText(/met of \d+/)
      .waitFor();
    await bringUp(page, 'SLA report');
    await takePicture(page, 'sla-report');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('counts in the gadget what the stored verdicts say', async () => {
    const page = await sitDown(demo.browser, demo.host, people.manager.accountId, {
      colorMode: 'dark',
      locale: 'ru-RU',
    });
    await page.goto(`${demo.host.url}/dashboard/10000`);
    const frame = appFrame(page, 'SLA report');
    const breaches = frame.getByRole('region', { name: /^Нарушения/ });
    await breaches.waitFor();
    const [row] = await demo.host.forge.query(
      "SELECT COUNT(*) AS n FROM sla_cycle WHERE state = 'breached' AND client_project_id = ?",
      [acmeId],
    );
    expect(Number(row?.n)).toBeGreaterThan(0);
    expect(await breaches.getByRole('rowheader').count()).toBe(Number(row?.n));
    await bringUp(page, 'SLA report');
    await takePicture(page, 'sla-report-dark-ru');
    await page.context().close();
  });

  it('needs at most three SQL statements and one invocation per look', () => {
    const looks = demo.host
      .invocations()
      .filter((it) => it.moduleKey === 'sla-report' && it.functionKey === 'load');
    expect(looks.length).toBeGreaterThan(0);
    for (const look of looks.slice(1)) expect(look.sql.length).toBeLessThanOrEqual(3);
  });
});
