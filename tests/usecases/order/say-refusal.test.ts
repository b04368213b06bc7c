import { DEFAULT_SITE } from '../../../src/core/order/order-site';
import type { Policy } from '../../../src/core/sla/policy';
import { instant } from '../../../src/core/time';
import type { UserEnv } from '../../../src/usecases/env';
import { judgeTransition } from '../../../src/usecases/order/judge-transition';
import { NO_ISSUE_ORDER } from '../../../src/usecases/ports/order-ports';
import { anIssue, idOf, status } from '../../builders/issues';
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
    expect(await saidBy(env)).toBe("VIRT-7 can't start before Tue 24 Nov 22:00.");
  });

  it('is in the zone that all calendars share', async () => {
    const { env } = worldWith([goldPolicy({ calendars: [berlin] })]);
    expect(await saidBy(env)).toBe("VIRT-7 can't start before Tue 24 Nov 20:00.");
  });

  it('is in UTC, and says so, where calendars differ or there are none', async () => {
    const differ = worldWith([goldPolicy({ calendars: [moscow, berlin] })]);
    for (const { env } of [differ, worldWith([])]) {
      expect(await saidBy(env)).toBe("VIRT-7 can't start before Tue 24 Nov 19:00 UTC.");
    }
  });
});
