import { people } from '../host/company/people';
import type { RestClient } from '../host/host';
import type { JiraResponse } from '../host/jira/jira';
import { sitDown, takePicture } from './support/browser';
import { closeDemo, type Demo, openDemo } from './support/demo';

jest.setTimeout(120_000);

type Transition = { id: string; to: { name: string } };

/** Moves an issue over REST to the status of this name, as a script would. */
async function move(rest: RestClient, issueKey: string, status: string): Promise<JiraResponse> {
  const path = `/rest/api/3/issue/${issueKey}/transitions`;
  const { transitions } = (await rest.get(path)).body as { transitions: Transition[] };
  const id = transitions.find(({ to }) => to.name === status)?.id;
  return rest.post(path, { transition: { id } });
}

describe('the blocking order', () => {
  let demo: Demo;
  const REFUSAL = /VIRT-1 can't start yet\. It waits for NET-1 \(Network, In Progress, .+\)/;

  beforeAll(async () => {
    demo = await openDemo();
    const tam = demo.host.actAs(people.tam.accountId);
    await tam.post('/rest/api/3/issueLink', {
      type: { name: 'Blocks' },
      inwardIssue: { key: 'NET-1' },
      outwardIssue: { key: 'VIRT-1' },
    });
    // One read is enough once the app has seen who stands before whom.
    await demo.host.settle();
  });
  afterAll(() => closeDemo(demo));

  const virtEngineer = () => demo.host.actAs(people.virtEngineer.accountId);
  const boardOf = (projectKey: string) => {
    const { boards, projects } = demo.host.jira.state;
    const project = [...projects.values()].find(({ key }) => key === projectKey);
    return [...boards.values()].find(({ projectId }) => projectId === project?.id)?.id;
  };

  it('D17: snaps the card back on the board and says for whom it waits', async () => {
    const page = await sitDown(demo.browser, demo.host, people.virtEngineer.accountId);
    await page.goto(`${demo.host.url}/board/${boardOf('VIRT')}`);
    const card = page.getByRole('listitem', { name: 'VIRT-1', exact: true });
    await card.dragTo(page.getByRole('region', { name: 'In Progress', exact: true }));
    await page.getByText(REFUSAL).waitFor();
    await page
      .getByRole('region', { name: 'To Do', exact: true })
      .getByRole('listitem', { name: 'VIRT-1', exact: true })
      .waitFor();
    await takePicture(page, 'blocking-order-board');
    await page.context().close();
  });

  it('D17: refuses in the issue view with the same words', async () => {
    const page = await sitDown(demo.browser, demo.host, people.virtEngineer.accountId, {
      colorMode: 'dark',
    });
    await page.goto(`${demo.host.url}/browse/VIRT-1`);
    await page.getByRole('button', { name: 'Status: To Do' }).click();
    await page.getByRole('menuitem', { name: /In Progress/ }).click();
    await page.getByRole('article').getByRole('alert').getByText(REFUSAL).waitFor();
    await takePicture(page, 'blocking-order-issue-dark');
    await page.context().close();
  });

  it('refuses over REST, naming department, status and assignee', async () => {
    const { status, body } = await move(virtEngineer(), 'VIRT-1', 'In Progress');
    expect(status).toBe(400);
    const [text = ''] = (body as { errorMessages: string[] }).errorMessages;
    expect(text).toMatch(REFUSAL);
    const net = await virtEngineer().get('/rest/api/3/issue/NET-1?fields=assignee');
    const { assignee } = (net.body as { fields: { assignee: { displayName: string } } }).fields;
    expect(text).toContain(assignee.displayName);
    expect([...text].length).toBeLessThanOrEqual(255);
  });

  it('refuses already in the demo company as it starts, between two epics of BETA', async () => {
    const { status, body } = await move(virtEngineer(), demo.beta.waiting, 'In Progress');
    expect(status).toBe(400);
    const [text = ''] = (body as { errorMessages: string[] }).errorMessages;
    expect(text).toContain(`${demo.beta.waiting} can't start yet. It waits for`);
    expect(text).toContain(`${demo.beta.blocker} (Network, In Progress, `);
  });

  it('lets the work start once the predecessor is done', async () => {
    const done = await move(demo.host.actAs(people.netLead.accountId), 'NET-1', 'Done');
    expect(done.status).toBe(204);
    await demo.host.settle();
    const page = await sitDown(demo.browser, demo.host, people.virtEngineer.accountId);
    await page.goto(`${demo.host.url}/board/${boardOf('VIRT')}`);
    const inProgress = page.getByRole('region', { name: 'In Progress', exact: true });
    const moved = page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && answer.url().includes('/transitions'),
    );
    await page.getByRole('listitem', { name: 'VIRT-1', exact: true }).dragTo(inProgress);
    expect((await moved).status()).toBe(204);
    await inProgress.getByRole('listitem', { name: 'VIRT-1', exact: true }).waitFor();
    const issue = await virtEngineer().get('/rest/api/3/issue/VIRT-1?fields=status');
    expect((issue.body as { fields: { status: { name: string } } }).fields.status.name).toBe(
      'In Progress',
    );
    await page.context().close();
  });

  it('costs one Jira read and no SQL when it allows, at most three of each when it refuses', () => {
    const judged = demo.host.invocations().filter((it) => it.functionKey === 'blocking-order-fn');
    const [allowed, refused] = [judged.slice(-1), judged.slice(0, -1)];
    expect(allowed.map((it) => [it.jiraCalls.length, it.sql.length])).toEqual([[1, 0]]);
    expect(refused.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...refused.map((it) => it.jiraCalls.length))).toBeLessThanOrEqual(3);
    // Whether a pass, a confirmation or the scope of a policy lets it through after all.
    expect(Math.max(...refused.map((it) => it.sql.length))).toBeLessThanOrEqual(3);
  });
});
