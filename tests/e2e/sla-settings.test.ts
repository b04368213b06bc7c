import type { FrameLocator, Page } from 'playwright-core';
import { people } from '../host/company/people';
import { createClientProject } from '../host/company/set-up-app';
import { appFrame, complaintsOf, type Look, sitDown, takePicture } from './support/browser';
import { closeDemo, type Demo, openDemo } from './support/demo';
import { judgeAccess } from './support/judge-access';

jest.setTimeout(120_000);

const CALENDAR_FILE = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'SUMMARY:Company day'],
  ...['DTSTART;VALUE=DATE:20261209', 'END:VEVENT', 'BEGIN:VEVENT', 'SUMMARY:Never'],
  ...['DTSTART;VALUE=DATE:20261340', 'END:VEVENT', 'END:VCALENDAR'],
].join('\r\n');

/** A name as long as contracts have them. */
const LONG =
  'Managed hosting and round-the-clock operations of critical infrastructure, 2026 to 2028';

describe('SLA settings', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await openDemo();
    const { tam, manager } = people;
    const project = {
      ...{ key: 'ACME', name: 'Web platform', client: 'ACME' },
      incidentsJql: 'Client = "ACME" AND issuetype = Incident',
    };
    await createClientProject(demo.host, project, tam.accountId, manager.accountId);
  });
  afterAll(() => closeDemo(demo));

  async function openSettings(look: Look = {}) {
    const page = await sitDown(demo.browser, demo.host, people.admin.accountId, look);
    const complaints = complaintsOf(page);
    await page.goto(`${demo.host.url}/admin/tam-settings`);
    return { page, complaints, settings: appFrame(page, 'TAM') };
  }

  async function leave(page: Page, complaints: readonly string[]) {
    expect(await judgeAccess(page, 'TAM')).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }

  it('a contract takes the holidays of a state, and the editor takes them back', async () => {
    const { page, complaints, settings } = await openSettings();
    await settings.getByRole('button', { name: /^Edit Hosting contract/ }).click();
    const file = settings.getByLabel('Policy file (JSON)');
    const before = await file.inputValue();
    await settings.getByRole('button', { name: 'Add holidays…' }).click();
    const helper = settings.getByRole('region', { name: 'Add holidays' });
    await helper.getByLabel('Country').selectOption({ label: 'Germany' });
    await helper.getByLabel('State').selectOption({ label: 'Bayern' });
    await helper.getByRole('button', { name: 'Show days' }).click();
    const days = helper.getByRole('region', { name: /^Days found/ });
    const epiphany = days.getByRole('row').filter({ hasText: '6 Jan 2027' });
    await epiphany.getByText('Wednesday').waitFor();
    await helper.getByLabel('Put them into').selectOption({ label: 'a new shared set' });
    const put = helper.getByRole('button', { name: /^Add \d+ days$/ });
    await helper.getByLabel('Take them from').scrollIntoViewIfNeeded();
    await takePicture(page, 'tam-settings-holidays');
    await put.click();
    await epiphany.getByText('there already').waitFor();
    const after = JSON.parse(await file.inputValue());
    expect(after.holidaySets['de-by']).toContainEqual({ date: '2027-01-06', name: 'Epiphany' });
    expect(after.calendars.map((it: { holidaySets?: string[] }) => it.holidaySets)).toEqual([
      ...[undefined, ['de-by']],
    ]);
    // The days and the name of their set were typed at once, and go at once.
    await file.press('Control+z');
    expect(await file.inputValue()).toBe(before);
    await epiphany.getByText('new', { exact: true }).waitFor();
    await leave(page, complaints);
  });

  it('a calendar file names the line that cannot be read, and its days are shown as hours', async () => {
    const { page, complaints, settings } = await openSettings();
    await settings.getByRole('button', { name: /^Edit Hosting contract/ }).click();
    await settings.getByRole('button', { name: 'Add holidays…' }).click();
    const helper = settings.getByRole('region', { name: 'Add holidays' });
    await helper.getByLabel('Take them from').selectOption({ label: 'A calendar file (.ics)' });
    await helper.getByLabel('File', { exact: true }).setInputFiles({
      ...{ name: 'days.ics', mimeType: 'text/calendar', buffer: Buffer.from(CALENDAR_FILE) },
    });
    await helper.getByRole('button', { name: 'Show days' }).click();
    await helper.getByText('Line 9: no date like 20261231').waitFor();
    await helper.getByLabel('Put them into').selectOption({ index: 1 });
    await helper.getByRole('button', { name: 'Add 1 day' }).click();
    await takePicture(page, 'tam-settings-calendar-file');
    await helper.getByRole('button', { name: 'Close' }).click();
    await settings.getByRole('button', { name: 'Save contract' }).click();
    await settings.getByText('2 versions').waitFor();
    await settings
      .getByText(/^\d calendars?$/)
      .first()
      .click();
    const closed = settings.getByRole('listitem').filter({ hasText: 'Company day' });
    await closed.first().waitFor();
    await settings.getByText('Next holidays:').first().scrollIntoViewIfNeeded();
    await takePicture(page, 'tam-settings-calendars');
    await leave(page, complaints);
  });

  async function simulate(settings: FrameLocator, changes: object) {
    const form = settings.getByRole('form', { name: 'What if another contract held?' });
    await form.getByLabel('Client project').selectOption({ label: 'ACME · Web platform' });
    await form.getByLabel('Months back').fill('12');
    await form.getByLabel('Start from').selectOption({ index: 1 });
    const file = form.getByLabel('The other contract (policy file, JSON)');
    const policy = JSON.parse(await file.inputValue());
    await file.fill(JSON.stringify({ ...policy, version: 1, ...changes }, null, 2));
    await form.getByRole('button', { name: 'Run' }).click();
  }

  it('runs of the simulator are listed, opened again and deleted', async () => {
    const { page, complaints, settings } = await openSettings();
    const runs = settings.getByRole('region', { name: 'Last runs' });
    const run = (name: string) => runs.getByRole('row').filter({ hasText: name });
    await simulate(settings, { name: 'Same rules' });
    await run('Same rules').getByText('Done').waitFor();
    await settings.getByText('No verdict flips').waitFor();
    await simulate(settings, { name: LONG, select: 'priority = P2' });
    await run(LONG).getByText('Done').waitFor();
    await settings.getByText(/only the present contract selects \(JQL\)/).waitFor();
    await settings.getByText('not its incident').first().waitFor();
    await run(LONG).scrollIntoViewIfNeeded();
    await takePicture(page, 'tam-settings-runs');
    await run('Same rules')
      .getByRole('button', { name: /^ACME, last 12 months/ })
      .click();
    await settings.getByText('No verdict flips').waitFor();
    await run('Same rules')
      .getByRole('button', { name: /^Delete/ })
      .click();
    await run('Same rules').waitFor({ state: 'detached' });
    await settings.getByText('not its incident').first().waitFor();
    await leave(page, complaints);
  });

  it.each([
    ['light', 'en-US', 'Last runs'],
    ['dark', 'ru-RU', 'Последние расчёты'],
  ] as const)('runs read well in %s and %s', async (colorMode, locale, title) => {
    const { page, complaints, settings } = await openSettings({ colorMode, locale });
    const runs = settings.getByRole('region', { name: title });
    await runs.getByText(LONG).waitFor();
    await runs.scrollIntoViewIfNeeded();
    await takePicture(page, `tam-settings-runs-${colorMode}`);
    await leave(page, complaints);
  });
});
