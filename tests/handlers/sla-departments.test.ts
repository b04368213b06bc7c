import type { LedgerView } from '../../src/contract/ledger';
import type { PanelView } from '../../src/contract/tam-panel';
import type { SettingsView } from '../../src/contract/tam-settings';
import {
  engineer,
  type Made,
  MONDAY_NOON,
  newIncident,
  settleAll,
} from '../builders/incidents-on-host';
import { asker } from '../host/company/ask';
import { backfill } from '../host/company/backfill';
import { issueType } from '../host/company/catalogue';
import { people } from '../host/company/people';
import { setUpDemo } from '../host/company/set-up-demo';
import type { InvocationRecord } from '../host/forge/invocation';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let host: Host;
let clientProjectId: string;

const settings = <T>(key: string, payload: object) =>
  asker(host, 'tam-settings', { as: people.admin.accountId })<T>(key, payload);

/** Around the clock: 1 h for each later message, 2 h for each department. */
const MORE_CLOCKS = {
  nextResponse: { goals: [{ target: '1h', calendar: 'always' }] },
  ownership: { goals: [{ target: '2h', calendar: 'always' }] },
};

beforeAll(async () => {
  host = await startHost({ at: MONDAY_NOON });
  await setUpDemo(host);
  const { policies, clientProjects } = await settings<SettingsView>('load', {});
  clientProjectId = clientProjects[0]?.id ?? '';
  const policy = JSON.parse(policies[0]?.text ?? '{}');
  const clocks = { ...policy.clocks, ...MORE_CLOCKS };
  await settings('savePolicy', { text: JSON.stringify({ ...policy, clocks }) });
  await settleAll(host);
}, 120_000);

afterAll(() => host?.stop());

afterEach(() => {
  expect(host.forge.unknownCalls).toEqual([]);
  expect(host.jira.unknownCalls).toEqual([]);
});

async function make(as: string, fields: object): Promise<Made> {
  const { status, body } = await host.actAs(as).post('/rest/api/3/issue', { fields });
  expect([status, body]).toEqual([201, expect.anything()]);
  return body as Made;
}

const newBlocker = () =>
  make(people.backupLead.accountId, {
    project: { key: 'BACKUP' },
    issuetype: { id: issueType.task },
    summary: 'Restore the catalogue',
  });

async function block(blocker: Made, incident: Made): Promise<void> {
  const { status } = await host.actAs(people.admin.accountId).post('/rest/api/3/issueLink', {
    type: { name: 'Blocks' },
    inwardIssue: { key: blocker.key },
    outwardIssue: { key: incident.key },
  });
  expect(status).toBe(201);
}

async function move(as: string, key: string, name: string): Promise<void> {
  const person = host.actAs(as);
  const { body } = await person.get(`/rest/api/3/issue/${key}/transitions`);
  const { transitions } = body as { transitions: { id: string; to: { name: string } }[] };
  const id = transitions.find(({ to }) => to.name === name)?.id;
  const moved = await person.post(`/rest/api/3/issue/${key}/transitions`, { transition: { id } });
  expect([name, moved.status]).toEqual([name, 204]);
}

const comment = (as: string, key: string, text: string) =>
  host.actAs(as).post(`/rest/api/3/issue/${key}/comment`, {
    body: {
      ...{ type: 'doc', version: 1 },
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    },
  });

const rowOf = async (issueId: string, clock: string) => {
  const rows = await host.forge.query(
    `SELECT state, department, paused_because, elapsed_ms, paused_ms FROM sla_cycle
     WHERE issue_id = ? AND clock = ? ORDER BY cycle_no DESC LIMIT 1`,
    [issueId, clock],
  );
  return rows[0];
};

const reads = ({ jiraCalls }: InvocationRecord) =>
  jiraCalls.filter(({ method, path }) => method !== 'PUT' && !path.endsWith('/status')).length;

const inMinutes = (ms: unknown) => Math.round(Number(ms) / MINUTE);

describe('the time of a department', () => {
  it('stands still while another one’s issue blocks it, for three reads an event', async () => {
    const incident = await newIncident(host);
    const blocker = await newBlocker();
    await settleAll(host);
    expect(await rowOf(incident.id, 'ownership')).toMatchObject({
      ...{ state: 'running', department: 'SUP' },
    });
    const before = host.invocations().length;
    await block(blocker, incident);
    await settleAll(host);
    expect(await rowOf(incident.id, 'ownership')).toMatchObject({
      ...{ state: 'paused', paused_because: 'internal' },
    });
    host.clock.moveBy(90 * MINUTE);
    await settleAll(host);
    await move(people.backupLead.accountId, blocker.key, 'In Progress');
    await move(people.backupLead.accountId, blocker.key, 'Done');
    await settleAll(host);
    const owned = await rowOf(incident.id, 'ownership');
    expect(owned).toMatchObject({ state: 'running', paused_because: null });
    expect(inMinutes(owned?.paused_ms)).toBeGreaterThanOrEqual(90);
    expect(await rowOf(incident.id, 'resolution')).toMatchObject({ paused_ms: '0' });
    const background = host
      .invocations()
      .slice(before)
      .filter(({ functionKey }) => /refresh-issue|changed/.test(functionKey));
    expect(Math.max(...background.map(reads))).toBeLessThanOrEqual(3);
  });

  it('is told to somebody who may not see what blocks, without its key', async () => {
    const incident = await newIncident(host);
    const blocker = await newBlocker();
    await block(blocker, incident);
    await settleAll(host);
    host.clock.moveBy(30 * MINUTE);
    const ask = asker(host, 'tam-panel', {
      ...{ as: people.outsider.accountId, issueKey: incident.key },
    });
    const { sla } = await ask<PanelView>('load', {});
    expect(sla?.departments).toMatchObject([{ department: 'Support', state: 'paused' }]);
    const ledger = await ask<LedgerView>('explain', {});
    const blocked = ledger.sums.find(({ label }) => label.kind === 'blocked');
    expect(blocked?.label).toEqual({ kind: 'blocked', name: 'Backup' });
    expect(inMinutes(blocked?.ms)).toBeGreaterThanOrEqual(30);
    expect(JSON.stringify([sla, ledger])).not.toContain(blocker.key);
  });

  it('D8: is told with a note of when what blocks was opened again, which stops the time anew', async () => {
    const incident = await newIncident(host);
    const blocker = await newBlocker();
    await block(blocker, incident);
    await move(people.backupLead.accountId, blocker.key, 'In Progress');
    await move(people.backupLead.accountId, blocker.key, 'Done');
    await move(people.admin.accountId, incident.key, 'In Progress');
    host.clock.moveBy(40 * MINUTE);
    await move(people.backupLead.accountId, blocker.key, 'To Do');
    await settleAll(host);
    host.clock.moveBy(25 * MINUTE);
    const explain = ({ accountId }: { accountId: string }) =>
      asker(host, 'tam-panel', { as: accountId, issueKey: incident.key })<LedgerView>(
        'explain',
        {},
      );
    const toTam = await explain(people.tam);
    expect(toTam.reopened).toEqual([
      { at: expect.any(String), issueKey: blocker.key, department: 'Backup' },
    ]);
    const since = toTam.reopened[0]?.at;
    expect(toTam.entries.at(-1)).toMatchObject({
      ...{ from: since, label: { kind: 'blocked', name: 'Backup' } },
    });
    const toOutsider = await explain(people.outsider);
    expect(toOutsider.reopened).toEqual([{ at: since, issueKey: null, department: 'Backup' }]);
  });

  it('ends in the same rows when past incidents are read in, for one call more', async () => {
    const verdicts = async () =>
      JSON.stringify(
        await host.forge.query(
          `SELECT issue_id, clock, cycle_no, state, department, started_at, stopped_at, due_at,
             input_hash FROM sla_cycle WHERE clock = 'ownership' ORDER BY 1, 2, 3`,
          [],
        ),
      );
    const stored = await verdicts();
    const before = host.invocations().length;
    await backfill(host, people.admin.accountId, clientProjectId);
    const steps = host
      .invocations()
      .slice(before)
      .filter(({ trigger }) => trigger === 'queue');
    // Count, search, issues, changelogs, and those of the blockers.
    expect(steps.map(reads)).toEqual([5]);
    await settleAll(host);
    expect(await verdicts()).toBe(stored);
  });
});

describe('the answer to a later message', () => {
  it('is on the panel while it is to be given, and goes when it was given in time', async () => {
    const { id, key } = await newIncident(host);
    await comment(engineer.accountId, key, 'We are on it.');
    await settleAll(host);
    await comment(people.betaClient.accountId, key, 'How long will it take?');
    await settleAll(host);
    const ask = asker(host, 'tam-panel', { as: people.tam.accountId, issueKey: key });
    const open = await ask<PanelView>('load', {});
    expect(open.sla?.clocks.map(({ clock }) => clock)).toEqual([
      ...['response', 'resolution', 'nextResponse'],
    ]);
    expect(open.sla?.clocks.at(-1)).toMatchObject({ state: 'running', targetMs: HOUR });
    expect(await rowOf(id, 'nextResponse')).toMatchObject({ state: 'running' });
    await comment(engineer.accountId, key, 'An hour.');
    await settleAll(host);
    const answered = await ask<PanelView>('load', {});
    expect(answered.sla?.clocks.map(({ clock }) => clock)).toEqual(['response', 'resolution']);
    expect(await rowOf(id, 'nextResponse')).toMatchObject({ state: 'met' });
  });
});
