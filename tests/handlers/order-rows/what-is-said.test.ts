import type { OrderSettingsView } from '../../../src/contract/order-settings';
import { TO } from '../../builders/order-on-host';
import { OrderRows } from '../../builders/order-rows';
import { restrictIssue } from '../../builders/restrict-issue';
import { asker } from '../../host/company/ask';
import { people } from '../../host/company/people';

const { admin, tam, virtEngineer, netLead } = people;
const engineer = virtEngineer.accountId;

jest.setTimeout(120_000);

let order: OrderRows;

beforeAll(async () => {
  order = await OrderRows.open();
}, 180_000);
afterEach(() => {
  order.host.forge.switches.loseEvents = 0;
  order.host.forge.assumptions.tellMover = false;
});
afterAll(async () => {
  expect(order.host.jira.unknownCalls).toEqual([]);
  await order.host.stop();
});

const settings = <T>(functionKey: string, payload: object): Promise<T> =>
  asker(order.host, 'tam-settings', { as: admin.accountId })<T>(functionKey, payload);

describe('a refusal', () => {
  it('D29: names at most the first five of 17 by key, and counts the others', async () => {
    order.host.forge.switches.loseEvents = 1;
    const waiting = order.create('VIRT');
    const blockers = Array.from({ length: 17 }, () => order.create('NET'));
    for (const blocker of [...blockers].reverse()) await order.link(blocker, waiting);
    const text = await order.move(waiting, TO.start);
    const named = blockers.filter((key) => new RegExp(`\\b${key}\\b`).test(text));
    expect(named).toEqual(blockers.slice(0, named.length));
    expect(named.length).toBeGreaterThan(0);
    expect(named.length).toBeLessThanOrEqual(5);
    expect(text).toContain(`and ${17 - named.length} more`);
    expect([...text].length).toBeLessThanOrEqual(255);
  });

  it('D47: is a count to whoever may not browse the blocker, in the text and in the panel', async () => {
    const [blocker, waiting] = await order.pair('BACKUP', 'VIRT');
    await order.rest.put(`/rest/api/3/issue/${blocker}`, { fields: { summary: 'Merger' } });
    restrictIssue(order.host.jira, blocker, [tam.accountId]);
    order.host.forge.assumptions.tellMover = true;
    const text = await order.move(waiting, TO.start, engineer);
    expect(text).toMatch(/1 item in Backup|1 item/);
    const { start, order: decisions } = await order.view(waiting, engineer);
    expect(start).toMatchObject({ state: 'waiting', waitsFor: [], hidden: [{ count: 1 }] });
    for (const said of [text, JSON.stringify({ start, decisions })]) {
      for (const secret of [blocker, 'Merger']) expect(said).not.toContain(secret);
    }
    expect(await order.move(waiting, TO.start, tam.accountId)).toContain(blocker);
  });

  it('D48: is plain text whatever people are called, and cut between signs', async () => {
    const [blocker, waiting] = await order.pair();
    await order.assign(blocker, netLead);
    const user = order.host.jira.state.users.get(netLead.accountId);
    if (user === undefined) throw new Error('nobody leads Network');
    const before = user.displayName;
    Object.assign(user, { displayName: `<b>"Ник"</b> \u202Eשלום ${'👩‍💻'.repeat(60)}` });
    const text = await order.move(waiting, TO.start);
    Object.assign(user, { displayName: before });
    expect(text).toContain(blocker);
    expect(text).not.toMatch(/[<>\u202A-\u202E]/);
    expect([...text].length).toBeLessThanOrEqual(255);
    // No half of a surrogate pair.
    expect(text).toBe(Buffer.from(text, 'utf8').toString('utf8'));
    const { start } = await order.view(waiting);
    expect(start?.waitsFor).toMatchObject([{ key: blocker }]);
  });

  it("D49: speaks the site's language, and the panel that of whoever looks", async () => {
    const [, waiting] = await order.pair();
    await settings('saveLanguage', { language: 'ru' });
    expect(await order.move(waiting, TO.start)).toMatch(/[а-я]/);
    const ask = (locale: string) =>
      order.host.invoke(
        'tam-panel',
        'issuePass',
        { gate: 'start', reason: 'The client cannot wait', until: { kind: 'hours', hours: 1 } },
        { as: engineer, issueKey: waiting, locale },
      ) as Promise<{ problem: { text: string } }>;
    expect((await ask('en-US')).problem.text).not.toMatch(/[а-я]/);
    expect((await ask('ru-RU')).problem.text).toMatch(/[а-я]/);
    await settings('saveLanguage', { language: 'en' });
    expect(await order.move(waiting, TO.start)).not.toMatch(/[а-я]/);
  });

  it('D52: of two policies on one link is that of the stricter one, which it names', async () => {
    const { site } = await settings<OrderSettingsView>('loadOrder', {});
    const [own] = site.rules.policies;
    if (own === undefined) throw new Error('no policy');
    const lenient = { ...own, key: 'lenient', name: 'Prefer the order' };
    const soft = own.linkTypes.map((type) => ({ ...type, hardness: 'soft' as const }));
    const strict = { ...own, key: 'strict', name: 'Hold for real' };
    const save = async (policies: readonly (typeof own)[]) => {
      const { site: shown } = await settings<OrderSettingsView>('loadOrder', {});
      const next = { ...shown, rules: { ...shown.rules, policies } };
      await settings('saveOrder', { site: next, switchOn: [] });
      await order.host.settle();
    };
    await save([{ ...lenient, linkTypes: soft }, strict]);
    const [blocker, waiting] = await order.pair();
    const text = await order.move(waiting, TO.start);
    expect(text).toContain(blocker);
    expect(text).toContain('Hold for real');
    expect(text).not.toContain('Prefer the order');
    expect((await order.view(waiting)).start).toMatchObject({ policyName: 'Hold for real' });
    await save([own]);
    expect(await order.move(waiting, TO.start)).not.toContain(own.name);
  });
});

describe('what is outside this Jira', () => {
  const remote = (issueKey: string, relationship: string) =>
    order.rest.post(`/rest/api/3/issue/${issueKey}/remotelink`, {
      object: { url: 'https://partner.example/browse/EXT-1', title: 'EXT-1: fibre' },
      relationship,
    });

  it('D28: gates nothing, and is shown with a state that the TAM sets by hand', async () => {
    const alone = order.create('VIRT');
    await order.adopt(alone);
    await remote(alone, 'is blocked by');
    await remote(alone, 'mentioned in');
    const { external } = await order.view(alone, engineer);
    const title = 'EXT-1: fibre';
    expect(external).toMatchObject([{ title, state: 'open' }]);
    const linkId = external[0]?.linkId ?? '';
    await expect(
      order.panel(alone, engineer)('decideOrder', { kind: 'setExternal', linkId, state: 'done' }),
    ).rejects.toThrow();
    await order.decide(alone, { kind: 'setExternal', linkId, state: 'done' });
    expect((await order.view(alone, engineer)).external).toMatchObject([{ title, state: 'done' }]);
    await order.decide(alone, { kind: 'setExternal', linkId, state: 'open' });
    expect((await order.view(alone)).external).toMatchObject([{ title, state: 'open' }]);
    expect(await order.move(alone, TO.start, engineer)).toBe('done');
    expect(await order.place(alone)).toBe('running');
  });
});

describe('the property', () => {
  const path = (issueKey: string) => `/rest/api/3/issue/${issueKey}/properties/tam`;

  it.each([
    ['forged', { state: 'ready', client: 'EVIL' }],
    ['of another version', { v: 0, tamState: 7 }],
    ['corrupted', ['nothing', { state: null }]],
    ['gone', null],
  ])(
    'D30: that is %s decides nothing, is set right at the next change and put on record',
    async (_, value) => {
      const [blocker, waiting] = await order.pair();
      expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
      if (value === null) await order.rest.delete(path(waiting));
      else await order.rest.put(path(waiting), value);
      expect(await order.move(waiting, TO.start)).toContain(blocker);
      await order.assign(waiting, virtEngineer);
      expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
      expect(await order.record(await order.idOf(waiting))).toContain(
        'order.propertyRestored by null',
      );
    },
  );
});

describe('the critical path', () => {
  /** Two chains of two, one behind what is done; all of them the TAM's. */
  async function branches() {
    const [first, second] = [order.create('NET'), order.create('NET')];
    const [left, right] = [order.create('VIRT'), order.create('VIRT')];
    const done = order.create('UNIX', 'Done');
    await order.adopt(first, second, left, right, done);
    await order.link(done, first);
    await order.link(first, left);
    await order.link(second, right);
    for (const issueKey of [left, right]) await order.assign(issueKey, virtEngineer);
    await order.host.settle();
    return { first, second, left, right };
  }

  const mayStart = (issueKey: string) => [expect.stringContaining(`${issueKey} may start`)];

  it('D53: is all of equally long branches, and nothing that has slack; done work counts nothing', async () => {
    const { first, second, left, right } = await branches();
    order.push(first, 'Done');
    await order.host.settle();
    await order.minute();
    // One is left of this branch and two of the other: only the engineer hears it.
    expect(order.heard(virtEngineer, left)).toEqual(mayStart(left));
    expect(order.heard(tam, left)).toEqual([]);
    order.push(first, 'To Do');
    await order.host.settle();
    order.push(first, 'Done');
    order.push(second, 'Done');
    await order.host.settle();
    await order.minute();
    // Now one is left of each.
    expect(order.heard(tam, right)).toEqual(mayStart(right));
    expect(order.heard(tam, left).slice(-1)).toEqual(mayStart(left));
  });
});
