import { backfill } from '../host/company/backfill';
import { people } from '../host/company/people';
import { createClientProject } from '../host/company/set-up-app';
import { appFrame, complaintsOf, sitDown, takePicture } from './support/browser';
import { closeDemo, type Demo, openDemo } from './support/demo';
import { judgeAccess } from './support/judge-access';
import { openPanel } from './support/panel';

jest.setTimeout(120_000);

/** The contract of the demo without pauses: who waits for the client runs on. */
function withoutPauses(text: string): string {
  const policy = JSON.parse(text);
  const { pause: _, ...resolution } = policy.clocks.resolution;
  const clocks = { ...policy.clocks, resolution };
  return JSON.stringify({ ...policy, name: 'No pauses', version: 9, clocks }, null, 2);
}

describe('SLA explained', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await openDemo();
    const { tam, manager } = people;
    const project = {
      key: 'ACME',
      name: 'Web platform',
      client: 'ACME',
      incidentsJql: 'Client = "ACME" AND issuetype = Incident',
    };
    const id = await createClientProject(demo.host, project, tam.accountId, manager.accountId);
    await backfill(demo.host, people.admin.accountId, id);
  });
  afterAll(() => closeDemo(demo));

  const incidentKey = (text: string) => {
    const all = [...demo.host.jira.state.issues.values()];
    return all.find(({ summary }) => summary.includes(text))?.key ?? 'no such incident';
  };

  it.each([
    {
      locale: 'en-US',
      colorMode: 'light',
      why: 'Why?',
      sums: 'Sums',
      minutes: 'Minute by minute',
      paused: /waiting for the client/,
    },
    {
      locale: 'ru-RU',
      colorMode: 'dark',
      why: 'Почему?',
      sums: 'Суммы',
      minutes: 'По минутам',
      paused: /ждём клиента/,
    },
  ] as const)('"Why?" tells where every minute went ($locale, $colorMode)', async (look) => {
    const { locale, colorMode } = look;
    const page = await sitDown(demo.browser, demo.host, people.tam.accountId, {
      locale,
      colorMode,
    });
    const complaints = complaintsOf(page);
    const panel = await openPanel(page, demo.host, incidentKey('Which address may we block?'));
    await panel.getByRole('button', { name: look.why }).click();
    const sums = panel.getByRole('region', { name: look.sums });
    await sums.getByRole('row').filter({ hasText: look.paused }).waitFor();
    await panel.getByText(look.minutes).click();
    const minutes = panel.getByRole('region', { name: look.minutes });
    await minutes.getByRole('row').filter({ hasText: look.paused }).waitFor();
    await takePicture(page, `tam-panel-why-${colorMode}`);
    expect(await judgeAccess(page, 'TAM')).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('the TAM gives a clock more time, and what stood before stays in sight', async () => {
    const page = await sitDown(demo.browser, demo.host, people.tam.accountId);
    const complaints = complaintsOf(page);
    const panel = await openPanel(page, demo.host, incidentKey('resolution due soon'));
    await panel.getByRole('button', { name: 'Decide by hand…' }).click();
    const form = panel.getByRole('form', { name: 'Decide on a clock by hand' });
    await form.getByLabel('Hours').fill('2');
    await form.getByLabel('Reason').fill('Too short');
    await form.getByRole('button', { name: 'Decide' }).click();
    await form.getByText('Write at least 10 characters.').waitFor();
    await takePicture(page, 'tam-panel-act-form');
    await form.getByLabel('Reason').fill('The client agreed to this evening by phone.');
    await form.getByRole('button', { name: 'Decide' }).click();
    const list = panel.getByRole('region', { name: 'Decided by hand' });
    await list.getByText('Resolution: 2 h more than the goal').waitFor();
    await list.getByText(/The client agreed to this evening by phone/).waitFor();
    const resolution = panel.getByRole('listitem').filter({ hasText: '2 h granted by hand' });
    await resolution.getByText(/without that: Running, due /).waitFor();
    await takePicture(page, 'tam-panel-act');
    expect(await judgeAccess(page, 'TAM')).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a manager is not offered to decide', async () => {
    const page = await sitDown(demo.browser, demo.host, people.manager.accountId);
    const panel = await openPanel(page, demo.host, incidentKey('resolution due soon'));
    await panel.getByRole('button', { name: 'Why?' }).waitFor();
    expect(await panel.getByRole('button', { name: 'Decide by hand…' }).count()).toBe(0);
    await page.context().close();
  });

  it('the settings replay the last months under another contract', async () => {
    const page = await sitDown(demo.browser, demo.host, people.admin.accountId);
    const complaints = complaintsOf(page);
    await page.goto(`${demo.host.url}/admin/tam-settings`);
    const settings = appFrame(page, 'TAM');
    const form = settings.getByRole('form', { name: 'What if another contract held?' });
    await form.getByLabel('Client project').selectOption({ label: 'ACME · Web platform' });
    await form.getByLabel('Months back').fill('12');
    await form.getByLabel('Start from').selectOption({ index: 1 });
    const file = form.getByLabel('The other contract (policy file, JSON)');
    await file.fill(withoutPauses(await file.inputValue()));
    await form.getByRole('button', { name: 'Run' }).click();
    const flips = settings.getByRole('heading', { name: /^Verdicts that flip/ });
    await flips.waitFor();
    await settings.getByText('Instead: No pauses v9').waitFor();
    await settings
      .getByText(/paused: waiting for the client/)
      .first()
      .waitFor();
    await flips.scrollIntoViewIfNeeded();
    await takePicture(page, 'tam-settings-simulator');
    expect(await judgeAccess(page, 'TAM')).toEqual([]);
    expect(complaints).toEqual([]);
    const rows = await demo.host.forge.query(
      "SELECT COUNT(*) AS n FROM sla_cycle WHERE policy_version = '9'",
    );
    expect(Number(rows[0]?.n)).toBe(0);
    await page.context().close();
  });

  it('a frozen verdict stays as it was told when its answer is deleted, and can be compared', async () => {
    const [row] = await demo.host.forge.query(
      `SELECT issue_id FROM sla_cycle WHERE clock = 'response' AND state = 'met'
       AND stopped_how = 'publicComment' AND frozen_at IS NOT NULL ORDER BY issue_id LIMIT 1`,
    );
    const key = demo.host.jira.state.issues.get(String(row?.issue_id))?.key ?? 'no such incident';
    const asAdmin = demo.host.actAs(people.admin.accountId);
    const { body } = await asAdmin.get(`/rest/api/3/issue/${key}/comment`);
    for (const { id } of (body as { comments: { id: string }[] }).comments) {
      await asAdmin.delete(`/rest/api/3/issue/${key}/comment/${id}`);
    }
    await demo.host.settle();
    const page = await sitDown(demo.browser, demo.host, people.tam.accountId);
    const complaints = complaintsOf(page);
    const panel = await openPanel(page, demo.host, key);
    const response = panel.getByRole('listitem').filter({ hasText: 'Response' });
    await response.getByText(/Jira now says otherwise/).waitFor();
    await response.getByText('Met', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Compare with what Jira says now' }).click();
    const again = panel.getByRole('region', { name: 'Counted again' });
    await again.getByRole('list', { name: 'Time that is counted otherwise' }).first().waitFor();
    await again.getByRole('list').first().scrollIntoViewIfNeeded();
    await takePicture(page, 'tam-panel-frozen');
    expect(await judgeAccess(page, 'TAM')).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a second verdict stands beside the frozen one under a new version', async () => {
    const admin = await sitDown(demo.browser, demo.host, people.admin.accountId);
    await admin.goto(`${demo.host.url}/admin/tam-settings`);
    const settings = appFrame(admin, 'TAM');
    const flips = settings.getByRole('region', { name: /^Verdicts that flip/ });
    const met = flips.getByRole('row').filter({ hasText: 'Met' }).first();
    const key = (await met.getByRole('link').textContent()) ?? '';
    await settings.getByRole('button', { name: /^Edit Hosting contract/ }).click();
    const form = settings.getByRole('form', { name: 'Save contract' });
    const file = form.getByLabel('Policy file (JSON)');
    await file.fill(withoutPauses(await file.inputValue()));
    await form.getByLabel('Apply to clocks that are open now').check();
    await form.getByRole('button', { name: 'Save contract' }).click();
    await settings.getByText('2 versions').click();
    const versions = settings.getByRole('region', { name: 'Versions of No pauses' });
    await versions.getByText('went on under this one').waitFor();
    await versions.scrollIntoViewIfNeeded();
    await takePicture(admin, 'tam-settings-versions');
    expect(await judgeAccess(admin, 'TAM')).toEqual([]);
    await admin.context().close();

    const page = await sitDown(demo.browser, demo.host, people.tam.accountId);
    const complaints = complaintsOf(page);
    const panel = await openPanel(page, demo.host, key);
    await panel.getByRole('button', { name: 'Why?' }).click();
    await panel.getByRole('button', { name: 'Count again under the contract of now' }).click();
    const verdict = panel
      .getByRole('region', { name: 'Counted again' })
      .getByRole('row')
      .filter({ hasText: 'Verdict' });
    await verdict.getByText('Met', { exact: true }).waitFor();
    await verdict.getByText('Breached', { exact: true }).waitFor();
    await verdict.scrollIntoViewIfNeeded();
    await takePicture(page, 'tam-panel-recount');
    expect(await judgeAccess(page, 'TAM')).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
