import { asker } from '../host/company/ask';
import { backfill } from '../host/company/backfill';
import { people } from '../host/company/people';
import { createClientProject, registerDepartments, savePolicy } from '../host/company/set-up-app';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

jest.setTimeout(120_000);

/**
 * The three jobs in one breath, without a browser. Runs on the fast bundle, and on the one that
 * Forge's own bundler makes when TAM_FUNCTIONS_DIR names it (`npm run test:forge`).
 */
describe('the whole app on the local host', () => {
  let host: Host;
  beforeAll(async () => {
    const functionsDir = process.env.TAM_FUNCTIONS_DIR;
    host = await startHost({
      company: 'demo',
      at: new Date('2026-11-24T10:00:00+03:00'),
      ...(functionsDir === undefined ? {} : { functionsDir }),
    });
  });
  afterAll(() => host.stop());

  const asTam = (surface: string, issueKey: string) =>
    asker(host, surface, { as: people.tam.accountId, issueKey });
  let clientProjectId: string;

  it('is set up by an administrator and a TAM', async () => {
    await registerDepartments(host, people.admin.accountId, () => true);
    await savePolicy(host, people.admin.accountId, 'hosting');
    clientProjectId = await createClientProject(
      host,
      {
        key: 'ACME',
        name: 'Web platform',
        client: 'ACME',
        incidentsJql: 'Client = "ACME" AND issuetype = Incident',
      },
      people.tam.accountId,
      people.manager.accountId,
    );
    expect(clientProjectId).not.toBe('');
  });

  it('links two epics, orders them, and refuses the second until the first is done', async () => {
    const panel = asTam('tam-panel', 'NET-1');
    await panel('linkEpic', { clientProjectId, issueKey: 'NET-1' });
    await panel('linkEpic', { clientProjectId, issueKey: 'VIRT-1' });
    const [net, virt] = ['NET-1', 'VIRT-1'].map(
      (key) => [...host.jira.state.issues.values()].find((issue) => issue.key === key)?.id,
    );
    await panel('setOrder', { successorId: virt, blockerId: net });
    const rest = host.actAs(people.virtEngineer.accountId);
    const start = () =>
      rest.post('/rest/api/3/issue/VIRT-1/transitions', { transition: { id: '11' } });
    const refused = await start();
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toContain('NET-1 (Network, In Progress');
    await host
      .actAs(people.netLead.accountId)
      .post('/rest/api/3/issue/NET-1/transitions', { transition: { id: '31' } });
    expect((await start()).status).toBe(204);
  });

  it('reports the compliance of a year from its backfill', async () => {
    await backfill(host, people.admin.accountId, clientProjectId);
    const config = {
      clientProjectId,
      period: 'thisYear',
      timeZone: 'Europe/Moscow',
      targetPercent: 95,
    };
    host.forge.gadgets.save('10000', '1', config);
    const report = asker(host, 'sla-report', {
      as: people.manager.accountId,
      dashboardId: '10000',
      gadgetId: '1',
    });
    const { response, resolution } = await report<{
      response: { met: number; breached: number };
      resolution: { met: number; breached: number };
    }>('load', {});
    // The same numbers as in the picture of the gadget in the README.
    expect([response.met, response.breached]).toEqual([59, 6]);
    expect([resolution.met, resolution.breached]).toEqual([61, 9]);
  });

  it('called nothing that the local host does not know', () => {
    expect(host.jira.unknownCalls).toEqual([]);
    expect(host.forge.unknownCalls).toEqual([]);
    const failed = host.invocations().filter(({ error }) => error !== undefined);
    expect(failed).toEqual([]);
  });
});
