import type { Page } from 'playwright-core';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import { createClientProject } from '../host/company/set-up-app';
import { appFrame, complaintsOf, type Look, sitDown, takePicture } from './support/browser';
import { closeDemo, type Demo, openDemo } from './support/demo';
import { judgeAccess } from './support/judge-access';

jest.setTimeout(120_000);

const LOOKS: readonly [string, Look][] = [
  ['light', { colorMode: 'light' }],
  ['dark', { colorMode: 'dark' }],
];

const INCIDENTS = 'Client = "ACME" AND issuetype = Incident';

/** The surfaces that the walks through the three jobs pass by, each as its reader meets it. */
describe.each(LOOKS)('in the %s theme', (theme, look) => {
  const { tam, admin, virtEngineer, manager } = people;
  let demo: Demo;
  beforeAll(async () => {
    demo = await openDemo();
    const acme = { key: 'ACME', name: 'Web platform', client: 'ACME', incidentsJql: INCIDENTS };
    const { accountId } = tam;
    const id = await createClientProject(demo.host, acme, accountId, manager.accountId);
    for (const issueKey of ['NET-1', 'VIRT-1']) {
      const panel = asker(demo.host, 'tam-panel', { as: accountId, issueKey });
      await panel('linkEpic', { clientProjectId: id, issueKey });
    }
  });
  afterAll(() => closeDemo(demo));

  /** One person's look at one page: what it shows, a picture, no complaint, no barrier. */
  async function lookAt(
    person: { accountId: string },
    path: string,
    title: string | null,
    name: string,
    see: (page: Page) => Promise<void>,
  ): Promise<void> {
    const page = await sitDown(demo.browser, demo.host, person.accountId, look);
    const complaints = complaintsOf(page);
    await page.goto(`${demo.host.url}${path}`);
    await see(page);
    await takePicture(page, `${name}-${theme}`);
    if (title !== null) expect(await judgeAccess(page, title)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }

  const betaEpic = () => {
    const all = [...demo.host.jira.state.issues.values()];
    const summary = 'BETA online shop: virtual machines';
    return all.find((issue) => issue.summary === summary)?.key ?? 'no such epic';
  };

  it('the badge opens and says for whom the epic waits', async () => {
    const title = 'Order and SLA';
    await lookAt(virtEngineer, `/browse/${betaEpic()}`, title, 'tam-badge', async (page) => {
      const badge = page.getByRole('region', { name: `${title} badge` });
      await badge.getByRole('button').first().click();
      const opened = appFrame(page, title);
      await opened.getByText("This can't start yet. It waits for:").waitFor();
      await opened
        .getByText(/NET-\d+/)
        .first()
        .waitFor();
    });
  });

  it('the panel of an epic in order has no barrier', async () => {
    await lookAt(tam, `/browse/${betaEpic()}`, 'TAM', 'tam-panel', async (page) => {
      const rows = appFrame(page, 'TAM').getByRole('row');
      await rows
        .filter({ hasText: 'BETA online shop: MySQL cluster' })
        .getByText(betaEpic())
        .waitFor();
    });
  });

  it('the portfolio lists both client projects with their epics', async () => {
    const title = 'Client projects';
    await lookAt(tam, '/apps/tam-workspace', title, 'tam-workspace', async (page) => {
      const rows = appFrame(page, title).getByRole('row');
      const beta = rows.filter({ hasText: 'BETA · Online shop' });
      await beta.getByRole('cell', { name: '4', exact: true }).waitFor();
      const acme = rows.filter({ hasText: 'ACME · Web platform' });
      await acme.getByRole('cell', { name: '2', exact: true }).waitFor();
    });
  });

  it('the page of a client project shows its contract and epics by department', async () => {
    const title = 'Client projects';
    await lookAt(tam, '/apps/tam-workspace', title, 'tam-workspace-project', async (page) => {
      const workspace = appFrame(page, title);
      await workspace.getByRole('button', { name: 'BETA · Online shop' }).click();
      await workspace.getByRole('heading', { name: 'BETA · Online shop' }).waitFor();
      for (const text of ['Network', 'Virtualisation', 'DBA', 'Ivan Petrov', betaEpic()]) {
        await workspace.getByText(text).first().waitFor();
      }
    });
  });

  it('the department page has ready, waiting and running work', async () => {
    const title = 'Client work';
    await lookAt(
      virtEngineer,
      '/project/VIRT/tam-department',
      title,
      'tam-department',
      async (page) => {
        const column = (name: RegExp) => appFrame(page, title).getByRole('region', { name });
        await column(/^Ready now/)
          .getByRole('listitem')
          .filter({ hasText: 'VIRT-1' })
          .waitFor();
        const waiting = column(/^Waiting/)
          .getByRole('listitem')
          .filter({ hasText: betaEpic() });
        await waiting.getByText('BETA online shop: load balancer').first().waitFor();
        await column(/^Running/)
          .getByText('BETA online shop: staging machines')
          .waitFor();
      },
    );
  });

  it('the settings run a backfill to its end before the eyes of the administrator', async () => {
    await lookAt(admin, '/admin/tam-settings', 'TAM', 'tam-settings', async (page) => {
      const settings = appFrame(page, 'TAM');
      await settings.getByRole('row').filter({ hasText: 'Virtualisation' }).first().waitFor();
      await settings.getByText('Hosting contract: 24x7 for outages').first().waitFor();
      const form = settings.getByRole('form', { name: 'Past incidents' });
      await form.getByLabel('Client project').selectOption({ label: 'ACME · Web platform' });
      await form.getByRole('button', { name: 'Start' }).click();
      const item = settings.getByRole('listitem').filter({ hasText: /^ACME/ });
      await item.getByText('Done', { exact: true }).waitFor();
      expect(await item.textContent()).toMatch(/(\d+) of \1/);
    });
  });

  it('the report of BETA stands on the dashboard with percentages', async () => {
    const title = 'SLA of BETA';
    await lookAt(manager, '/dashboard/10000', title, 'sla-report-beta', async (page) => {
      const figure = appFrame(page, title).getByRole('region', { name: 'Resolution' });
      await figure.getByText(/met of \d+/).waitFor();
      expect(await figure.textContent()).toMatch(/\d+(\.\d)?\s?%/);
    });
  });

  it('the inspector lists what ran, with its calls and statements', async () => {
    await lookAt(admin, '/inspector', null, 'inspector', async (page) => {
      await page.getByLabel('Filter invocations').fill('backfill');
      const backfill = page.getByRole('row').filter({ hasText: 'queue' }).first();
      await backfill.getByText('OK').waitFor();
      await backfill.getByRole('button').click();
      await page.getByText('/rest/api/3/search/jql').first().waitFor();
    });
  });
});
