import type { Page } from 'playwright-core';
import { people } from '../host/company/people';
import { complaintsOf, sitDown, takePicture } from './support/browser';
import { closeDemo, type Demo, openDemo } from './support/demo';

jest.setTimeout(120_000);

const { virtEngineer } = people;

describe('a bulk transition', () => {
  let demo: Demo;
  /** Their keys come later: the one that waits is judged before those that are free. */
  let free: readonly [string, string];
  /** The last invocation of the set-up, which started epics too. */
  let before: number | undefined;
  beforeAll(async () => {
    demo = await openDemo();
    free = [epic('Spare host'), epic('Memory upgrade')];
    await demo.host.settle();
    before = demo.host.invocations().at(-1)?.id;
  });
  afterAll(() => closeDemo(demo));

  function epic(summary: string): string {
    const fields = { project: { key: 'VIRT' }, issuetype: { name: 'Epic' }, summary };
    return demo.host.jira.acts.importIssue({ fields, status: 'To Do' });
  }

  async function read(issueKey: string): Promise<{ id: string; status: string }> {
    const rest = demo.host.actAs(virtEngineer.accountId);
    const { body } = await rest.get(`/rest/api/3/issue/${issueKey}?fields=status`);
    const { id, fields } = body as { id: string; fields: { status: { name: string } } };
    return { id, status: fields.status.name };
  }

  /** Ticks these in a list of just them, and asks to move them. */
  async function tick(page: Page, keys: readonly string[]): Promise<void> {
    const jql = `key in (${keys.join(', ')}) ORDER BY key ASC`;
    await page.goto(`${demo.host.url}/issues?jql=${encodeURIComponent(jql)}`);
    for (const key of keys) {
      await page.getByRole('checkbox', { name: `Select ${key}`, exact: true }).check();
    }
    await page.getByText(`${keys.length} selected`).waitFor();
    await page.getByRole('button', { name: 'Transition work items' }).click();
  }

  async function chooseInProgress(page: Page): Promise<void> {
    const panel = page.getByRole('region', { name: 'Bulk transition' });
    const choice = panel.getByRole('combobox', { name: /^Transition of / });
    const start = choice.getByRole('option', { name: /→ In Progress$/ }).first();
    await choice.selectOption(await start.getAttribute('value'));
    await panel.getByRole('button', { name: 'Confirm' }).click();
  }

  it('D16: moves what may start, and lists what waits with the words of the refusal', async () => {
    const { waiting, blocker } = demo.beta;
    const page = await sitDown(demo.browser, demo.host, virtEngineer.accountId);
    const complaints = complaintsOf(page);
    await tick(page, [waiting, ...free]);
    await chooseInProgress(page);
    const panel = page.getByRole('region', { name: 'Bulk transition' });
    await panel.getByText('2 of 3 work items moved.').waitFor();
    const results = panel.getByRole('list', { name: 'Results' });
    const fateOf = (key: string) =>
      results
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: key, exact: true }) });
    const refusal = `${waiting} can't start yet. It waits for ${blocker} (Network, In Progress, `;
    await fateOf(waiting).getByText('not moved', { exact: true }).waitFor();
    await fateOf(waiting).getByText(refusal).waitFor();
    for (const key of free) await fateOf(key).getByText('moved', { exact: true }).waitFor();
    const list = page.getByRole('table', { name: 'Found issues' });
    await list.getByText('In Progress', { exact: true }).nth(1).waitFor();
    await takePicture(page, 'order-bulk');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('D16: asks the rule once for each issue, and moves only those that are free', async () => {
    await demo.host.settle();
    const rules = demo.host.invocations(before).filter(({ trigger }) => trigger === 'validator');
    expect(rules.map(({ functionKey }) => functionKey)).toEqual(Array(3).fill('blocking-order-fn'));
    const [first, ...others] = await Promise.all([demo.beta.waiting, ...free].map(read));
    const tasks = [...demo.host.jira.state.bulkTasks.values()];
    expect(
      tasks.map(({ total, processed, failed }) => [total, processed, [...failed.keys()]]),
    ).toEqual([[3, others.map(({ id }) => id), [first?.id]]]);
    expect(first?.status).toBe('To Do');
    expect(others.map(({ status }) => status)).toEqual(['In Progress', 'In Progress']);
    expect(demo.host.jira.unknownCalls).toEqual([]);
  });
});
