import type { Answer } from '../../src/contract/answer';
import type { HandOverView } from '../../src/contract/hand-over';
import type { PanelView } from '../../src/contract/tam-panel';
import { asker } from '../host/company/ask';
import { gateDone, networkForm, saveHandOvers } from '../host/company/hand-over-form';
import { people } from '../host/company/people';
import { registerDepartments } from '../host/company/set-up-app';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

const { admin, tam, netLead, virtEngineer } = people;

let host: Host;
let virtId: string;
let netId: string;

beforeAll(async () => {
  host = await startHost({ company: 'demo' });
  await registerDepartments(host, admin.accountId, (key) => key !== 'BACKUP');
  await saveHandOvers(host, [networkForm]);
  await gateDone(host);
  await host.actAs(tam.accountId).post('/rest/api/3/issueLink', {
    ...{ type: { name: 'Blocks' }, inwardIssue: { key: 'NET-1' }, outwardIssue: { key: 'VIRT-1' } },
  });
  [netId, virtId] = [await idOf('NET-1'), await idOf('VIRT-1')];
  await host.settle();
}, 120_000);
afterAll(async () => {
  expect(host.jira.unknownCalls).toEqual([]);
  await host.stop();
});

async function idOf(key: string): Promise<string> {
  const { body } = await host.actAs(tam.accountId).get(`/rest/api/3/issue/${key}?fields=status`);
  return (body as { id: string }).id;
}

/** 'done', or the text of the refusal. */
async function move(key: string, as: string, transitionId: string): Promise<string> {
  const path = `/rest/api/3/issue/${key}/transitions`;
  const { status, body } = await host.actAs(as).post(path, { transition: { id: transitionId } });
  if (status === 204) return 'done';
  return (body as { errorMessages: string[] }).errorMessages.join(' ');
}

const start = () => move('VIRT-1', virtEngineer.accountId, '11');
const finish = () => move('NET-1', netLead.accountId, '31');

const atNet = () => asker(host, 'tam-panel', { as: netLead.accountId, issueKey: 'NET-1' });
const atVirt = () => asker(host, 'tam-panel', { as: virtEngineer.accountId, issueKey: 'VIRT-1' });

const taken = async (): Promise<HandOverView | undefined> =>
  (await atVirt()<PanelView>('load', {})).handOvers?.takes[0];
const given = async (): Promise<HandOverView | undefined> =>
  (await atNet()<PanelView>('load', {})).handOvers?.gives[0];

const badgeOf = async (key: string, accountId: string) => {
  const viewer = { accountId, locale: 'en-US', colorMode: 'light' as const };
  return (await host.forge.badges(key, viewer))[0]?.status?.value.label;
};

const propertyOf = async (key: string) => {
  const path = `/rest/api/3/issue/${key}/properties/tam`;
  const { body } = await host.actAs(admin.accountId).get(path);
  return (body as { value: { state?: string } }).value.state;
};

const judged = () =>
  host
    .invocations()
    .filter(({ functionKey }) => functionKey === 'blocking-order-fn')
    .at(-1);

const facts = { vlan: '120 🛰️', addresses: '10.1.4.0/24\n<b>שלום</b>', note: '' };

describe('a hand-over between two departments', () => {
  it('is asked for when the blocker is finished', async () => {
    expect(await finish()).toContain(
      "NET-1 can't be finished yet. Hand-over to Virtualisation lacks: VLAN, Addresses. Hand over in the TAM panel.",
    );
    expect(judged()?.jiraCalls.length).toBeLessThanOrEqual(3);
    expect((await given())?.lacks).toEqual(['VLAN', 'Addresses']);
  });

  it('lets the blocker be finished once it is given, without SQL and in one read', async () => {
    await atNet()('giveHandOver', { successorId: virtId, version: 0, facts });
    expect(await finish()).toBe('done');
    expect([judged()?.jiraCalls.length, judged()?.sql.length]).toEqual([1, 0]);
    await host.settle();
  });

  it('is read by the next department as it was written', async () => {
    expect(await taken()).toMatchObject({
      ...{ state: 'given', department: 'Network', version: 1 },
      fields: [{ text: facts.vlan }, { text: facts.addresses }, { text: '' }],
    });
  });

  it('waits for the next department, says its badge', async () => {
    expect(await badgeOf('VIRT-1', virtEngineer.accountId)).toBe('Hand-over waits for you');
    expect(await badgeOf('NET-1', netLead.accountId)).not.toBe('Hand-over waits for you');
  });

  it('closes the start again when it is returned', async () => {
    await atVirt()('returnHandOver', {
      ...{ blockerId: netId, version: 1, reason: 'The gateway is missing' },
    });
    expect(await start()).toMatch(
      /VIRT-1 can't start yet\. It waits for .*the hand-over was returned/,
    );
    await host.settle();
    expect(await propertyOf('VIRT-1')).toBe('waiting');
    expect(await badgeOf('NET-1', netLead.accountId)).toBe('Hand-over waits for you');
    expect((await given())?.history.at(-1)).toMatchObject({
      ...{ kind: 'returned', reason: 'The gateway is missing' },
    });
  });

  it('opens it when it is given again, and is accepted once from two tabs', async () => {
    await atNet()('giveHandOver', {
      ...{ successorId: virtId, version: 2, facts: { ...facts, note: 'Gateway 10.1.4.1' } },
    });
    const accept = () =>
      host.invoke(
        'tam-panel',
        'acceptHandOver',
        { blockerId: netId, version: 3 },
        {
          ...{ as: virtEngineer.accountId, issueKey: 'VIRT-1' },
        },
      ) as Promise<Answer<PanelView>>;
    const answers = await Promise.all([accept(), accept()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await taken())?.state).toBe('accepted');
    expect(await start()).toBe('done');
    await host.settle();
    expect(await propertyOf('VIRT-1')).toBe('running');
  });
});
