import type { Issue } from '../../../src/core/issue';
import {
  DEFAULT_POLICY,
  DEFAULT_RULES,
  type OrderPolicy,
} from '../../../src/core/order/policy/order-policy';
import { DEFAULT_SITE } from '../../../src/core/order/policy/order-site';
import type { Policy } from '../../../src/core/sla/policy/policy';
import { instant } from '../../../src/core/time';
import type { UserEnv } from '../../../src/usecases/env';
import { judgeTransition } from '../../../src/usecases/order/rule/judge-transition';
import { NO_ISSUE_ORDER } from '../../../src/usecases/ports/order-ports';
import { anIssue, idOf, ordered, status } from '../../builders/issues';
import { OrderWorld } from '../../builders/order-world';
import { goldPolicy } from '../../builders/policy-text';

const WEEK = { mon: ['09:00-18:00'] };
const zoned = (key: string, timeZone: string) => ({ key, name: key, timeZone, week: WEEK });

/** VIRT-7 may not start before 22:00 in Moscow. */
function worldWith(policies: readonly Policy[]): { world: OrderWorld; env: UserEnv } {
  const world = new OrderWorld();
  world.issues = [anIssue('VIRT-7')];
  const notBefore = instant(Date.parse('2026-11-24T22:00:00+03:00'));
  world.order.issueOrders.set(idOf('VIRT-7'), { ...NO_ISSUE_ORDER, notBefore });
  const stored = policies.map((policy) => ({
    ...{ key: policy.key, name: policy.name, version: 1, text: JSON.stringify(policy) },
    ...{ effectiveFrom: instant(0), savedAt: instant(0), appliesToOpen: false },
  }));
  const { env } = world;
  const settings = {
    ...env.settings,
    listPolicyTexts: async () => stored,
    findPolicyText: async (key: string) => stored.find((one) => one.key === key) ?? null,
  };
  return { world, env: { ...env, settings } };
}

const saidBy = async (env: UserEnv) => {
  const verdict = await judgeTransition(env, {
    ...{ issueKey: 'VIRT-7', toStatusId: status('inProgress').id },
    ...{ mover: { kind: 'unknown' }, gates: ['start'] },
  });
  return verdict.allowed ? 'allowed' : verdict.text;
};

describe('the time in a refusal', () => {
  const [moscow, berlin] = [zoned('msk', 'Europe/Moscow'), zoned('ber', 'Europe/Berlin')];

  it("is in the zone of the department's calendar (D39)", async () => {
    const { world, env } = worldWith([goldPolicy({ key: 'gold', calendars: [moscow, berlin] })]);
    const calendars = { VIRT: { policyKey: 'gold', calendarKey: 'msk' } };
    world.order.site = { ...DEFAULT_SITE, calendars };
    expect(await saidBy(env)).toBe(
      "VIRT-7 can't start before Tue 24 Nov 22:00. Urgent? Ask for a pass in the TAM panel.",
    );
  });

  it('is in the zone that all calendars share', async () => {
    const { env } = worldWith([goldPolicy({ calendars: [berlin] })]);
    expect(await saidBy(env)).toBe(
      "VIRT-7 can't start before Tue 24 Nov 20:00. Urgent? Ask for a pass in the TAM panel.",
    );
  });

  it('is in UTC, and says so, where calendars differ or there are none', async () => {
    const differ = worldWith([goldPolicy({ calendars: [moscow, berlin] })]);
    for (const { env } of [differ, worldWith([])]) {
      expect(await saidBy(env)).toBe(
        "VIRT-7 can't start before Tue 24 Nov 19:00 UTC. Urgent? Ask for a pass in the TAM panel.",
      );
    }
  });
});

describe('a blocker that another link stands for', () => {
  const NET = anIssue('NET-12', { status: status('inProgress') });

  const saidOf = (issues: readonly Issue[], policy: Partial<OrderPolicy> = {}) => {
    const world = new OrderWorld();
    world.issues = issues;
    const policies = [{ ...DEFAULT_POLICY, ...policy }];
    world.order.site = { ...DEFAULT_SITE, rules: { ...DEFAULT_RULES, policies } };
    return saidBy(world.env);
  };
  const open = "VIRT-7 can't start yet. It waits for NET-12 (Network, In progress, not assigned, ";

  it('is said to hold the parent where the link is the parent’s (D13)', async () => {
    const parentId = idOf('VIRT-1');
    const issues = [NET, anIssue('VIRT-1'), anIssue('VIRT-7', { isSubtask: true, parentId })];
    const said = saidOf(ordered(issues, [['NET-12', 'VIRT-1']]), {
      inherit: { toSubtasks: true, fromEpic: false },
    });
    expect(await said).toContain(`${open}blocks the parent issue).`);
  });

  it('is said to be the original where its duplicate is linked (D10)', async () => {
    const duplicate = anIssue('NET-9', {
      status: status('done'),
      resolution: { id: '7', name: 'Duplicate' },
    });
    const [net, nine, virt] = ordered(
      [NET, duplicate, anIssue('VIRT-7')],
      [['NET-9', 'VIRT-7']],
    ) as [Issue, Issue, Issue];
    const link = { id: 'dup', typeId: '10002', typeName: 'Duplicate' };
    const said = saidOf([
      { ...net, links: [...net.links, { ...link, end: 'inward', other: stubOf(nine) }] },
      { ...nine, links: [...nine.links, { ...link, end: 'outward', other: stubOf(net) }] },
      virt,
    ]);
    expect(await said).toContain(`${open}the original of a duplicate).`);
  });

  it('is said to come by a copied link where the original has the same (D25)', async () => {
    const [net, seven, eight] = ordered(
      [NET, anIssue('VIRT-7'), anIssue('VIRT-8')],
      [
        ['NET-12', 'VIRT-7'],
        ['NET-12', 'VIRT-8'],
      ],
    ) as [Issue, Issue, Issue];
    const link = { id: 'clone', typeId: '10001', typeName: 'Cloners' };
    const said = saidOf([
      net,
      { ...seven, links: [...seven.links, { ...link, end: 'outward', other: stubOf(eight) }] },
      { ...eight, links: [...eight.links, { ...link, end: 'inward', other: stubOf(seven) }] },
    ]);
    expect(await said).toContain(`${open}by a copied link).`);
  });
});

const stubOf = ({ id, key, summary, status: its }: Issue) => ({ id, key, summary, status: its });
