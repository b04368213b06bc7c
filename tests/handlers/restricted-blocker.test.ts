import type { PanelView } from '../../src/contract/tam-panel';
import { restrictIssue } from '../builders/restrict-issue';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import { registerDepartments } from '../host/company/set-up-app';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

const { admin, tam, virtEngineer } = people;

/**
 * A VIRT epic waits for two of Network, a department marked as open to everybody; the second is
 * restricted to the TAM by a security level.
 */
let host: Host;
let virt: string;
let open: string;
let restricted: string;

const epicsIn = async (projectKey: string): Promise<string[]> => {
  const { body } = await host.actAs(tam.accountId).post('/rest/api/3/search/jql', {
    jql: `project = ${projectKey} AND statusCategory = "To Do" ORDER BY key`,
    fields: ['summary'],
    maxResults: 2,
  });
  return (body as { issues: { key: string }[] }).issues.map(({ key }) => key);
};

beforeAll(async () => {
  host = await startHost({ company: 'demo' });
  await registerDepartments(host, admin.accountId, () => true);
  [virt = '', open = '', restricted = ''] = [
    ...(await epicsIn('VIRT')).slice(0, 1),
    ...(await epicsIn('NET')),
  ];
  for (const blocker of [open, restricted]) {
    const link = {
      type: { name: 'Blocks' },
      inwardIssue: { key: blocker },
      outwardIssue: { key: virt },
    };
    await host.actAs(tam.accountId).post('/rest/api/3/issueLink', link);
  }
  restrictIssue(host.jira, restricted, [tam.accountId]);
}, 120_000);
afterEach(() => {
  host.forge.assumptions.tellMover = false;
});
afterAll(async () => {
  expect(host.jira.unknownCalls).toEqual([]);
  await host.stop();
});

/** The text of the rule's refusal. */
const refusalTo = async ({ accountId }: { accountId: string }): Promise<string> => {
  const rest = host.actAs(accountId);
  const { body } = await rest.get(`/rest/api/3/issue/${virt}/transitions`);
  const { transitions } = body as { transitions: { id: string; to: { name: string } }[] };
  const id = transitions.find(({ to }) => to.name === 'In Progress')?.id;
  const refused = await rest.post(`/rest/api/3/issue/${virt}/transitions`, { transition: { id } });
  expect(refused.status).toBe(400);
  return JSON.stringify(refused.body);
};

const lastRule = () =>
  host
    .invocations()
    .filter(({ trigger }) => trigger === 'validator')
    .at(-1);

const panelOf = (accountId: string) =>
  asker(host, 'tam-panel', { as: accountId, issueKey: virt })<PanelView>('load', {});

describe('a blocker with a security level in an open department', () => {
  it('is counted, not named, in a refusal to somebody whom Forge does not name', async () => {
    for (const mover of [virtEngineer, tam]) {
      const text = await refusalTo(mover);
      expect(text).toContain(open);
      expect(text).toContain(' and 1 item in Network.');
      expect(text).not.toContain(`${restricted} `);
    }
  });

  it('is named to a mover who may browse it, and to no other, once Forge names him', async () => {
    host.forge.assumptions.tellMover = true;
    const toTam = await refusalTo(tam);
    expect(toTam).toContain(restricted);
    expect(toTam).not.toContain('1 item');
    expect(lastRule()?.jiraCalls.map(({ path }) => path)).toContain(
      '/rest/api/3/permissions/check',
    );
    const toEngineer = await refusalTo(virtEngineer);
    expect(toEngineer).toContain(' and 1 item in Network.');
    expect(toEngineer).not.toContain(`${restricted} `);
  });

  it('is counted in the panel of an engineer and named in that of the TAM', async () => {
    const seen = await panelOf(virtEngineer.accountId);
    expect(seen.start).toMatchObject({
      state: 'waiting',
      waitsFor: [{ key: open }],
      hidden: [{ department: 'Network', count: 1 }],
    });
    expect(JSON.stringify(seen)).not.toContain(`"${restricted}"`);
    expect((await panelOf(tam.accountId)).start?.waitsFor.map(({ key }) => key)).toContain(
      restricted,
    );
  });
});
