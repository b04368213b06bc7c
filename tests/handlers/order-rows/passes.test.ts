import type { IssuePassRequest } from '../../../src/contract/order-acts';
import type { PanelView } from '../../../src/contract/tam-panel';
import type { ProjectPasses } from '../../../src/contract/tam-workspace';
import { TO } from '../../builders/order-on-host';
import { OrderRows } from '../../builders/order-rows';
import { asker } from '../../host/company/ask';
import { people } from '../../host/company/people';
import { workflowId } from '../../host/company/workflows';
import { must } from '../../host/jira/state/state';

const { admin, tam, virtEngineer } = people;
const engineer = virtEngineer.accountId;
const HOUR = 3_600_000;

jest.setTimeout(120_000);

let order: OrderRows;

beforeAll(async () => {
  order = await OrderRows.open();
}, 180_000);
afterAll(async () => {
  expect(order.host.jira.unknownCalls).toEqual([]);
  await order.host.stop();
});

/** VIRT-n of the TAM's client project, which waits for NET-m. */
async function waitingEpic(): Promise<readonly [string, string]> {
  const pair = await order.pair();
  await order.adopt(pair[1]);
  return pair;
}

const REQUEST: IssuePassRequest = {
  ...{ gate: 'start', reason: 'The client cannot wait', until: { kind: 'hours', hours: 1 } },
};

const issue = (issueKey: string, changes: Partial<IssuePassRequest> = {}, as = tam.accountId) =>
  order.panel(issueKey, as)<PanelView>('issuePass', { ...REQUEST, ...changes });

const statesOf = async (issueKey: string) =>
  (await order.view(issueKey)).order?.passes.map(({ gate, state }) => `${gate} ${state}`);

/** A rule of another app on the start of the departments, which refuses everything; or none. */
function otherRule(rule: 'refuses' | 'gone'): void {
  const { transitions } = must(order.host.jira.state.workflows, workflowId.department);
  const start = transitions.find(({ id }) => id === TO.start);
  const [own] = start?.validators ?? [];
  if (start === undefined || own === undefined) throw new Error('no rule on the start');
  const key = 'ari:cloud:ecosystem::extension/other/env/static/fields-filled-in';
  const other = { ...own, id: 'other', parameters: { ...own.parameters, key } };
  start.validators = rule === 'refuses' ? [own, other] : [own];
}

describe('a pass', () => {
  it('D33: needs somebody who answers for the issue, and a reason of ten characters', async () => {
    const [, waiting] = await waitingEpic();
    await expect(issue(waiting, {}, engineer)).rejects.toThrow('TAM');
    await expect(issue(waiting, { reason: '   too few  ' })).rejects.toThrow();
    expect(await statesOf(waiting)).toEqual([]);
    expect(await order.move(waiting, TO.start, engineer)).toContain("can't start yet");
  });

  it('D33: lets one of two tabs through, shows who started by it, and is listed for the review', async () => {
    const [blocker, waiting] = await waitingEpic();
    await issue(waiting);
    const tabs = [1, 2].map(() => order.move(waiting, TO.start, engineer));
    const answers = await Promise.all(tabs);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(await order.place(waiting)).toBe(`running ${blocker}`);
    const view = await order.view(waiting);
    expect(view.start).toMatchObject({ state: 'running', flags: [{ kind: 'byPass' }] });
    expect(view.order?.passes).toMatchObject([{ state: 'used', issuedBy: 'Ivan Petrov' }]);
    const workspace = asker(order.host, 'tam-workspace', { as: tam.accountId });
    const { clientProjectId } = order;
    const { passes } = await workspace<ProjectPasses>('passes', { clientProjectId });
    expect(passes).toContainEqual(
      expect.objectContaining({ issueKey: waiting, state: 'used', reason: REQUEST.reason }),
    );
    expect(await order.record(await order.idOf(waiting))).toEqual(
      expect.arrayContaining([
        `order.issuePass by ${tam.accountId}`,
        expect.stringContaining('order.spendPass'),
      ]),
    );
  });

  it('D33: is issued once by two tabs, and the other is told', async () => {
    const [, waiting] = await waitingEpic();
    const both = await Promise.allSettled([issue(waiting), issue(waiting)]);
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(refused).toEqual([expect.stringMatching(/this very moment|no pass is needed/)]);
    expect(await statesOf(waiting)).toEqual(['start open']);
  });

  it('D33: can be taken back, and expires', async () => {
    const [, waiting] = await waitingEpic();
    const { order: issued } = await issue(waiting);
    await order.panel(waiting)('revokePass', { passId: issued?.passes[0]?.id });
    expect(await order.move(waiting, TO.start, engineer)).toContain("can't start yet");
    await issue(waiting);
    order.host.clock.moveBy(HOUR);
    expect(await order.move(waiting, TO.start, engineer)).toContain("can't start yet");
    expect(await statesOf(waiting)).toEqual(['start expired', 'start revoked']);
  });

  it('D33: is good again where another rule refused the move that it let through', async () => {
    const [blocker, waiting] = await waitingEpic();
    await issue(waiting);
    otherRule('refuses');
    expect(await order.move(waiting, TO.start, engineer)).not.toContain(blocker);
    otherRule('gone');
    expect(await order.move(waiting, TO.start, engineer)).toContain('let');
    expect(await statesOf(waiting)).toEqual(['start used']);
    await order.minute(1);
    expect(await statesOf(waiting)).toEqual(['start open']);
    expect(await order.place(waiting)).toBe(`ready ${blocker}`);
    const tabs = [1, 2].map(() => order.move(waiting, TO.start, engineer));
    expect((await Promise.all(tabs)).filter((answer) => answer === 'done')).toHaveLength(1);
    await order.minute(2);
    expect(await statesOf(waiting)).toEqual(['start used']);
    order.push(waiting, 'To Do');
    await order.minute(2);
    expect(await order.move(waiting, TO.start, engineer)).toContain(blocker);
  });

  it('D34: is worth nothing once another blocker has come, and still good when one has gone', async () => {
    const [first, waiting] = await waitingEpic();
    const second = order.create('NET');
    await order.link(second, waiting);
    await order.host.settle();
    await issue(waiting);
    order.push(first, 'Done');
    expect(await statesOf(waiting)).toEqual(['start open']);
    const third = order.create('NET');
    await order.link(third, waiting);
    await order.host.settle();
    expect(await statesOf(waiting)).toEqual(['start worthless']);
    const refused = await order.move(waiting, TO.start, engineer);
    expect(refused).toContain(third);
    order.push(third, 'Done');
    expect(await order.move(waiting, TO.start, engineer)).toBe('done');
  });

  it('D35: is what the TAM and the administrator need as well as everybody', async () => {
    const [blocker, waiting] = await waitingEpic();
    for (const { accountId } of [tam, admin]) {
      expect(await order.move(waiting, TO.start, accountId)).toContain(blocker);
    }
    await issue(waiting);
    expect(await order.move(waiting, TO.start, tam.accountId)).toBe('done');
  });

  it('D36: for the start says nothing of the end, which needs one of its own', async () => {
    await order.rule({ gates: { start: true, finish: true } });
    await order.attach('VIRT', TO.done, ['finish']);
    const [blocker, waiting] = await waitingEpic();
    await issue(waiting);
    expect(await order.move(waiting, TO.start, engineer)).toBe('done');
    expect(await order.move(waiting, TO.done, engineer)).toContain(blocker);
    await issue(waiting, { gate: 'finish' });
    expect(await order.move(waiting, TO.done, engineer)).toBe('done');
    expect(await statesOf(waiting)).toEqual(['finish used', 'start used']);
    await order.rule({ gates: { start: true, finish: false } });
  });
});
