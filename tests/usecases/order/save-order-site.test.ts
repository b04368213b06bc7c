import { DEFAULT_POLICY } from '../../../src/core/order/policy/order-policy';
import { DEFAULT_SITE, type OrderSite } from '../../../src/core/order/policy/order-site';
import type { UserEnv } from '../../../src/usecases/env';
import { loadOrderSettings } from '../../../src/usecases/order/settings/load-order-settings';
import { saveOrderSite } from '../../../src/usecases/order/settings/save-order-site';
import { NOW, OrderWorld } from '../../builders/order-world';
import { goldPolicy } from '../../builders/policy-text';

const TYPES = [{ id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }];

function envOf(world: OrderWorld): UserEnv {
  const { env } = world;
  return {
    ...env,
    settings: {
      ...env.settings,
      listPolicyTexts: async () => [
        {
          ...{ key: 'gold', name: 'Gold', version: 1, text: JSON.stringify(goldPolicy()) },
          ...{ effectiveFrom: NOW, savedAt: NOW, appliesToOpen: false },
        },
      ],
    },
    asUser: {
      ...env.asUser,
      listLinkTypes: async () => TYPES,
      listResolutions: async () => [{ id: '10001', name: "Won't Do" }],
    },
  };
}

/** The default with one policy that is changed. */
function siteWith(policy: object, changes: Partial<OrderSite> = {}): OrderSite {
  const policies = [{ ...DEFAULT_POLICY, ...policy }];
  return { ...DEFAULT_SITE, rules: { ...DEFAULT_SITE.rules, policies }, ...changes };
}

async function problemOf(world: OrderWorld, site: unknown): Promise<string[]> {
  const answer = await saveOrderSite(envOf(world), site, []);
  if (answer.ok) throw new Error('was saved');
  return answer.problem.text.split('\n');
}

describe('saveOrderSite', () => {
  it('saves the next version, puts it on record, and has everything looked at anew', async () => {
    const world = new OrderWorld();
    const answer = await saveOrderSite(envOf(world), siteWith({ strict: true }), []);
    expect(answer).toMatchObject({ ok: true, value: { version: 1 } });
    expect(world.order.site).toMatchObject({ version: 1, rules: { policies: [{ strict: true }] } });
    expect(world.audited).toMatchObject([
      { act: 'saveOrderSite', actorAccountId: 'tam', detail: { version: 1, switchedOn: '' } },
    ]);
    expect(world.pushed).toEqual(['sweep in 5 s']);
  });

  it('switches a policy on from now, whatever the page says of the time (D51)', async () => {
    const world = new OrderWorld();
    await saveOrderSite(envOf(world), siteWith({ enforcedSince: 1 }), ['default']);
    expect(world.order.site?.rules.policies[0]?.enforcedSince).toBe(NOW);
    expect(world.audited[0]?.detail).toMatchObject({ switchedOn: 'default' });
  });

  it('writes nothing over what somebody else has saved meanwhile', async () => {
    const world = new OrderWorld();
    const mine = siteWith({ name: 'Mine' });
    await saveOrderSite(envOf(world), siteWith({ name: 'Theirs' }), []);
    const answer = await saveOrderSite(envOf(world), mine, []);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'conflict' } });
    expect(world.order.site?.rules.policies[0]?.name).toBe('Theirs');
    expect(world.audited).toHaveLength(1);
    expect(world.pushed).toHaveLength(1);
  });

  it('lets one of two who save at once win', async () => {
    const world = new OrderWorld();
    const answers = await Promise.all(
      ['One', 'Two'].map((name) => saveOrderSite(envOf(world), siteWith({ name }), [])),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('names the policy and the member that cannot be read', async () => {
    expect(await problemOf(new OrderWorld(), siteWith({ name: 'Net', guard: 'shout' }))).toEqual([
      'Policy "Net": "guard" cannot be read.',
    ]);
    expect(await problemOf(new OrderWorld(), siteWith({ name: '  ' }))).toEqual([
      'Policy 1 has no name.',
    ]);
    expect(await problemOf(new OrderWorld(), 'nonsense')).toHaveLength(1);
  });

  it('names every thing at fault at once', async () => {
    const lag = { kind: 'workingDays', days: 1 };
    const pair = { fromProjectKey: 'NET', toProjectKey: null };
    const form = { ...pair, gatesFinish: false };
    const field = { key: 'a', label: 'VLAN', isRequired: true };
    const site = siteWith(
      {
        releasing: { kind: 'only', resolutionIds: [] },
        scope: { kind: 'clientProjects', ids: [] },
        lags: [
          { ...pair, lag },
          { ...pair, lag },
        ],
      },
      {
        commentsIn: ['NOPE'],
        calendars: { NET: { policyKey: 'gold', calendarKey: 'night' } },
        handOvers: [{ ...form, fields: [field, { ...field, key: 'b' }] }],
      },
    );
    expect(await problemOf(new OrderWorld(), site)).toEqual([
      'NOPE is not a department.',
      'Policy "Blocking order": choose at least one resolution.',
      'Policy "Blocking order": choose at least one client project.',
      'Policy "Blocking order" has two lags for NET → *; only the first counts.',
      'NET: there is no calendar "night".',
      'The hand-over form for NET → * asks for "VLAN" twice.',
    ]);
  });

  it('takes a calendar of an SLA policy', async () => {
    const calendars = { NET: { policyKey: 'gold', calendarKey: 'office' } };
    const answer = await saveOrderSite(envOf(new OrderWorld()), siteWith({}, { calendars }), []);
    expect(answer.ok).toBe(true);
  });

  it('lets stay what was saved before and is gone since', async () => {
    const world = new OrderWorld();
    world.order.site = siteWith({}, { version: 1, commentsIn: ['OLD'] });
    const answer = await saveOrderSite(
      envOf(world),
      siteWith({ strict: true }, { version: 1, commentsIn: ['OLD'] }),
      [],
    );
    expect(answer.ok).toBe(true);
  });
});

describe('loadOrderSettings', () => {
  it('says that a link type is gone, which suspends its policy (D7)', async () => {
    const world = new OrderWorld();
    world.order.site = siteWith({ linkTypes: [{ typeId: '777', hardness: 'hard' }] });
    const answer = await loadOrderSettings(envOf(world));
    expect(answer).toMatchObject({
      ok: true,
      value: {
        problems: [
          { policyKey: 'default', kind: 'missingLinkType', typeId: '777' },
          { policyKey: 'default', kind: 'suspended' },
        ],
      },
    });
  });

  it('offers departments, calendars and resolutions, and finds nothing wrong at first', async () => {
    const answer = await loadOrderSettings(envOf(new OrderWorld()));
    expect(answer).toMatchObject({
      ok: true,
      value: {
        ...{ site: { version: 0 }, problems: [], resolutions: [{ name: "Won't Do" }] },
        departments: [{ projectKey: 'NET' }, { projectKey: 'VIRT' }, { projectKey: 'BCK' }],
        calendars: [{ policyName: 'Gold', calendarKey: 'office' }],
      },
    });
  });
});
