import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { smallExport } from '../builders/small-export';
import { people } from '../host/company/people';
import { repoRoot } from '../host/repo-root';
import { appFrame, complaintsOf, sitDown, takePicture } from './support/browser';
import { closeDemo } from './support/demo';
import { type Imported, openImported } from './support/imported';
import { openPanel } from './support/panel';

jest.setTimeout(180_000);

const REAL = path.resolve(repoRoot(), '../shared/data/jira/asf-issues.json.gz');
const there = existsSync(REAL);

function boardOf({ host }: Imported, projectKey: string): string {
  const { boards, projects } = host.jira.state;
  const project = [...projects.values()].find(({ key }) => key === projectKey);
  const board = [...boards.values()].find(({ projectId }) => projectId === project?.id);
  return `${host.url}/board/${board?.id}`;
}

async function openReport(page: Page, { host, dashboardId }: Imported) {
  await page.goto(`${host.url}/dashboard/${dashboardId}`);
  const report = appFrame(page, 'SLA report');
  await report.getByRole('region', { name: 'Resolution' }).waitFor();
  return report;
}

describe('a small export', () => {
  let imported: Imported;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'import-'));
    const file = path.join(folder, 'export.json');
    writeFileSync(file, JSON.stringify(smallExport()));
    imported = await openImported(file);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await closeDemo(imported);
  });

  it('puts the clock just after its newest change and says so', () => {
    expect(imported.lines).toContain(
      'The clock stands at 2026-03-16T12:01:00.000Z, just after the newest change; --at sets another time.',
    );
    expect(imported.lines).toContain('  3 of 3 issues judged');
  });

  it('has a board, a panel with clocks and a report that fit its histories', async () => {
    const page = await sitDown(imported.browser, imported.host, people.admin.accountId);
    const complaints = complaintsOf(page);
    await page.goto(boardOf(imported, 'SUP'));
    const running = page.getByRole('region', { name: 'In Progress', exact: true });
    await running.getByRole('listitem', { name: 'SUP-3', exact: true }).waitFor();

    const panel = await openPanel(page, imported.host, 'SUP-2');
    const clocks = panel.getByRole('listitem');
    await clocks.filter({ hasText: 'Response' }).getByText('Breached').waitFor();
    await clocks.filter({ hasText: 'Resolution' }).getByText('Breached').waitFor();

    const report = await openReport(page, imported);
    await report.getByRole('region', { name: 'Response' }).getByText('2 met of 3').waitFor();
    await report.getByRole('region', { name: 'Resolution' }).getByText('1 met of 2').waitFor();
    const breaches = report.getByRole('region', { name: 'Breaches (2)' });
    expect(await breaches.getByRole('rowheader').allTextContents()).toEqual([
      expect.stringContaining('SUP-2'),
      expect.stringContaining('SUP-2'),
    ]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

(there ? describe : describe.skip)('3,537 real issues (needs ../shared/data/jira)', () => {
  let imported: Imported;
  beforeAll(async () => {
    imported = await openImported(REAL);
  });
  afterAll(() => closeDemo(imported));

  it('come with all their projects and are judged to the last one', () => {
    expect(imported.host.jira.state.projects.size).toBe(39);
    expect(imported.lines).toContain('  3537 of 3537 issues judged');
  });

  it('stand as cards on the board of their project', async () => {
    const page = await sitDown(imported.browser, imported.host, people.admin.accountId);
    const complaints = complaintsOf(page);
    await page.goto(boardOf(imported, 'DRILL'));
    await page.getByRole('listitem', { name: 'DRILL-1874', exact: true }).waitFor();
    const cards = await page.getByRole('listitem', { name: /^DRILL-\d+$/ }).count();
    expect(cards).toBeGreaterThan(10);
    await takePicture(page, 'import-board');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('show their clocks in the panel', async () => {
    const page = await sitDown(imported.browser, imported.host, people.admin.accountId);
    const complaints = complaintsOf(page);
    const panel = await openPanel(page, imported.host, imported.newestIssueKey);
    await panel.getByRole('listitem').filter({ hasText: 'Response' }).first().waitFor();
    await panel.getByRole('listitem').filter({ hasText: 'Resolution' }).first().waitFor();
    await takePicture(page, 'import-panel');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('give percentages and breaches in the report', async () => {
    const page = await sitDown(imported.browser, imported.host, people.admin.accountId);
    const complaints = complaintsOf(page);
    const report = await openReport(page, imported);
    for (const name of ['Response', 'Resolution']) {
      const figure = report.getByRole('region', { name });
      await figure.getByText(/met of \d+/).waitFor();
      expect(await figure.textContent()).toMatch(/\d+(\.\d)?\s?%/);
    }
    expect(await report.getByRole('table').getByRole('rowheader').count()).toBeGreaterThan(0);
    await takePicture(page, 'import-report');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
