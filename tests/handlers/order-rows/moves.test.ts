import type { CoverageView } from '../../../src/contract/coverage';
import type { ClientProjectView } from '../../../src/contract/tam-workspace';
import { OrderRows } from '../../builders/order-rows';
import { asker } from '../../host/company/ask';
import { people } from '../../host/company/people';
import { workflowId } from '../../host/company/workflows';
import { AUTOMATION_ACCOUNT_ID } from '../../host/jira/state/defaults';
import { must } from '../../host/jira/state/state';
import { newTransition } from '../../host/jira/state/workflows';

const { admin, tam, virtEngineer } = people;

jest.setTimeout(120_000);

let order: OrderRows;

beforeAll(async () => {
  order = await OrderRows.open();
}, 180_000);
afterEach(() => {
  order.host.forge.assumptions.tellMover = false;
});
afterAll(async () => {
  expect(order.host.jira.unknownCalls).toEqual([]);
  await order.host.stop();
});

/** "Start hotfix guarded noRule", by department. */
async function coverage(projectKey: string): Promise<readonly string[]> {
  const settings = asker(order.host, 'tam-settings', { as: admin.accountId });
  const { departments } = await settings<CoverageView>('coverage', { from: 0 });
  const found = departments.find((each) => each.projectKey === projectKey);
  return (found?.workflows ?? []).flatMap(({ transitions }) =>
    transitions.map(({ name, state, gaps }) => [name, state, ...gaps].join(' ')),
  );
}

/** The same transition by any workflow: its id by where it leads. */
async function startOf(issueKey: string): Promise<string> {
  const { transitions } = (await order.get(`issue/${issueKey}/transitions`)) as {
    transitions: { id: string; to: { name: string } }[];
  };
  return transitions.find(({ to }) => to.name === 'In Progress')?.id ?? '';
}

describe('who is stopped', () => {
  it('D17: whoever missed the message finds in the panel for whom the issue waits', async () => {
    const [blocker, waiting] = await order.pair();
    const text = await order.move(waiting, '11', virtEngineer.accountId);
    expect(text).toContain(`${waiting} can't start yet. It waits for ${blocker}`);
    expect(await order.statusOf(waiting)).toBe('To Do');
    const { start } = await order.view(waiting, virtEngineer.accountId);
    expect(start).toMatchObject({ state: 'waiting', waitsFor: [{ key: blocker }] });
  });

  it('D18: automation is, but for accounts on the list; of these the guard says nothing either', async () => {
    const [, waiting] = await order.pair();
    await order.assign(waiting, virtEngineer);
    expect(await order.move(waiting, '11', AUTOMATION_ACCOUNT_ID)).toContain("can't start yet");
    await order.rule({}, { freeAccountIds: [AUTOMATION_ACCOUNT_ID] });
    order.host.forge.assumptions.tellMover = true;
    expect(await order.move(waiting, '11', virtEngineer.accountId)).toContain("can't start yet");
    expect(await order.move(waiting, '11', AUTOMATION_ACCOUNT_ID)).toBe('done');
    await order.host.settle();
    expect(order.heard(virtEngineer, waiting)).toEqual([]);
    await order.rule({}, { freeAccountIds: [] });
  });

  it('D19: a development trigger is not, so the guard moves back what it started, with a comment', async () => {
    await order.under({ guard: 'moveBack' }, async () => {
      const [blocker, waiting] = await order.pair();
      expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
      order.push(waiting, 'In Progress');
      await order.host.settle();
      expect(await order.statusOf(waiting)).toBe('To Do');
      await order.minute();
      expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
      const { comments } = (await order.get(`issue/${waiting}/comment`)) as { comments: unknown[] };
      expect(JSON.stringify(comments).includes('moved this back')).toBe(true);
      expect(JSON.stringify(comments).includes(`waits for ${blocker}`)).toBe(true);
    });
  });
});

describe('where the rule stands', () => {
  it('D20: can stand in a team-managed department; until then that is guarded, and shown so', async () => {
    expect(await coverage('DESIGN')).toEqual(['Start work guarded noRule']);
    const [blocker, waiting] = await order.pair('NET', 'DESIGN');
    const start = await startOf(waiting);
    expect(await order.move(waiting, start)).toBe('done');
    expect(await order.place(waiting)).toBe(`suspect ${blocker}`);
    await order.attach('DESIGN', start, ['start']);
    expect(await coverage('DESIGN')).toEqual(['Start work enforced']);
    const [other, next] = await order.pair('NET', 'DESIGN');
    expect(await order.move(next, start)).toContain(other);
  });

  it('D21: each transition without the rule is named, and what goes through it is told to the TAM', async () => {
    expect(await coverage('DEV')).toEqual(['Start work enforced', 'Start hotfix guarded noRule']);
    const [blocker, waiting] = await order.pair('NET', 'DEV');
    await order.adopt(waiting);
    expect(await order.move(waiting, '11')).toContain(blocker);
    expect(await order.move(waiting, '12')).toBe('done');
    expect(await order.place(waiting)).toBe(`suspect ${blocker}`);
    expect(order.heard(tam, waiting)).toEqual([
      expect.stringContaining(`${waiting} runs out of order`),
    ]);
    const workspace = asker(order.host, 'tam-workspace', { as: tam.accountId });
    const { clientProjectId } = order;
    const { unruled } = await workspace<ClientProjectView>('open', { clientProjectId });
    expect(unruled).toEqual([
      {
        ...{ department: 'Software development', transitions: ['Start hotfix'] },
        seenAt: expect.any(String),
      },
    ]);
  });

  it('D22: a start from any status is gated from To Do, and not from In Progress', async () => {
    const { workflows } = order.host.jira.state;
    const workflow = must(workflows, workflowId.incident);
    const [to = ''] = workflow.transitions.filter(({ id }) => id === '11').map((one) => one.to);
    workflow.transitions.push(newTransition({ id: '91', name: 'Work on it', from: [], to }));
    await order.attach('DUTY', '91', ['start']);
    const [blocker, waiting] = await order.pair('NET', 'DUTY');
    expect(await order.move(waiting, '91')).toContain(blocker);
    order.push(waiting, 'Waiting for client');
    await order.host.settle();
    expect(await order.move(waiting, '91')).toBe('done');
  });

  it('D23: goes by the categories that a department has set right', async () => {
    const [blocker, waiting] = await order.pair();
    const { fields } = (await order.get(`issue/${order.create('VIRT', 'In Progress')}`)) as {
      fields: { status: { id: string } };
    };
    await order.rule({}, { statusMaps: { VIRT: { [fields.status.id]: 'todo' } } });
    expect(await order.move(waiting, '11')).toBe('done');
    expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
    await order.rule({}, { statusMaps: {} });
    expect(await order.place(waiting)).toBe(`suspect ${blocker}`);
  });
});

describe('issues that come from elsewhere', () => {
  it('D24: born, moved in or cloned while in progress, are flagged once links appear', async () => {
    const blocker = order.create('NET');
    const moved = order.host.jira.acts.moveIssue({
      ...{ issueKey: order.create('VIRT', 'In Progress'), projectKey: 'DEV' },
    });
    const clone = order.host.jira.acts.cloneIssue({ issueKey: moved, links: 'left' });
    order.push(clone, 'In Progress');
    for (const running of [order.create('VIRT', 'In Progress'), moved, clone]) {
      expect(await order.place(running)).toBe('nowhere');
      await order.link(blocker, running);
      expect(await order.place(running)).toBe(`suspect ${blocker}`);
      expect(await order.statusOf(running)).toBe('In Progress');
    }
  });

  it('D25: brings its links along as a copy: they hold, until the TAM keeps or removes them', async () => {
    const [blocker, waiting] = await order.pair();
    const [kept, cleared] = [1, 2].map(() =>
      order.host.jira.acts.cloneIssue({ issueKey: waiting, links: 'copied' }),
    ) as [string, string];
    await order.adopt(kept, cleared);
    const blockerId = await order.idOf(blocker);
    for (const copy of [kept, cleared]) {
      expect(await order.place(copy)).toBe(`waiting ${blocker}`);
      expect((await order.view(copy)).start?.flags).toContainEqual(
        expect.objectContaining({ kind: 'suspectLink', blockerId, copiedFrom: waiting }),
      );
      expect(await order.move(copy, '11')).toContain(blocker);
    }
    await order.decide(kept, { kind: 'keepCopied', blockerId });
    expect((await order.view(kept)).start?.flags).toEqual([]);
    expect(await order.place(kept)).toBe(`waiting ${blocker}`);
    await order.decide(cleared, { kind: 'removeCopied', blockerId });
    expect(await order.move(cleared, '11')).toBe('done');
  });

  it('D26: keeps its order and its client project in another department, under both its keys', async () => {
    const [blocker, waiting] = await order.pair();
    await order.adopt(blocker, waiting);
    const moved = order.host.jira.acts.moveIssue({ issueKey: blocker, projectKey: 'DEV' });
    expect(await order.place(waiting)).toBe(`waiting ${moved}`);
    expect(await order.move(waiting, '11')).toContain(`${moved} (Software development`);
    expect(await order.idOf(blocker)).toBe(await order.idOf(moved));
    const { project, start } = await order.view(waiting);
    expect(start?.waitsFor).toMatchObject([{ key: moved, department: 'Software development' }]);
    const epics = project?.departments.find(({ projectKey }) => projectKey === 'DEV')?.epics ?? [];
    expect(epics.map(({ key }) => key)).toContain(moved);
  });
});
