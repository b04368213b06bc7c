import { people, staffByDepartment } from '../host/company/people';
import { createClientProject } from '../host/company/set-up-app';
import { complaintsOf, sitDown } from './support/browser';
import { closeDemo, type Demo, openDemo } from './support/demo';
import { openPanel } from './support/panel';

jest.setTimeout(120_000);

/** Longer than the app leaves Jira's search to catch up before it looks again. */
const SECOND_LOOK_MS = 60_000;
const SUMMARY = 'The shop answers 502';

describe('an incident made by hand', () => {
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
    const { tam, manager } = people;
    acmeId = await createClientProject(demo.host, project, tam.accountId, manager.accountId);
  });
  afterAll(() => closeDemo(demo));

  const incident = () => {
    const found = [...demo.host.jira.state.issues.values()].find((it) => it.summary === SUMMARY);
    if (found === undefined) throw new Error('nobody made the incident');
    return found;
  };

  it('is given its client by the client in the dialog', async () => {
    const page = await sitDown(demo.browser, demo.host, people.client.accountId);
    const complaints = complaintsOf(page);
    await page.goto(`${demo.host.url}/projects`);
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Issue type').selectOption({ label: 'Incident' });
    await dialog.getByLabel('Summary').fill(SUMMARY);
    await dialog.getByLabel('Priority').selectOption({ label: 'P1' });
    await dialog.getByLabel('Client').selectOption({ label: 'ACME' });
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByText(/You've created SUP-/).waitFor();
    expect(incident().otherFields).toMatchObject({ customfield_10050: { value: 'ACME' } });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is answered in time by Support, whose panel says so', async () => {
    const engineer = staffByDepartment.get('SUP')?.engineers[0].accountId ?? '';
    const page = await sitDown(demo.browser, demo.host, engineer);
    await page.goto(`${demo.host.url}/browse/${incident().key}`);
    const client = page.getByLabel('Client', { exact: true });
    expect(await client.locator('option:checked').textContent()).toBe('ACME');
    await page.getByLabel('Add a comment').fill('We are looking at it.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('We are looking at it.').waitFor();
    const panel = await openPanel(page, demo.host, incident().key);
    const response = panel.getByRole('listitem').filter({ hasText: 'Response' });
    await response.getByText('Met').waitFor();
    await page.context().close();
  });

  it('is counted after the second look', async () => {
    await demo.host.settle();
    demo.host.clock.moveBy(SECOND_LOOK_MS);
    await demo.host.settle();
    const rows = await demo.host.forge.query(
      'SELECT clock, state FROM sla_cycle WHERE issue_id = ? AND client_project_id = ?',
      [incident().id, acmeId],
    );
    expect(rows).toContainEqual({ clock: 'response', state: 'met' });
    expect(rows).toContainEqual({ clock: 'resolution', state: 'running' });
  });
});
