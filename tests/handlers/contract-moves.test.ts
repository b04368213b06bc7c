import type { PanelView } from '../../src/contract/tam-panel';
import { MONDAY_NOON, newIncident, settleAll } from '../builders/incidents-on-host';
import { asker } from '../host/company/ask';
import { priority } from '../host/company/catalogue';
import { people } from '../host/company/people';
import { exampleText, registerDepartments } from '../host/company/set-up-app';
import type { Host } from '../host/host';
import { CLIENT_FIELD } from '../host/jira/state/defaults';
import { startHost } from '../host/start-host';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const { admin, tam } = people;

let host: Host;

/** The same rules for both clients, as two contracts; ACME's takes over what had elapsed. */
beforeAll(async () => {
  host = await startHost({ at: MONDAY_NOON });
  await registerDepartments(host, admin.accountId, (key) => key !== 'BACKUP');
  const settings = asker(host, 'tam-settings', { as: admin.accountId });
  const workspace = asker(host, 'tam-workspace', { as: tam.accountId });
  const hosting = JSON.parse(exampleText('hosting'));
  for (const key of ['ACME', 'BETA']) {
    const policyKey = `contract-${key.toLowerCase()}`;
    const policy = { ...hosting, key: policyKey, name: policyKey, carryOnMove: key === 'ACME' };
    await settings('savePolicy', { text: JSON.stringify(policy) });
    await workspace('createProject', {
      ...{ key, name: key, client: key, policyKey },
      incidentsJql: `project = SUP AND Client = "${key}" AND issuetype = Incident`,
      ...{ tamAccountId: tam.accountId, deputyAccountIds: [], viewerAccountIds: [] },
    });
  }
  await host.settle();
}, 120_000);

afterAll(() => host?.stop());

const rowsOf = (issueId: string) =>
  host.forge.query(
    `SELECT policy_key, state, stopped_how, started_at, stopped_at, carried_ms, elapsed_ms,
       frozen_at IS NULL AS is_open FROM sla_cycle
     WHERE issue_id = ? AND clock = 'resolution' ORDER BY started_at`,
    [issueId],
  );

describe('an incident whose client is changed', () => {
  it('ends under the contract of the one and goes on under that of the other', async () => {
    const { id, key } = await newIncident(host, { level: priority.P3 });
    await settleAll(host);
    expect(await rowsOf(id)).toMatchObject([{ policy_key: 'contract-beta', state: 'running' }]);
    host.clock.moveBy(90 * MINUTE);
    const put = await host.actAs(admin.accountId).put(`/rest/api/3/issue/${key}`, {
      fields: { [CLIENT_FIELD]: { value: 'ACME' } },
    });
    expect(put.status).toBe(204);
    await settleAll(host);
    const [beta, acme] = await rowsOf(id);
    expect(beta).toMatchObject({
      ...{ policy_key: 'contract-beta', state: 'excluded', stopped_how: 'moved' },
      ...{ carried_ms: '0', is_open: 0 },
    });
    expect(acme).toMatchObject({ policy_key: 'contract-acme', state: 'running' });
    expect(acme?.started_at).toBe(beta?.stopped_at);
    expect(acme?.carried_ms).toBe(beta?.elapsed_ms);
    expect(Number(acme?.carried_ms)).toBeGreaterThanOrEqual(90 * MINUTE);

    const panel = asker(host, 'tam-panel', { as: tam.accountId, issueKey: key });
    const { sla } = await panel<PanelView>('load', {});
    expect(sla?.clocks.find(({ clock }) => clock === 'resolution')).toMatchObject({
      startedAt: new Date(Number(beta?.stopped_at)).toISOString(),
    });
    expect(host.jira.unknownCalls).toEqual([]);
  });
});
