import type { CoverageView } from '../../../src/contract/coverage';
import { OrderRows } from '../../builders/order-rows';
import { restrictIssue } from '../../builders/restrict-issue';
import { asker } from '../../host/company/ask';
import { people } from '../../host/company/people';

const { admin, outsider, tam } = people;

jest.setTimeout(120_000);

let order: OrderRows;

beforeAll(async () => {
  order = await OrderRows.open();
}, 180_000);
afterAll(async () => {
  expect(order.host.jira.unknownCalls).toEqual([]);
  await order.host.stop();
});

/** A fresh issue below another one; by default of the same department. */
function child(parentKey: string, type: 'Task' | 'Sub-task', projectKey = 'VIRT'): string {
  const fields = {
    ...{ project: { key: projectKey }, issuetype: { name: type }, summary: 'Part of it' },
    parent: { key: parentKey },
  };
  return order.host.jira.acts.importIssue({ fields, status: 'To Do' });
}

const setOrder = (panelOf: string, blockerId: string, successorId: string) =>
  order.host.invoke(
    'tam-panel',
    'setOrder',
    { blockerId, successorId },
    {
      ...{ as: tam.accountId, issueKey: panelOf },
    },
  );

describe('a circle', () => {
  it('D1: is refused in the app with its path; made in Jira it gates none of its members', async () => {
    const [a, b, c] = [order.create('NET'), order.create('VIRT'), order.create('DEV')];
    await order.adopt(a, b, c);
    await order.plan(a, b);
    await order.plan(b, c);
    await expect(setOrder(a, await order.idOf(c), await order.idOf(a))).resolves.toMatchObject({
      ok: false,
      problem: { code: 'conflict', text: expect.stringContaining(`${a} → ${b} → ${c} → ${a}`) },
    });
    await order.link(c, a);
    expect([await order.place(a), await order.place(b), await order.place(c)]).toEqual([
      ...['ready', 'ready', 'ready'],
    ]);
    expect((await order.view(b)).start?.cycle).toHaveLength(4);
    const heard = [a, b, c].flatMap((key) => order.heard(tam, key));
    expect(heard.filter((line) => line.includes('stands on a circle'))).toHaveLength(1);
    expect(await order.move(a, '11')).toBe('done');
    expect(await order.move(b, '11')).toBe('done');
    // Not to be silenced: it is there as long as the circle is.
    expect((await order.view(c)).start?.cycle).not.toBeNull();
    await order.unlink(a, c);
    expect(await order.place(c)).toBe(`waiting ${b}`);
  });

  it('D3: is two links in both directions; the same link twice is one', async () => {
    const [blocker, waiting] = await order.pair();
    await order.link(blocker, waiting);
    await order.host.settle();
    const text = await order.move(waiting, '11');
    expect(text.match(new RegExp(`${blocker}\\b`, 'g'))).toHaveLength(1);
    expect((await order.view(waiting)).start?.progress).toEqual({ done: 0, total: 1 });
    await order.link(waiting, blocker);
    expect([await order.place(blocker), await order.place(waiting)]).toEqual(['ready', 'ready']);
    expect(new Set((await order.view(waiting)).start?.cycle)).toEqual(new Set([blocker, waiting]));
    expect(await order.move(waiting, '11')).toBe('done');
  });
});

describe('a family', () => {
  it('D2: has no order within itself: refused in the app, and found in Jira it gates nothing', async () => {
    const epic = order.create('VIRT');
    const task = child(epic, 'Task');
    await order.adopt(epic, task);
    const [epicId, taskId] = [await order.idOf(epic), await order.idOf(task)];
    await expect(setOrder(epic, epicId, epicId)).resolves.toMatchObject({
      ...{ ok: false, problem: { code: 'invalid' } },
    });
    await expect(setOrder(epic, epicId, taskId)).resolves.toMatchObject({
      ...{ ok: false, problem: { code: 'invalid', text: expect.stringContaining('parent') } },
    });
    await order.link(epic, task);
    expect(await order.place(task)).toBe('ready');
    expect((await order.view(task)).start?.flags).toEqual([
      expect.objectContaining({ kind: 'familyLink' }),
    ]);
    expect(await order.move(task, '11')).toBe('done');
  });

  it('D13: gates a subtask by its own links alone, or by those of its parent as well', async () => {
    const [blocker, parent] = [order.create('NET'), task('VIRT')];
    await order.link(blocker, parent);
    const [free, bound] = [child(parent, 'Sub-task'), child(parent, 'Sub-task')];
    await order.host.settle();
    expect(await order.move(free, '11')).toBe('done');
    await order.rule({ inherit: { toSubtasks: true, fromEpic: false } });
    expect(await order.move(bound, '11')).toContain(blocker);
    expect(await order.place(bound)).toBe(`waiting ${blocker}`);
    await order.rule({ inherit: { toSubtasks: false, fromEpic: false } });
    expect(await order.move(bound, '11')).toBe('done');
  });

  it('D14: is done as a blocker when the epic itself is, or when all its children are', async () => {
    const [epic, waiting] = await order.pair();
    const part = child(epic, 'Task', 'NET');
    order.push(part, 'Done');
    await order.host.settle();
    expect(await order.move(waiting, '11')).toContain(epic);
    await order.rule({ epicDone: 'orAllChildren' });
    expect(await order.place(waiting)).toBe('ready');
    const other = child(epic, 'Task', 'NET');
    await order.host.settle();
    await order.minute();
    expect(await order.place(waiting)).toBe(`waiting ${epic}`);
    order.push(other, 'Done');
    await order.host.settle();
    await order.minute();
    expect(await order.place(waiting)).toBe('ready');
    expect(await order.move(waiting, '11')).toBe('done');
    await order.rule({ epicDone: 'itself' });
  });

  it('D15: lets the children of a waiting epic start, or not, where epics hand that down', async () => {
    const [blocker, epic] = await order.pair();
    const [free, bound] = [child(epic, 'Task'), child(epic, 'Task')];
    await order.host.settle();
    expect(await order.move(free, '11')).toBe('done');
    await order.rule({ inherit: { toSubtasks: false, fromEpic: true } });
    expect(await order.move(bound, '11')).toContain(blocker);
    await order.rule({ inherit: { toSubtasks: false, fromEpic: false } });
    expect(await order.move(bound, '11')).toBe('done');
  });
});

describe('a blocker that not everybody may see', () => {
  it('D4: holds; its department and when it is expected are all that is said of it', async () => {
    const [blocker, waiting] = await order.pair('BACKUP', 'UNIX');
    await order.rest.put(`/rest/api/3/issue/${blocker}`, {
      fields: { summary: 'Secret tapes', duedate: '2027-03-09' },
    });
    await order.host.settle();
    const text = await order.move(waiting, '11', outsider.accountId);
    expect(text).toContain('1 item in Backup');
    expect(text).not.toMatch(new RegExp(`${blocker}\\b|Secret`));
    const seen = JSON.stringify(await order.view(waiting, outsider.accountId));
    expect(seen).not.toMatch(new RegExp(`${blocker}\\b|Secret`));
    expect(seen).toContain('Backup');
    expect(text).toContain('(expected Tue 9 Mar)');
    expect(seen).toContain('"due":"2027-03-09"');
  });

  it('D4: is unknown where even the app cannot read it: warns, or holds where the policy says so', async () => {
    const [secret, waiting] = [order.create('NET'), order.create('UNIX')];
    restrictIssue(order.host.jira, secret, [tam.accountId, admin.accountId]);
    hideFromApp(secret);
    await order.link(secret, waiting);
    expect(await order.place(waiting)).toBe('ready');
    expect((await order.view(waiting)).start?.flags).toEqual([
      expect.objectContaining({ kind: 'unknownBlocker' }),
    ]);
    const settings = asker(order.host, 'tam-settings', { as: admin.accountId });
    expect((await settings<CoverageView>('coverage', { from: 0 })).unknown).toBe(1);
    await order.rule({ onUnknown: 'hold' });
    expect(await order.place(waiting)).toBe('waiting');
    expect(await order.move(waiting, '11')).not.toBe('done');
    await order.rule({ onUnknown: 'warn' });
    expect(await order.move(waiting, '11')).toBe('done');
  });
});

function task(projectKey: string): string {
  const fields = { project: { key: projectKey }, issuetype: { name: 'Task' }, summary: 'Work' };
  return order.host.jira.acts.importIssue({ fields, status: 'To Do' });
}

/** Takes the app out of those who may see it. */
function hideFromApp(issueKey: string): void {
  const { state } = order.host.jira;
  const issue = [...state.issues.values()].find(({ key }) => key === issueKey);
  const level = state.securityLevels.get(issue?.securityId ?? '');
  (level?.memberIds as Set<string> | undefined)?.delete(state.appUser.accountId);
  order.host.jira.reindex();
}
