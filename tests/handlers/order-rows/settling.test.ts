import type { CoverageView } from '../../../src/contract/coverage';
import type { OrderSettingsView } from '../../../src/contract/order-settings';
import { giveComponent } from '../../builders/give-component';
import { OrderRows } from '../../builders/order-rows';
import { asker } from '../../host/company/ask';
import { people } from '../../host/company/people';

const { admin, deputy, netLead, tam, virtEngineer } = people;

jest.setTimeout(120_000);

let order: OrderRows;

beforeAll(async () => {
  order = await OrderRows.open();
}, 180_000);
afterAll(async () => {
  expect(order.host.jira.unknownCalls).toEqual([]);
  await order.host.stop();
});

const settings = () => asker(order.host, 'tam-settings', { as: admin.accountId });

describe('a blocker that is closed without being done', () => {
  it('D10: does not let go: the TAM is asked, confirms, and that is shown with his name', async () => {
    const [blocker, waiting] = await order.pair();
    await order.adopt(blocker, waiting);
    await order.closeAs(blocker, "Won't Do");
    expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
    expect(await order.move(waiting, '11')).toContain("closed as Won't Do, so the TAM decides");
    expect(order.heard(tam, waiting)).toEqual([
      expect.stringContaining(`${waiting} waited for ${blocker} (Network), which was closed as`),
    ]);
    const { start } = await order.view(waiting);
    expect(start?.waitsFor).toMatchObject([
      { key: blocker, why: { kind: 'notReleasing', closedAs: "Won't Do" } },
    ]);
    await order.decide(waiting, {
      ...{ kind: 'confirmCancelled', blockerId: await order.idOf(blocker) },
    });
    expect(await order.place(waiting)).toBe('ready');
    expect((await order.view(waiting)).start?.flags).toEqual([
      expect.objectContaining({ kind: 'releasedByCancellation', by: 'Ivan Petrov' }),
    ]);
    expect(await order.move(waiting, '11')).toBe('done');
  });

  it('D10: lets go at once where the administrator has listed its resolution', async () => {
    const { resolutions } = await settings()<OrderSettingsView>('loadOrder', {});
    const id = resolutions.find(({ name }) => name === "Won't Do")?.id ?? '';
    const [blocker, waiting] = await order.pair();
    await order.rule({ releasing: { kind: 'only', resolutionIds: [id] } });
    await order.closeAs(blocker, "Won't Do");
    expect(await order.move(waiting, '11')).toBe('done');
    await order.rule({ releasing: { kind: 'wellKnown' } });
  });

  it('D10: as a duplicate, gives its place to the original', async () => {
    const [blocker, waiting] = await order.pair();
    const original = order.create('UNIX');
    await order.link(blocker, original, 'Duplicate');
    await order.closeAs(blocker, 'Duplicate');
    expect(await order.move(waiting, '11')).toContain(original);
    expect(await order.place(waiting)).toBe(`waiting ${original}`);
    order.push(original, 'Done');
    expect(await order.place(waiting)).toBe('ready');
    expect(await order.move(waiting, '11')).toBe('done');
  });
});

describe('a blocker in the archive', () => {
  it('D27: counts as its status; where that is open nobody knows, and the TAM is asked', async () => {
    const archive = (key: string) =>
      order.rest.put('/rest/api/3/issue/archive', { issueIdsOrKeys: [key] });
    const [done, first] = await order.pair();
    order.push(done, 'Done');
    await archive(done);
    expect(await order.place(first)).toBe('ready');
    const [open, second] = await order.pair();
    await order.adopt(second);
    await archive(open);
    // Jira sends no event for it.
    await order.host.forge.runSchedule('nightly-sweep');
    expect(await order.place(second)).toBe('ready');
    expect((await order.view(second)).start?.flags).toEqual([
      expect.objectContaining({ kind: 'unknownBlocker' }),
    ]);
    expect(order.heard(tam, second)).toContainEqual(
      expect.stringContaining(`${second} waits for ${open} (Network), which was archived`),
    );
    expect(order.heard(tam, first)).toEqual([]);
    await order.rule({ onUnknown: 'hold' });
    expect(await order.move(second, '11')).toContain('archived while open');
    await order.rule({ onUnknown: 'warn' });
    expect(await order.move(second, '11')).toBe('done');
  });
});

describe('who hears that he may start', () => {
  /** Nobody has the issue: what people heard of it once its blocker was done. */
  async function freed(waiting: string, blocker: string): Promise<void> {
    await order.host.settle();
    expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
    order.push(blocker, 'Done');
    await order.host.settle();
    await order.minute();
  }

  it('D11: the lead of its component, else of the department, else of the Jira project', async () => {
    const [first, inComponent] = await order.pair();
    giveComponent(order.host.jira, inComponent, deputy.accountId);
    await freed(inComponent, first);
    expect(order.heard(deputy, inComponent)).toEqual([expect.stringContaining('may start')]);
    const [second, ofProject] = await order.pair('VIRT', 'NET');
    await freed(ofProject, second);
    // Network has no lead in the settings; in Jira its project has one.
    expect(order.heard(netLead, ofProject)).toEqual([expect.stringContaining('may start')]);
    const net = [...order.host.jira.state.projects.values()].find(({ key }) => key === 'NET');
    await settings()('saveDepartment', {
      ...{ projectId: net?.id, name: 'Network', isOpen: true },
      leadAccountId: virtEngineer.accountId,
    });
    const [third, ofDepartment] = await order.pair('VIRT', 'NET');
    await freed(ofDepartment, third);
    expect(order.heard(virtEngineer, ofDepartment)).toEqual([expect.stringContaining('may start')]);
  });

  it('D12: gets one list in place of the sixth mail within an hour', async () => {
    const blocker = order.create('NET');
    const keys = Array.from({ length: 7 }, () => order.create('UNIX'));
    for (const key of keys) {
      await order.link(blocker, key);
      await order.assign(key, people.outsider);
    }
    await order.host.settle();
    order.host.clock.moveBy(3_600_000);
    order.push(blocker, 'Done');
    await order.host.settle();
    await order.minute();
    await order.minute(5);
    await order.host.forge.runSchedule('due-warnings');
    await order.host.settle();
    const mails = order.host.jira.state.mails.filter(({ accountIds }) =>
      accountIds.includes(people.outsider.accountId),
    );
    expect(mails.length).toBeLessThanOrEqual(6);
    const told = mails.map(({ text }) => text).join('\n');
    for (const key of keys) expect(told).toContain(`${key} may start`);
    expect(mails.at(-1)?.subject).toMatch(/^\d+ notices from TAM$/);
  });
});

describe('the link type that orders', () => {
  it('D7: may be renamed; deleted, it suspends the rule with a banner, and nothing is blocked', async () => {
    const [blocker, waiting] = await order.pair();
    const types = (await order.get('issueLinkType')) as {
      issueLinkTypes: { id: string; name: string; inward: string; outward: string }[];
    };
    const blocks = types.issueLinkTypes.find(({ name }) => name === 'Blocks');
    await order.rule({ linkTypes: [{ typeId: blocks?.id ?? '', hardness: 'hard' }] });
    const path = `/rest/api/3/issueLinkType/${blocks?.id}`;
    await order.rest.put(path, { name: 'Stops', inward: 'is stopped by', outward: 'stops' });
    expect(await order.move(waiting, '11')).toContain(blocker);
    expect((await settings()<OrderSettingsView>('loadOrder', {})).problems).toEqual([]);
    await order.rest.delete(path);
    expect(await order.move(waiting, '11')).toBe('done');
    expect(await order.move(order.create('VIRT'), '11')).toBe('done');
    const { problems } = await settings()<OrderSettingsView>('loadOrder', {});
    expect(problems.map(({ kind }) => kind)).toEqual(['missingLinkType', 'suspended']);
    // Coverage does not call enforced what nothing asks about any more.
    const { departments, order: asked } = await settings()<CoverageView>('coverage', { from: 0 });
    expect(asked.gates).toEqual([]);
    expect(new Set(departments.map(({ state }) => state))).not.toContain('enforced');
    await order.host.forge.runSchedule('nightly-sweep');
    await order.host.settle();
    await order.minute();
    expect(await order.place(waiting)).not.toMatch(/waiting|suspect/);
  });
});
