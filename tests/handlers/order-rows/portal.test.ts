import type { CoverageView, RulePlan } from '../../../src/contract/coverage';
import { OrderOnHost, TO } from '../../builders/order-on-host';
import { asker } from '../../host/company/ask';
import { people } from '../../host/company/people';
import { workflowId } from '../../host/company/workflows';
import { must } from '../../host/jira/state/state';

jest.setTimeout(120_000);

const { admin } = people;
const IN_PORTAL = 'servicedesk.customer.transition.active';

let order: OrderOnHost;
beforeAll(async () => {
  order = await OrderOnHost.open();
  const { transitions } = must(order.host.jira.state.workflows, workflowId.incident);
  const start = transitions.find(({ id }) => id === TO.start);
  if (start !== undefined) start.properties[IN_PORTAL] = 'true';
}, 180_000);
afterAll(async () => {
  expect(order.host.jira.unknownCalls).toEqual([]);
  await order.host.stop();
});

const ask = <T>(functionKey: string, payload: object): Promise<T> =>
  asker(order.host, 'tam-settings', { as: admin.accountId })<T>(functionKey, payload);

/** What coverage says of the start in Support. */
async function startOfSupport() {
  const { departments } = await ask<CoverageView>('coverage', { from: 0 });
  const support = departments.find(({ projectKey }) => projectKey === 'SUP');
  return support?.workflows[0]?.transitions.find(({ id }) => id === TO.start);
}

const inPortal = (issueKey: string) =>
  order.host.jira.acts.portalTransition({
    ...{ issueKey, transitionId: TO.start, as: admin.accountId },
  });

describe('D50: a transition that a portal offers to customers', () => {
  it('is shown as such where the rule stands: customers are refused without a word', async () => {
    expect(await startOfSupport()).toMatchObject({ state: 'enforced', gaps: ['portal'] });
    const [, waiting] = await order.pair('NET', 'SUP');
    await expect(inPortal(waiting)).rejects.toThrow('Your request could not be updated.');
    expect(await order.statusOf(waiting)).toBe('To Do');
  });

  it('is left to the guard without the rule, which flags within one event', async () => {
    const detach = { workflowId: workflowId.incident, transitionIds: [TO.start] };
    await ask('detachRule', detach);
    expect(await startOfSupport()).toMatchObject({
      ...{ state: 'guarded', gaps: ['noRule', 'portal'], isMissing: true },
    });
    const [blocker, waiting] = await order.pair('NET', 'SUP');
    await inPortal(waiting);
    expect(await order.place(waiting)).toBe(`suspect ${blocker}`);
  });

  it('takes the rule all the same where an administrator chooses that', async () => {
    const [plan] = await ask<RulePlan[]>('planRules', { workflowIds: [workflowId.incident] });
    await ask('attachRule', {
      ...{ workflowId: workflowId.incident, confirmation: plan?.confirmation },
      transitions: [{ id: TO.start, gates: ['start'] }],
    });
    const [, waiting] = await order.pair('NET', 'SUP');
    await expect(inPortal(waiting)).rejects.toThrow('Your request could not be updated.');
  });
});
